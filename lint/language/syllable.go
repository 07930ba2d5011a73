package language

// longestCounted bounds the letters of a word that are looked at.
const longestCounted = 40

// syllables estimates how many syllables an English word has: its groups of
// vowels, less those that are not spoken, plus those that part within a group.
// A number counts one, an acronym its letters (W three), any word at least one.
func syllables(word string) int {
	var buf [longestCounted]byte
	w := buf[:0]
	capitals, digits := 0, 0
	for i := 0; i < len(word) && len(w) < longestCounted; i++ {
		c := word[i]
		switch byteClasses[c] {
		case letter:
			if c < 'a' {
				capitals++
				c |= 0x20
			}
			w = append(w, c)
		case digit:
			digits++
		case foreign:
			w = appendPlain(w, word, i)
		}
	}
	if digits > 0 && len(w) < 3 || len(w) == 0 {
		return 1
	}
	if capitals > 1 && capitals == len(w) && len(w) <= 5 && !pronounced(w) {
		return spelled(w)
	}
	if n := exception(w); n > 0 {
		return n
	}
	return max(1, groupsOf(w)+partings(w)-silences(w)+contracted(w))
}

// appendPlain appends the letter without its diacritics that the character at i
// stands for, if it is one of Latin-1; any other character above ASCII counts
// for nothing (an apostrophe) or for a consonant.
func appendPlain(w []byte, word string, i int) []byte {
	const plain = "aaaaaaacaaaaiiiidnooooo*ouuuuyts" // é is spoken wherever it stands
	if word[i] == 0xc3 && i+1 < len(word) {
		return append(w, plain[(word[i+1]-0x80)&0x1f])
	}
	return w
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// pronounced reports whether letters can be read as a word: a vowel stands
// neither first nor last, or they are long ("NASA" is, "FBI" and "UN" are not).
func pronounced(w []byte) bool {
	if len(w) < 4 {
		return false
	}
	n := groupsOf(w)
	return n > 1 || n == 1 && len(w) > 4
}

func spelled(w []byte) int {
	n := len(w)
	for _, c := range w {
		if c == 'w' {
			n += 2
		}
	}
	return n
}

func groupsOf(w []byte) int {
	n, in := 0, false
	for i, c := range w {
		v := vowel(c) && (c != 'y' || i > 0)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// silences counts groups of vowels that are written and not spoken.
func silences(w []byte) int {
	n := 0
	switch {
	case ends(w, "e") && consonantAt(w, 2) && (!ends(w, "le") || !consonantAt(w, 3)):
		n++
	case ends(w, "es") && consonantAt(w, 3) && !sibilant(w, 3) && (!ends(w, "les") || !consonantAt(w, 4)):
		n++
	case ends(w, "ed") && consonantAt(w, 3) && !ends(w, "ted") && !ends(w, "ded"):
		n++
		if ends(w, "led") && consonantAt(w, 4) && w[len(w)-4] != 'l' && w[len(w)-4] != 'r' {
			n-- // "handled"
		}
	}
	for _, tail := range [...]string{"ely", "eful", "eless", "eness", "ement", "ements", "efully"} {
		if ends(w, tail) && consonantAt(w, len(tail)+1) && len(w) > len(tail)+1 && !ends(w[:len(w)-len(tail)+1], "le") {
			return n + 1
		}
	}
	return n
}

// partings counts syllables that begin within a group of vowels.
func partings(w []byte) int {
	n := 0
	for i := 0; i+1 < len(w); i++ {
		switch a, b := w[i], w[i+1]; {
		case a == 'i' && (b == 'a' || b == 'o' || b == 'u') && i > 0 && !soft(w, i):
			n++
		case a == 'u' && b == 'a' && i > 0 && w[i-1] != 'q' && w[i-1] != 'g':
			n++
		case a == 'e' && b == 'o' && i > 0 && w[i-1] != 'g' && !(i+2 < len(w) && w[i+2] == 'p'), a == 'u' && b == 'o' && i > 0 && w[i-1] != 'q':
			n++
		}
	}
	switch {
	case ends(w, "ing") && len(w) > 4 && vowel(w[len(w)-4]) && w[len(w)-4] != 'u',
		ends(w, "ism"), ends(w, "isms"), ends(w, "asm"), ends(w, "ea") && len(w) > 3,
		ends(w, "ier") && len(w) > 4, ends(w, "iest") && len(w) > 5, ends(w, "iety"), ends(w, "ient") && !soft(w, len(w)-4):
		n++
	}
	return n
}

// soft reports whether the i at offset i only softens the consonant before it:
// "nation", "special", "region".
func soft(w []byte, i int) bool {
	if i == 0 {
		return false
	}
	switch w[i-1] {
	case 't', 'c', 's', 'g', 'x':
		return true
	}
	return false
}

// contracted adds the syllable of n’t behind a consonant: "didn’t", not "don’t".
func contracted(w []byte) int {
	if ends(w, "dnt") || ends(w, "snt") {
		return 1
	}
	return 0
}

func ends(w []byte, tail string) bool {
	return len(w) >= len(tail) && string(w[len(w)-len(tail):]) == tail
}

func consonantAt(w []byte, fromEnd int) bool {
	return len(w) >= fromEnd && !vowel(w[len(w)-fromEnd])
}

// sibilant reports whether -es behind this letter is spoken: "boxes", "changes".
func sibilant(w []byte, fromEnd int) bool {
	switch w[len(w)-fromEnd] {
	case 's', 'x', 'z', 'c', 'g':
		return true
	case 'h':
		return len(w) > fromEnd && (w[len(w)-fromEnd-1] == 'c' || w[len(w)-fromEnd-1] == 's')
	}
	return false
}

// exception knows common words that the rules miss; 0 for all others.
func exception(w []byte) int {
	switch string(w) {
	case "the", "be", "he", "she", "me", "we", "eye", "eyes", "isle", "aisle", "once", "real":
		return 1
	case "maybe", "people", "something", "sometimes", "someone", "somewhere", "every", "science", "client", "clients",
		"create", "creates", "quiet", "diet", "business", "lion", "poem", "poet", "evening", "therefore", "whereas",
		"website", "websites", "homepage", "safety", "moreover", "fuel", "hundred", "sacred", "naked", "cruel",
		"ourselves", "themselves", "wednesday":
		return 2
	case "area", "areas", "idea", "ideas", "everyone", "everything", "created", "creative", "creating", "element",
		"elements", "implement", "supplement", "complement", "recipe", "employee", "employees":
		return 3
	case "reality", "society", "variety", "coordinate", "cooperate", "everybody":
		return 4
	case "coordination", "cooperation":
		return 5
	}
	return 0
}
