package detect

import "unicode"

// script is a writing system.
type script uint8

// The scripts that are distinguished.
const (
	noScript script = iota
	latin
	cyrillic
	greek
	arabic
	hebrew
	devanagari
	bengali
	han
	kana
	hangul
	thai
	lao
	khmer
	burmese
	tibetan
	georgian
	armenian
	gurmukhi
	gujarati
	odia
	tamil
	telugu
	kannada
	malayalam
	sinhala
	ethiopic
	scripts
)

// soleLanguage is the only common language of a script; "" if there are several, so that words
// must decide.
var soleLanguage = [scripts]string{
	greek: "el", han: "zh", kana: "ja", hangul: "ko", thai: "th", lao: "lo", khmer: "km",
	burmese: "my", tibetan: "bo", georgian: "ka", armenian: "hy", gurmukhi: "pa",
	gujarati: "gu", odia: "or", tamil: "ta", telugu: "te", kannada: "kn", malayalam: "ml",
	sinhala: "si", ethiopic: "am",
}

// lettersPerWord is how many letters of a script count as one word of text. English has about
// five; a Chinese character is more than half a word.
func (s script) lettersPerWord() int {
	switch s {
	case han, kana:
		return 2
	case hangul:
		return 3
	default:
		return 5
	}
}

// lower returns a letter of the script in lower case.
func (s script) lower(r rune) rune {
	switch {
	case s == cyrillic && 'а' <= r && r <= 'я':
		return r // saves a search in the tables of Unicode
	case s <= greek, s == georgian, s == armenian:
		return unicode.ToLower(r)
	}
	return r // other scripts have one case
}

// scriptRange is a block of Unicode.
type scriptRange struct {
	from, to rune
	script   script
}

// ranges are the blocks of Unicode by script, in order.
var ranges = [...]scriptRange{
	{0x00c0, 0x024f, latin}, {0x0250, 0x02ff, noScript}, {0x0370, 0x03ff, greek},
	{0x0400, 0x052f, cyrillic}, {0x0531, 0x058f, armenian}, {0x05d0, 0x05f2, hebrew},
	{0x0620, 0x06d5, arabic}, {0x06ee, 0x06ff, arabic}, {0x0750, 0x077f, arabic},
	{0x0900, 0x0963, devanagari}, {0x0980, 0x09e3, bengali}, {0x09f0, 0x09f1, bengali},
	{0x0a00, 0x0a7f, gurmukhi}, {0x0a80, 0x0aff, gujarati}, {0x0b00, 0x0b7f, odia},
	{0x0b80, 0x0bff, tamil}, {0x0c00, 0x0c7f, telugu}, {0x0c80, 0x0cff, kannada},
	{0x0d00, 0x0d7f, malayalam}, {0x0d80, 0x0dff, sinhala}, {0x0e01, 0x0e4e, thai},
	{0x0e80, 0x0eff, lao}, {0x0f00, 0x0fff, tibetan}, {0x1000, 0x109f, burmese},
	{0x10a0, 0x10ff, georgian}, {0x1100, 0x11ff, hangul}, {0x1200, 0x139f, ethiopic},
	{0x1780, 0x17d3, khmer}, {0x1e00, 0x1eff, latin}, {0x1f00, 0x1fff, greek},
	{0x2d80, 0x2ddf, ethiopic}, {0x3041, 0x30ff, kana}, {0x3400, 0x4dbf, han},
	{0x4e00, 0x9fff, han}, {0xac00, 0xd7a3, hangul}, {0xf900, 0xfaff, han},
	{0xfb1d, 0xfb4f, hebrew}, {0xfb50, 0xfdff, arabic}, {0xfe70, 0xfefc, arabic},
	{0xff66, 0xff9d, kana}, {0x20000, 0x323af, han},
}

// scriptOf returns the script of a letter or combining mark; noScript for everything else.
func scriptOf(r rune) script {
	var last scriptRange
	return last.scriptOf(r)
}

// scriptOf is like the function of that name, for the letters of a text in order: it first tries
// the range of the previous letter, which is usually that of the next one, too.
func (last *scriptRange) scriptOf(r rune) script {
	if r < 0x80 {
		if lower := r | 0x20; 'a' <= lower && lower <= 'z' {
			return latin
		}
		return noScript
	}
	if r == '×' || r == '÷' || r == 'ー' || r == '・' {
		return noScript
	}
	if last.from <= r && r <= last.to {
		return last.script
	}
	low, high := 0, len(ranges)
	for low < high {
		mid := (low + high) / 2
		if ranges[mid].to < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(ranges) && ranges[low].from <= r {
		*last = ranges[low]
		return last.script
	}
	return noScript
}
