package collate

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language"
)

// vocabulary is the lists by which words are judged, which the file transcripts.txt of
// package wordlist explains.
type vocabulary struct {
	negations, sounds, remarks *language.WordSet
	negationEndings            []string
	fillers                    [][]string
	signs                      map[string]string
}

// listed is read once. The lists of all languages count, since sources may be in another
// one than the draft. A sign has one reading, the English one.
var listed = sync.OnceValue(func() *vocabulary {
	all := language.SharedPack()
	v := &vocabulary{
		negations: all.Words("negations"), sounds: all.Words("sounds"), remarks: all.Words("transcriber-remarks"),
		negationEndings: all.List("negation-endings"), signs: language.PackOf("en").Table("spoken-signs"),
	}
	for _, line := range all.Lines("speech-fillers") {
		v.fillers = append(v.fillers, strings.Fields(line))
	}
	return v
})

// negation reports whether a folded word turns a sentence round.
func negation(word string) bool {
	v := listed()
	for _, ending := range v.negationEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return v.negations.HasWord(word)
}

// sound reports whether a folded word is no word but a noise: it may go wherever it
// stands.
func sound(word string) bool { return listed().sounds.HasWord(word) }

// remark reports whether words in round brackets are a transcriber's: (laughs).
func remark(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if listed().remarks.HasWord(strings.Trim(w, ".,")) {
			return true
		}
	}
	return false
}

// spelled returns a sign as it is read out, "&" as "and"; any other word unchanged.
func spelled(word string) string {
	if len(word) != 1 || wordRune(rune(word[0])) {
		return word
	}
	if spoken := listed().signs[word]; spoken != "" {
		return spoken
	}
	return word
}
