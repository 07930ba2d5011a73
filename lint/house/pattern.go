package house

import (
	"regexp"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/language"
)

// patternSpec is a rule with a regular expression.
type patternSpec struct {
	common
	located
	fixing
	Pattern strict.Text   `yaml:"pattern" doc:"a regular expression (RE2) for the text as a reader sees it; (?i) ignores case, (?P<name>…) names a part"`
	Instead strict.Text   `yaml:"instead" doc:"what to write instead; {name} stands for a named part; an empty text takes the match out"`
	Safe    bool          `yaml:"safe" doc:"the same as “fix: safe”: --fix writes what to write instead wherever the words around it stay right"`
	Except  []strict.Text `yaml:"except" doc:"texts that are right: a match with one of them in it, or inside one of them, is not flagged; one with a capital holds only as it is written"`
	Whole   bool          `yaml:"whole" doc:"every text in these places must match as a whole; the others are flagged"`
	Each    bool          `yaml:"each-sentence" doc:"look at each sentence on its own, so that ^ and $ stand for where it begins and ends"`
	Defined strict.Text   `yaml:"defined" doc:"an expression whose first group captures what is explained: a match that the draft explains there or before is right"`
	Once    bool          `yaml:"once" doc:"report each text once for each draft, with the number of its places"`
}

func (s *patternSpec) compile(c *compiler) checker {
	w := &pattern{scope: readScope(c, &s.located), once: s.Once, lang: c.language(), fix: readFix(c, s.fixing)}
	if s.Safe && w.fix == "" {
		w.fix = fixSafe
	}
	w.expr = readExpression(c, s.Pattern)
	w.sentences = s.Each
	if s.Each && s.Whole {
		c.Fail(s.Pattern.Node, "“whole” and “each-sentence” exclude one another; take one out")
	}
	if w.expr != nil && !s.Whole && w.expr.MatchString("") {
		rejectEmpty(c, s.Pattern)
	}
	if c.loader.patterns++; c.loader.patterns == mostPattern+1 {
		c.Fail(s.Pattern.Node, "the rules have more than %d patterns; use “phrases” for words", mostPattern)
	}
	if w.whole = s.Whole; s.Whole && w.expr != nil {
		w.expr = regexp.MustCompile(`^(?:` + s.Pattern.Value + `)$`)
	}
	if !s.Whole && w.expr != nil {
		w.search = newSearch(w.expr)
	}
	if s.Defined.Node != nil {
		if w.defined = readPattern(c, s.Defined); w.defined != nil && w.defined.NumSubexp() == 0 {
			c.Fail(s.Defined.Node, "“defined” has no group in round brackets for what is explained")
		}
	}
	names := []string{"found"}
	if w.expr != nil {
		for _, name := range w.expr.SubexpNames() {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	w.custom = readMessage(c, c.common.Message, append(names, "instead")...)
	readPatternInstead(c, w, s.Instead, names)
	for _, t := range s.Except {
		w.except = append(w.except, newException(c, t))
	}
	c.summary = "the text matches a pattern of the house"
	if w.custom != nil && len(w.custom.names) == 0 && s.Message.Value != "" {
		c.summary = lint.Clip(100, s.Message.Value)
	}
	return w
}

// pattern is the checker of “pattern”.
type pattern struct {
	scope
	expr      *regexp.Regexp
	instead   *message // nil if the rule does not say
	custom    *message // nil for the message of the kind
	except    exceptions
	search    *search        // nil if texts must match as a whole
	defined   *regexp.Regexp // nil if nothing is explained
	whole     bool
	sentences bool // each is looked at on its own
	once      bool
	remove    bool // the match is to be taken out
	lang      string
	fix       string // what the rule says about its fixes
}

// check implements checker.
func (w *pattern) check(p *lint.Pass) {
	var single once
	list := passages.Of(p.Doc)
	explained := w.explained(list)
	for i := range list {
		at := &list[i]
		if at.at&w.in == 0 && !contains(w.fields, at.field) && w.in&(inQuotations|inBlockQuotes|inLinkTexts) == 0 {
			continue
		}
		text := at.text.String()
		for _, m := range w.matchesIn(p.Doc, i, text) {
			found := text[m[0]:m[1]]
			if found == "" || w.except.covers(text, m[0], m[1]) || !w.selects(at.placesAt(p.Doc, m[0]), at.field) || symbol(p.Doc, at, m[0]) {
				continue
			}
			if explained.before(found, i) || len(m) > 2 && m[2] >= 0 && explained.before(text[m[2]:m[3]], i) {
				continue
			}
			place := spot{text, m[0], m[1], at.at}
			instead := w.filled(text, m)
			if w.right(place, instead) {
				continue
			}
			f := w.finding(p.Doc, at, place, instead, m)
			if w.once {
				single.add(found, &f)
			} else {
				p.Report(f)
			}
		}
	}
	single.report(p)
}

// matchesIn returns the places in a passage that are flagged: those of the expression or, if
// texts must match as a whole, the text if it does not.
func (w *pattern) matchesIn(d *lint.Document, passage int, text string) (all [][]int) {
	block := passages.Of(d)[passage].block
	switch {
	case w.whole:
		if plain := strings.TrimSpace(text); plain == "" || w.expr.MatchString(plain) {
			return nil
		}
		return [][]int{{0, len(text)}}
	case !w.sentences || block == lint.None:
		return w.search.in(text, numbersOf.Of(d).of(passage))
	}
	sentences := language.ProseOf(d).SentencesIn(block)
	for i := range sentences {
		from, to := int(sentences[i].Start), int(sentences[i].End)
		for _, m := range w.search.in(text[from:to], appendNumbers(nil, text[from:to])) {
			for k := range m {
				if m[k] >= 0 {
					m[k] += from
				}
			}
			all = append(all, m)
		}
	}
	return all
}

// explanations are what a draft explains, and the first passage that does.
type explanations map[string]int

// before reports whether a text is explained in a passage or before it.
func (e explanations) before(text string, passage int) bool {
	first, ok := e[text]
	return ok && first <= passage
}

func (w *pattern) explained(list []passage) explanations {
	if w.defined == nil {
		return nil
	}
	out := explanations{}
	for i := range list {
		for _, m := range w.defined.FindAllStringSubmatch(list[i].text.String(), -1) {
			if _, known := out[m[1]]; !known {
				out[m[1]] = i
			}
		}
	}
	return out
}

// symbol reports whether code or an address stands at an offset.
func symbol(d *lint.Document, p *passage, offset int) bool {
	return p.block != lint.None && (d.Blocks[p.block].Marked(lint.MarkCode, offset) || voiceAt(d, p.block, offset) == language.Symbol)
}
