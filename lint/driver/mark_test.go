package driver

import (
	"context"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// firstLine excludes findings on the first line of a draft.
type firstLine struct{ seen *int }

func (l firstLine) Marker() func([]*engine.Finding) {
	return func(findings []*engine.Finding) {
		for _, f := range findings {
			*l.seen++
			if f.From.Line == 1 {
				f.Status = engine.Known
			}
		}
	}
}

// all sets everything aside that it is given.
type all struct{}

func (all) Marker() func([]*engine.Finding) {
	return func(findings []*engine.Finding) {
		for _, f := range findings {
			f.Status = engine.Unchanged
		}
	}
}

func TestFindingsThatAFilterExcludesAreCountedByReason(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "bad\n\nbad\n\n<!-- copychief-ignore bad-word: law -->\n\nbad\n"})
	seen := 0
	r := request(t, dir, config.Flags{}, ".")
	r.Filters = []Filter{firstLine{&seen}}
	res := run(t, r)
	if res.Findings.Len() != 3 || res.CountStatus(engine.Known) != 1 || res.CountStatus(engine.Suppressed) != 1 || res.Count(lint.Warning) != 1 {
		t.Errorf("%d findings, %d known, %d suppressed, %d count", res.Findings.Len(), res.CountStatus(engine.Known), res.CountStatus(engine.Suppressed), res.Count(lint.Warning))
	}
	if seen != 2 {
		t.Errorf("the filter was given %d findings, suppressed ones among them", seen)
	}
	r.Filters = append(r.Filters, all{})
	if res = run(t, r); res.CountStatus(engine.Known) != 1 || res.CountStatus(engine.Unchanged) != 1 || res.Count(lint.Warning) != 0 {
		t.Errorf("the second filter: %d known, %d unchanged", res.CountStatus(engine.Known), res.CountStatus(engine.Unchanged))
	}
}

func TestFindingsThatAFilterExcludesAreNotFixed(t *testing.T) {
	double := ruletest.New("double", lint.Warning, func(p *lint.Pass) {
		for i, c := range p.Doc.Source.Bytes {
			if c == 'x' {
				span := lint.Span{Start: i, End: i + 1}
				p.Report(lint.Finding{Span: span, Message: "x", Fixes: []lint.Fix{lint.Replace("y", true, span, "y")}})
			}
		}
	})
	dir := folder(t, map[string]string{"a.md": "x\n\nx\n"})
	seen := 0
	fixes, err := Fix(context.Background(), Request{
		Rules: []*lint.Rule{double}, Dir: dir, Paths: []string{"a.md"}, Filters: []Filter{firstLine{&seen}},
	}, FixOptions{})
	if err != nil || len(fixes.Drafts) != 1 || string(fixes.Drafts[0].New) != "x\n\ny\n" {
		t.Errorf("%+v, %v", fixes, err)
	}
}
