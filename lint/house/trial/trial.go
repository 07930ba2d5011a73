// Package trial runs the examples of declared rules, for the people who write them.
//
// An example runs through the engine like a real draft, with no other rule turned on. A rule
// that is off, or that is only for certain profiles or kinds of drafts, still runs: an example is
// meant to be flagged, or not, in any draft. An example with a path tests “files” as well. The
// date is 1 January 2030.
//
// The trade-off: each example is a draft on its own, so the interaction with other rules, such as
// a fix of another one that comes first, is not tested.
package trial

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/parse"
)

// Outcome is the result of one example.
type Outcome struct {
	Rule     *house.Declared
	Example  house.Example
	Found    []string // the words that were flagged, in order
	Messages []string // of the findings
	Unfixed  []string // for each finding, why it has no fix, or ""
	Fixed    string   // the draft after the first fix of each finding; that of the example if there is none
	Problem  string   // why the example fails, as a sentence; "" if it passes
	Recorded string   // the findings as documentation shows them
}

// Run runs the examples of rules, in their order. files are those of the repository, for
// rules about files. The error is for a rule that cannot run at all.
func Run(ctx context.Context, rules []*house.Declared, files fs.FS) ([]Outcome, error) {
	var all []Outcome
	for _, r := range rules {
		if len(r.Examples) == 0 {
			continue
		}
		run, err := newRunner(r)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.Name, err)
		}
		for _, e := range r.Examples {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			o, err := run.example(ctx, e, files)
			if err != nil {
				return nil, fmt.Errorf("rule %s, %s: %w", r.Name, e.Name, err)
			}
			all = append(all, o)
		}
	}
	return all, nil
}

// runner runs one rule.
type runner struct {
	rule     *house.Declared
	engine   *engine.Engine
	settings *config.Settings
}

func newRunner(r *house.Declared) (*runner, error) {
	list := []*lint.Rule{r.Unrestricted()}
	resolver, err := config.NewResolver(list, config.Flags{})
	if err != nil {
		return nil, err
	}
	run := &runner{rule: r}
	if run.settings, err = resolver.For(config.NoFile(""), "example.md"); err != nil {
		return nil, err
	}
	run.engine, err = engine.New(list, resolver)
	return run, err
}

// example runs one example and compares the result with what is expected.
func (r *runner) example(ctx context.Context, e house.Example, files fs.FS) (Outcome, error) {
	name := e.Path
	if name == "" {
		name = "example.md"
	}
	o := parse.Options{}
	if len(r.rule.Languages) > 0 {
		o.Language = r.rule.Languages[0]
	}
	out := Outcome{Rule: r.rule, Example: e, Fixed: e.Draft}
	if e.Path != "" && !r.rule.Covers(e.Path) {
		if e.Bad {
			out.Problem = "The rule is for other files than this path; see “files”"
		}
		return out, nil
	}
	doc, reason := engine.Parse(name, []byte(e.Draft), o)
	if doc == nil {
		out.Problem = "The example cannot be read: " + reason
		return out, nil
	}
	if len(r.rule.Languages) > 0 {
		doc.Language = r.rule.Languages[0] // a sentence is too short to detect its language
	}
	result, err := r.engine.Run(ctx, false, engine.Draft{
		Path: name, Name: name, Content: []byte(e.Draft), Doc: doc, Settings: r.settings, Files: files,
		Now: time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		return out, err
	}
	var edits []lint.Edit
	for f := range result.Findings.All() {
		if f.Rule != r.rule.Name {
			continue
		}
		out.Found = append(out.Found, strings.Join(strings.Fields(doc.Source.Slice(f.Span)), " "))
		out.Messages = append(out.Messages, f.Message)
		why := f.Unfixed
		if len(f.Fixes) > 0 {
			why = ""
		}
		out.Unfixed = append(out.Unfixed, why)
		out.Recorded += fmt.Sprintf("%d:%d-%d:%d %s %s\n", f.From.Line, f.From.Column, f.To.Line, f.To.Column, f.Severity, f.Message)
		if len(f.Fixes) > 0 {
			edits = append(edits, f.Fixes[0].Edits...)
			out.Recorded += "\tfix: " + f.Fixes[0].Title + "\n"
		}
	}
	out.Fixed = apply(e.Draft, edits)
	out.Problem = problem(&out, result)
	return out, nil
}

// apply applies edits that do not overlap; of overlapping ones, the first.
func apply(text string, edits []lint.Edit) string {
	slices.SortStableFunc(edits, func(a, b lint.Edit) int { return b.Span.Start - a.Span.Start })
	limit := len(text)
	for _, e := range edits {
		if e.Span.Start >= 0 && e.Span.End <= limit && e.Span.Start <= e.Span.End {
			text = text[:e.Span.Start] + e.New + text[e.Span.End:]
			limit = e.Span.Start
		}
	}
	return text
}

// problem says why an example fails.
func problem(o *Outcome, result *engine.Result) string {
	e := &o.Example
	switch {
	case len(result.NotChecked) > 0:
		return "The example could not be checked: " + result.NotChecked[0].Reason
	case len(result.Skipped) > 0:
		return "The rule did not run: " + result.Skipped[0].Reason
	case !e.Bad && len(o.Found) > 0:
		return "A good example is flagged"
	case !e.Bad:
		return ""
	case len(o.Found) == 0:
		return "A bad example is not flagged"
	case e.Finds != nil && !slices.Equal(o.Found, e.Finds):
		return "Other words are flagged than expected"
	case e.Fixed != nil && strings.TrimSpace(*e.Fixed) != strings.TrimSpace(o.Fixed):
		return "The fixed draft is another than expected"
	}
	return ""
}
