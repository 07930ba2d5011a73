package driver

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

type mends struct{}

func (mends) Check(p *lint.Pass) {
	if i := strings.Index(string(p.Doc.Source.Bytes), "bad"); i >= 0 {
		span := lint.Span{Start: i, End: i + 3}
		p.Report(lint.Finding{Span: span, Message: "Bad", Fixes: []lint.Fix{lint.Replace("Say good", true, span, "good")}})
	}
}

// countdown is a context that is cancelled once it was asked a number of times
// after it was armed: when the first file is written, here.
type countdown struct {
	context.Context
	armed atomic.Bool
	left  atomic.Int32
}

func (c *countdown) Err() error {
	if c.armed.Load() && c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestAnInterruptedRunFinishesTheFileAtHand(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "bad\n", "b.md": "bad\n", "c.md": "bad\n"})
	r := request(t, dir, config.Flags{}, ".")
	r.Rules = []*lint.Rule{{Name: "mends", Family: lint.DraftingFamily, Severity: lint.Warning, New: func() lint.Checker { return mends{} }}}
	r.Config = nil
	ctx := &countdown{Context: t.Context()}
	ctx.left.Store(2) // by the check of the last draft's end, and by the first file
	r.Jobs = 1
	r.Progress = func(done, total int) { ctx.armed.Store(done == total) }
	fixes, err := Fix(ctx, r, FixOptions{Write: true})
	if !errors.Is(err, context.Canceled) || fixes == nil {
		t.Fatalf("%v, %v", fixes, err)
	}
	fixed := 0
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(content) == "good\n" {
			fixed++
		} else if string(content) != "bad\n" {
			t.Errorf("%s: %q", name, content)
		}
	}
	if n, _ := fixes.Fixed(); n != fixed || fixed == 0 || fixed == 3 {
		t.Errorf("%d files fixed, %d listed", fixed, n)
	}
}
