// Package locale derives the language of a draft from its path.
//
// Sites in several languages have a folder for each, de/night.md, or a suffix, night.de.md.
// [Find] learns from the paths of all drafts which of their folders and suffixes are
// languages; [Of], [Untranslated] and [IsFolder] apply what was learnt, and what the configuration of
// the site says, to one path.
//
// The trade-off: language codes are also words, such as "no", "is" and "it", and names of
// teams. A folder with such a name counts only beside others, or if its drafts have
// counterparts elsewhere; a lone translation in a folder is not noticed.
package locale

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// codes are the language codes of ISO 639-1, and longer ones that sites use and that are not
// words by which folders are called.
const codes = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu" +
	" fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky" +
	" la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw" +
	" sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu bho ceb ckb dsb fil hsb kab mai pcm yue "

// regional are language codes that are also words, or rare, so that they count only with a region:
// “son” may be a folder about sons, but “son-ZA” is not.
const regional = " ach ast ber chr chm crs hil ilo jbo kmr lld lol mus nah nds pam quc que rup sah sat sco sma son szl tay tlh tzl val vec vls zea "

// IsTag reports whether a name is a language tag: "de", "pt-BR", "zh_Hans".
func IsTag(name string) bool {
	name = strings.ReplaceAll(name, "_", "-")
	primary, region, has := strings.Cut(name, "-")
	if len(primary) < 2 || len(primary) > 3 || strings.ContainsRune(primary, ' ') {
		return false // most names
	}
	code := " " + strings.ToLower(primary) + " "
	if !strings.Contains(codes, code) && (!has || !strings.Contains(regional, code)) {
		return false
	}
	if !has {
		return true
	}
	return Tag(name) != "" && len(region) <= 7
}

// Tag normalises a language tag to the form "pt-BR"; it returns "" for anything
// else.
func Tag(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", "-"), ".")
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3) || len(part) < 2 || len(part) > 8 || strings.Trim(part, alphanumeric) != "" {
			return ""
		}
	}
	return s
}

const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// Of returns the language tag in the path of a draft, in lower case, or "". It is
// taken from a folder or from the file name: night.de.md.
func Of(s *lint.Site, name string) string {
	if s == nil || len(s.Languages) == 0 {
		return ""
	}
	base := path.Base(name)
	stem := lint.StemOf(base)
	if code := strings.TrimPrefix(path.Ext(stem), "."); code != "" && code != stem && IsTag(code) {
		if tag := languageIn(s, code); tag != "" {
			return tag
		}
	}
	if l := languageSuffix(s, name); l != nil {
		return l.Language
	}
	best, length := "", -1
	for i := range s.LanguageFolders {
		t := &s.LanguageFolders[i]
		if len(t.Folder) > length && strings.HasPrefix(name, t.Folder) && len(name) > len(t.Folder) && name[len(t.Folder)] == '/' {
			best, length = t.Language, len(t.Folder)
		}
	}
	return best
}

// IsFolder reports whether a folder has the drafts in one language: as far as the site is known, or
// by its name.
func IsFolder(s *lint.Site, dir string) bool {
	known := s != nil && slices.ContainsFunc(s.LanguageFolders, func(l lint.LanguageFolder) bool { return l.Folder == dir })
	return known || IsTag(path.Base(dir))
}

// Untranslated returns the path of a draft without the language in it, and the language.
// Translations of one text have the same path without language: content/de/night.md and
// content/en/night.md, or night.de.md and night.md. It returns "" for sites in one
// language.
func Untranslated(s *lint.Site, name string) (text, tag string) {
	if s == nil || len(s.Languages) < 2 || name == "" {
		return "", ""
	}
	if tag = Of(s, name); tag == "" {
		return name, ""
	}
	ext := lint.SuffixOf(name)
	stem := strings.TrimSuffix(name, ext)
	if code := strings.TrimPrefix(path.Ext(stem), "."); code != "" && IsTag(code) && languageIn(s, code) == tag {
		return strings.TrimSuffix(stem, "."+code) + ext, tag
	}
	if l := languageSuffix(s, name); l != nil {
		return stem[:len(stem)-len(l.Text)] + ext, tag
	}
	folder := ""
	for i := range s.LanguageFolders {
		if t := &s.LanguageFolders[i]; len(t.Folder) > len(folder) && strings.HasPrefix(name, t.Folder+"/") {
			folder = t.Folder
		}
	}
	return path.Join(untranslatedDir(path.Dir(folder)), name[len(folder):]), tag
}

// untranslatedDir returns the folder with the sources of a folder with translations: “locales” beside
// “content”, with locales/de/content in it, holds nothing but translations.
func untranslatedDir(dir string) string {
	switch path.Base(dir) {
	case "locales", "locale", "translations", "l10n":
		return path.Dir(dir)
	}
	return dir
}

// languageIn returns the site's language with a given code, or "" if the site does not
// have it.
func languageIn(s *lint.Site, code string) string {
	tag := strings.ToLower(strings.ReplaceAll(code, "_", "-"))
	for _, l := range s.Languages {
		if l == tag {
			return tag
		}
	}
	return ""
}
