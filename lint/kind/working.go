package kind

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// working reports whether a draft without metadata is a document of the people who work on a
// program or a site: a plan, a specification, a record of a decision, or a document whose name
// is in capitals, like README. k is the kind that it has otherwise: what the generator takes
// for an article is published, whatever its folder is called.
func working(name string, d *lint.Document, k lint.Kind) bool {
	if d.Meta.Format != lint.NoMeta || d.Format != lint.Markdown || k != lint.KindUnknown && k != lint.KindPage {
		return false
	}
	dir, file := path.Split(name)
	if inCapitals(lint.StemOf(file)) {
		return true
	}
	return k == lint.KindUnknown && contains(strings.Split(strings.ToLower(dir), "/"), workingFolders())
}

// workingFolders returns the names of folders with such documents.
func workingFolders() []string {
	return []string{
		"plans", "specs", "adr", "adrs", "rfc", "rfcs", "prompts", "proposals", "design-docs", "design_docs", "designdocs", "superpowers", "skills", "contributing",
	}
}

// shortestCapitals is the minimum number of letters of a single word in capitals that is
// the name of a file about a repository, not an abbreviation.
const shortestCapitals = 6

// inCapitals reports whether a name consists of words in capitals and numbers: MAINTAINERS,
// THREAT_MODEL, PHASE_2_DONE.
func inCapitals(stem string) bool {
	words, letters := 1, 0
	for i := range len(stem) {
		switch c := stem[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case (c == '_' || c == '-') && i > 0:
			words++
		case c >= '0' && c <= '9' && letters > 0:
		default:
			return false
		}
	}
	return letters >= shortestCapitals || words > 1 && letters > words
}

// byPurpose recognises file names with a purpose for programs: notes for a language model, and
// demonstrations or tests of components.
func byPurpose(file string) lint.Kind {
	if file == "SKILL.md" {
		return lint.KindAsset
	}
	stem := strings.ToLower(lint.StemOf(file))
	switch purpose := strings.TrimPrefix(path.Ext(stem), "."); {
	case slices.Contains([]string{"stories", "story", "fixture", "fixtures", "mock", "snapshot"}, purpose):
		return lint.KindSample
	case purpose == "plan":
		return lint.KindProject
	case slices.Contains([]string{"prompt", "instructions", "chatmode"}, purpose), strings.HasSuffix(stem, "_prompt"), strings.Contains(stem, "_prompt_"):
		return lint.KindAsset // for a language model
	}
	return lint.KindUnknown
}
