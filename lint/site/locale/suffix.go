package locale

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// suffixes finds languages in names such as frost.de.md, if frost.md or the same name with
// another language exists, and in names such as frost_de.md or frost-de.md beside frost.md.
func suffixes(s *lint.Site, drafts []string) {
	of := map[string][]string{} // name without language -> languages; "" for none
	there := make(map[string]bool, len(drafts))
	for _, d := range drafts {
		there[d] = true
		stem := lint.StemOf(d)
		code := strings.TrimPrefix(path.Ext(stem), ".")
		if code == "" || !IsTag(code) {
			of[stem] = append(of[stem], "")
			continue
		}
		stem = strings.TrimSuffix(stem, "."+code)
		of[stem] = append(of[stem], strings.ToLower(strings.ReplaceAll(code, "_", "-")))
	}
	for _, stem := range slices.Sorted(maps.Keys(of)) {
		if len(of[stem]) < 2 {
			continue
		}
		for _, tag := range of[stem] {
			if tag != "" && !slices.Contains(s.Languages, tag) {
				s.Languages = append(s.Languages, tag)
			}
		}
	}
	joined(s, drafts, there)
}

// joined finds languages that an underscore or a hyphen joins to the name of another draft.
// “sign-in” may be beside “sign”, so codes that are also English words count only if several names
// have them.
func joined(s *lint.Site, drafts []string, there map[string]bool) {
	stems := map[string]int{}
	for _, d := range drafts {
		stem, suffix, tag := joinedLanguage(d)
		if tag != "" && there[stem+lint.SuffixOf(d)] {
			stems[suffix]++
		}
	}
	for _, suffix := range slices.Sorted(maps.Keys(stems)) {
		if code := suffix[1:]; stems[suffix] < namesWith(suffix[0], code) {
			continue
		}
		tag := suffixLanguage(suffix[1:])
		s.LanguageSuffixes = append(s.LanguageSuffixes, lint.LanguageSuffix{Text: suffix, Language: tag})
		if !slices.Contains(s.Languages, tag) {
			s.Languages = append(s.Languages, tag)
		}
	}
}

// joinedLanguage splits the path of a draft, without its extension, into a stem and a suffix
// that names a language; tag is "" if there is none.
func joinedLanguage(name string) (stem, suffix, tag string) {
	plain := lint.StemOf(name)
	base := len(plain) - len(path.Base(plain))
	last := strings.LastIndexAny(plain, "_-")
	if last <= base || IsTag(plain[base+strings.LastIndexByte(plain[base:last], '.')+1:last]) { // pt-br.md, frost.pt-br.md
		return "", "", ""
	}
	for _, at := range [...]int{strings.LastIndexAny(plain[:last], "_-"), last} { // _zh_CN, _zh
		if at <= base {
			continue
		}
		if tag = suffixLanguage(plain[at+1:]); tag != "" {
			return plain[:at], strings.ToLower(plain[at:]), tag
		}
	}
	return "", "", ""
}

// namesWith returns how many names must have a suffix for it to count as a language.
func namesWith(separator byte, code string) int {
	primary, _, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	switch {
	case strings.Contains(wordCodes, " "+primary+" "):
		return 3
	case separator == '_' && strings.Contains(frequentCodes, " "+primary+" "):
		return 1
	}
	return 2
}

// wordCodes are codes of languages that are also words of English or ends of compounds, and
// frequentCodes those for which one translation is enough.
const (
	wordCodes     = " ad am an as be do he id in io is it my no or pa so st to us "
	frequentCodes = " ar cn cs cz de en es fa fr hi ja jp ko kr nl pl pt ru sv tr tw ua uk vi zh "
)

// suffixLanguage returns the language that the end of a file name stands for, in lower case, or
// "". Countries are often written for languages there.
func suffixLanguage(code string) string {
	switch strings.ToLower(code) {
	case "ua":
		return "uk"
	case "cn", "hans":
		return "zh"
	case "tw", "hant":
		return "zh-tw"
	case "jp":
		return "ja"
	case "kr":
		return "ko"
	case "cz":
		return "cs"
	case "gr":
		return "el"
	}
	_, region, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	written := []string{"hans", "hant", "latn", "cyrl", "419"} // regions and scripts of more than two letters
	if !IsTag(code) || len(region) > 2 && !slices.Contains(written, strings.ToLower(region)) {
		return ""
	}
	return strings.ToLower(strings.ReplaceAll(code, "_", "-"))
}

// languageSuffix returns the suffix of a name that the site uses for a language, or nil.
func languageSuffix(s *lint.Site, name string) *lint.LanguageSuffix {
	if len(s.LanguageSuffixes) == 0 {
		return nil
	}
	_, suffix, _ := joinedLanguage(name)
	for i := range s.LanguageSuffixes {
		if l := &s.LanguageSuffixes[i]; suffix == l.Text {
			return l
		}
	}
	return nil
}
