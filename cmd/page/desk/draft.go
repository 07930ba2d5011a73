package desk

import (
	"cmp"
	"context"
	"maps"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
)

// Draft is the text in the editor, as Markdown, with what the fields beside it say. A field in
// the text itself, such as a title in its front matter, comes first.
type Draft struct {
	Text        string `json:"text"`
	Keyphrase   string `json:"keyphrase"`
	Profile     string `json:"profile"`  // "" for the default
	Language    string `json:"language"` // "" to detect it
	Headline    string `json:"headline"`
	Description string `json:"description"`
}

// path is the path of a draft that has none. It implies no address of the page.
const path = "<draft>"

// settings returns how a draft is to be checked and read.
func (d *Desk) settings(draft *Draft) *config.Settings {
	base := d.profiles[draft.Profile]
	if base == nil {
		base = d.profiles[config.Profiles[0]]
	}
	s := *base
	s.Parse.Keyphrase, s.Parse.Language, s.Parse.Tagger = draft.Keyphrase, draft.Language, d.model.Tags
	for _, field := range [...]struct{ name, value string }{{"title", draft.Headline}, {"description", draft.Description}} {
		if field.value != "" {
			s.Parse.Inherited = append(s.Parse.Inherited, parse.Inherited{Name: field.name, Values: []string{field.value}})
		}
	}
	return &s
}

// read parses a text of the draft. If that fails, it returns no document and the reason.
func read(text []byte, s *config.Settings) (*lint.Document, string) {
	return engine.ParseAs(path, text, lint.Markdown, s.Parse)
}

// checked is a draft with its document and its findings.
type checked struct {
	doc    *lint.Document // nil if it cannot be read
	result *engine.Result
	prints map[*engine.Finding]string
}

// examine checks a text of the draft.
func (d *Desk) examine(text []byte, s *config.Settings) (*checked, error) {
	doc, reason := read(text, s)
	if doc == nil {
		out := &engine.Result{NotChecked: []engine.NotChecked{{Path: path, Reason: reason}}}
		return &checked{result: out}, nil
	}
	again := func() *lint.Document { doc, _ := read(text, s); return doc }
	draft := engine.Draft{Path: path, Content: text, Doc: doc, Settings: s, Now: d.now(), Reparse: again}
	result, err := d.engine.Run(context.Background(), true, draft)
	if err != nil {
		return nil, err
	}
	return &checked{doc, result, maps.Collect(result.Fingerprints())}, nil
}

// find returns a finding by its ID, or nil.
func (c *checked) find(id string) *engine.Finding {
	for f := range c.result.Findings.All() {
		if c.prints[f] == id {
			return f
		}
	}
	return nil
}

// family returns the family of a rule.
func (d *Desk) family(rule string) string {
	if r := d.byName[rule]; r != nil {
		return cmp.Or(string(r.Family), "other")
	}
	return "other"
}
