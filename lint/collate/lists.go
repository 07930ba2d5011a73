package collate

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// vocabulary is the word lists for judging differences; the file transcripts.txt of package
// wordlist explains them.
type vocabulary struct {
	negations, sounds, remarks *token.Set
	negationEndings            []string
	fillers                    [][]string
	signs                      map[string]string
}

// listed returns the lists, which are read once. They combine all languages, since sources
// may be in a different one than the draft. Symbols are read in English only.
var listed = sync.OnceValue(func() *vocabulary {
	all := wordpack.Shared()
	v := &vocabulary{
		negations: all.Words("negations"), sounds: all.Words("sounds"), remarks: all.Words("transcriber-remarks"),
		negationEndings: all.List("negation-endings"), signs: wordpack.Of("en").Table("spoken-signs"),
	}
	for _, line := range all.Lines("speech-fillers") {
		v.fillers = append(v.fillers, strings.Fields(line))
	}
	return v
})

// negation reports whether a folded word negates a sentence.
func negation(word string) bool {
	v := listed()
	for _, ending := range v.negationEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return v.negations.HasWord(word)
}

// sound reports whether a folded word is just a sound, which may be omitted anywhere.
func sound(word string) bool { return listed().sounds.HasWord(word) }

// remark reports whether words in parentheses are a transcriber's remark: (laughs).
func remark(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if listed().remarks.HasWord(strings.Trim(w, ".,")) {
			return true
		}
	}
	return false
}

// spelled returns a symbol as it is read aloud, such as "and" for "&", and other words unchanged.
func spelled(word string) string {
	if len(word) != 1 || wordRune(rune(word[0])) {
		return word
	}
	if spoken := listed().signs[word]; spoken != "" {
		return spoken
	}
	return word
}
