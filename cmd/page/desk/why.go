package desk

import (
	"regexp"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
)

// about is what the page needs to know before there is a draft.
type about struct {
	Profiles []string `json:"profiles"`
	Families []string `json:"families"` // in the order of the list of rules
	Rules    int      `json:"rules"`
	Files    []string `json:"files"` // the extensions of files that can be opened
}

func aboutOf(d *Desk) *about {
	out := &about{Profiles: config.Profiles, Families: []string{}, Rules: len(d.rules), Files: lint.Extensions()}
	for _, r := range d.rules {
		if n := len(out.Families); n == 0 || out.Families[n-1] != string(r.Family) {
			out.Families = append(out.Families, string(r.Family))
		}
	}
	return out
}

// explanation is what a rule is about.
type explanation struct {
	Rule    string `json:"rule"`
	Summary string `json:"summary"`
	Text    string `json:"text"` // Markdown
	Advice  string `json:"advice"`
	Basis   basis  `json:"basis"`
	Error   string `json:"error,omitempty"`
}

// whyOf explains a rule.
func whyOf(d *Desk, name string) *explanation {
	r := d.byName[name]
	if r == nil {
		return &explanation{Rule: name, Error: "there is no rule of this name"}
	}
	page, err := docs.Read(r)
	if err != nil {
		return &explanation{Rule: name, Error: err.Error()}
	}
	return &explanation{
		Rule: r.Name, Summary: r.Summary, Text: page.Explanation, Advice: plain(page.Part("What to do")),
		Basis: basisOf(r.Basis),
	}
}

// setting matches what only readers of the command line and of its configuration know.
var setting = regexp.MustCompile("`(?:[^`]*(?:--|_|: |\\.yml)[^`]*|[^`]*:|[a-z]+)`")

// plain returns the sentences of a text that name no setting, since the page has none. If all
// of them do, it returns the text.
func plain(text string) string {
	var kept []string
	for _, s := range sentence.FindAllString(strings.Join(strings.Fields(text), " "), -1) {
		if !setting.MatchString(s) {
			kept = append(kept, strings.TrimSpace(s))
		}
	}
	if len(kept) == 0 {
		return text
	}
	return strings.Join(kept, " ")
}

// sentence matches a sentence. One that is cut in two does no harm.
var sentence = regexp.MustCompile(`[^.!?]+(?:[.!?](?:[^\s.!?][^.!?]*)?)+\s*|[^.!?]+$`)

func basisOf(b lint.Basis) basis {
	return basis{string(b.Kind), docs.BasisKind(b.Kind), b.Source, b.URL}
}
