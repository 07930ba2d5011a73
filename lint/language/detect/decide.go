package detect

// The thresholds for detecting a language by its words (see the weights of clues).
const (
	// leastScore is about three function words.
	leastScore = 3 * wordWeight
	// leastDensity is the lowest score of a hundred words of running text: if fewer than one word
	// in ten is a function word, the text is a list of names or in a language without a list here.
	leastDensity = 10 * wordWeight
	// A language with long words and few function words needs half of that, if no other language
	// comes near it.
	alone = 2
)

// decide returns the language that the evidence supports, or "".
func (c *counter) decide() string {
	s := c.script()
	if s == latin {
		return c.byWords(latin)
	}
	if s == han || s == kana {
		// Japanese without any kana is a heading, not a text; a Chinese text may contain a name or
		// two in kana.
		const share = 20
		if c.letters[kana]*share > c.letters[han] {
			return "ja"
		}
		return "zh"
	}
	if sole := soleLanguage[s]; sole != "" {
		return sole
	}
	return c.byWords(s)
}

// script returns the script of the text. Texts in scripts other than Latin contain names, commands
// and borrowed terms in Latin letters, but hardly ever the other way round, so a quarter of the
// text is enough for them.
func (c *counter) script() script {
	most, share := latin, c.words/3
	for s := cyrillic; s < scripts; s++ {
		n := c.letters[s]
		if s == kana {
			n += c.letters[han]
		}
		if n /= s.lettersPerWord(); n > share {
			most, share = s, n
		}
	}
	return most
}

// byWords returns the language of a script with the highest score.
func (c *counter) byWords(s script) string {
	t := lists()
	best, next := -1, int32(0)
	for i := range t.tags {
		switch {
		case t.scripts[i] != s:
		case best < 0 || c.scores[i] > c.scores[best]:
			if best >= 0 {
				next = c.scores[best]
			}
			best = i
		case c.scores[i] > next:
			next = c.scores[i]
		}
	}
	if best < 0 || c.scores[best] < leastScore {
		return ""
	}
	needed := int32(c.words) * leastDensity
	if c.scores[best] >= clearlyAhead*next && c.scores[best] >= alone*leastScore {
		needed /= alone
	}
	if s == latin && c.scores[best]*100 < needed {
		return ""
	}
	// English words occur in texts of all languages, so another language needs a clear lead.
	if english := c.scores[t.english]; best != t.english && english*4 > c.scores[best]*3 {
		return ""
	}
	return primary(t.tags[best])
}
