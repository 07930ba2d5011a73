package language

import "github.com/copychief/copychief/lint/language/wordlist"

// writesOrdinals reports whether a language (a BCP 47 tag) writes “the 3rd” as “3.”.
func writesOrdinals(tag string) bool {
	switch wordlist.Primary(tag) {
	case "bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr":
		return true
	}
	return false
}

// Spaced reports whether spaces separate the words of a language (a BCP 47 tag). Vietnamese
// puts a space after every syllable, so its words cannot be counted by spaces either.
func Spaced(tag string) bool {
	switch wordlist.Primary(tag) {
	case "zh", "ja", "th", "km", "lo", "my", "bo", "yue", "wuu", "vi":
		return false
	default:
		return true
	}
}

// English reports whether a language tag means English or is empty.
func English(tag string) bool {
	return tag == "" || tag == "en" || len(tag) > 2 && tag[:3] == "en-"
}
