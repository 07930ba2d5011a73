package engine_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
	"github.com/copychief/copychief/rules"
)

func Example() {
	checker, _ := engine.New(rules.All(), nil)
	draft := engine.Draft{Path: "post.md", Content: []byte("# The bridge opens\n\nTODO: ask the mayor.\n")}
	result, _ := checker.Run(context.Background(), true, draft)
	for f := range result.Findings.All() {
		fmt.Printf("%d:%d %s %s (%s)\n", f.From.Line, f.From.Column, f.Severity, f.Message, f.Rule)
	}
	// Output:
	// 1:3 advice No meta description; say in a sentence or two what the reader will learn (missing-description)
	// 3:1 error “TODO” is a placeholder; put in what belongs here (placeholder)
}

// newEngine returns an engine with the test rules.
func newEngine(t *testing.T, flags config.Flags) *engine.Engine {
	t.Helper()
	conf, err := config.NewResolver(append(ruletest.Rules(), engine.Rules()...), flags)
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New(ruletest.Rules(), conf)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// check checks drafts that are in memory, by their names.
func check(t *testing.T, drafts map[string]string, flags config.Flags) *engine.Result {
	t.Helper()
	var all []engine.Draft
	for name, content := range drafts {
		all = append(all, engine.Draft{Path: name, Content: []byte(content)})
	}
	res, err := newEngine(t, flags).Run(context.Background(), false, all...)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func wants(t *testing.T, res *engine.Result, lines ...string) {
	t.Helper()
	want := strings.Join(lines, "\n")
	if len(lines) > 0 {
		want += "\n"
	}
	if got := ruletest.Format(res); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestADraftInMemoryGetsAllThatAReportShows(t *testing.T) {
	res := check(t, map[string]string{"a.md": "# Title\n\nÜber a **bad** day.\n"}, config.Flags{})
	wants(t, res, "a.md:3:10 warning bad-word: Found bad")
	f := res.Findings.List()[0]
	if len(f.Lines) != 1 || f.Lines[0].Text != "Über a **bad** day." || f.To != (lint.Position{Line: 3, Column: 13}) || f.Words == "" {
		t.Errorf("%+v", f)
	}
	if got := fmt.Sprint(res.Skipped); got != "[{dead-file no site files to look at 1 false} {missing-phrase no keyphrase declared 1 false}]" {
		t.Errorf("skipped %s", got)
	}
}

func TestARuleThatFailsDoesNotAffectOthers(t *testing.T) {
	res := check(t, map[string]string{"a.md": "PANIC bad\n", "b.md": "bad\n"}, config.Flags{})
	wants(t, res,
		"a.md:1:1 error internal-error: Rule “panics” failed on this draft (line one line two); please report it",
		"a.md:1:7 warning bad-word: Found bad",
		"b.md:1:1 warning bad-word: Found bad")
	if len(res.NotChecked) != 0 {
		t.Errorf("a rule that failed is a finding, no draft that was not checked: %v", res.NotChecked)
	}
	for i := range res.Coverage {
		if c := &res.Coverage[i]; c.Ran("bad-word") != (c.Path == "b.md") {
			t.Errorf("%s: all of it was checked: %t", c.Path, c.Ran("bad-word"))
		}
	}
}

func TestPagesOfDraftsInMemoryMeet(t *testing.T) {
	long := strings.Repeat("Some words that fill the page.\n\n", 300)
	res := check(t, map[string]string{
		"a.md": "---\ntitle: One\n---\n\nText\n", "b.md": "---\ntitle: One\n---\n\n" + long + "See [it](dead).\n",
	}, config.Flags{Only: []string{"same-title"}})
	wants(t, res,
		"b.md:2:8 warning same-title: Same title [a.md:2:8 the other]",
		"b.md:605:5 warning same-title: Dead, partial false")
}

func TestUnreadableFilesAreNotChecked(t *testing.T) {
	res := check(t, map[string]string{"a.md": "\x00"}, config.Flags{})
	if len(res.NotChecked) != 1 || res.Findings.Len() != 0 {
		t.Errorf("%v, %s", res.NotChecked, ruletest.Format(res))
	}
}

func TestAFileThatNoRuleReadsNeedNotBeReadable(t *testing.T) {
	keys := "---\n" + strings.Repeat("a: b\n", 2000) + "---\n\nbad\n"
	res := check(t, map[string]string{"tests/data.md": keys, "post.md": keys}, config.Flags{})
	if len(res.NotChecked) != 1 || res.NotChecked[0].Path != "post.md" {
		t.Errorf("%v", res.NotChecked)
	}
}

func TestACancelledCheckYieldsAnError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	res, err := newEngine(t, config.Flags{}).Run(ctx, false, engine.Draft{Path: "a.md", Content: []byte("bad\n")})
	if err == nil || res != nil {
		t.Errorf("%v, %v", res, err)
	}
}

func TestARecordYieldsTheOutcomeItWasMadeOf(t *testing.T) {
	e := newEngine(t, config.Flags{})
	conf, err := config.NewResolver(append(ruletest.Rules(), engine.Rules()...), config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	finished := func(restore bool) string {
		var outcomes []*engine.Outcome
		for _, name := range []string{"a.md", "b.md"} {
			settings, err := conf.For(config.NoFile(""), name)
			if err != nil {
				t.Fatal(err)
			}
			d := &engine.Draft{Path: name, Settings: settings, Now: time.Now(), Content: []byte(
				"---\ntitle: One\n---\n\n<!-- copychief-ignore bad-word: law -->\n\nbad\n\n<!-- copychief-ignore sad-word -->\n\nx PANIC\n")}
			d.Doc, _ = engine.Parse(d.Path, d.Content, settings.Parse)
			o := e.Check(t.Context(), d)
			if restore {
				o = o.Record().Outcome(&engine.Draft{Path: name, Settings: settings, Content: d.Content})
			}
			outcomes = append(outcomes, o)
		}
		if _, err := e.Finish(t.Context(), outcomes, false, 0); err != nil {
			t.Fatal(err)
		}
		res := engine.Collect(outcomes, false)
		ran := slices.ContainsFunc(res.Coverage, func(c engine.Coverage) bool { return c.Ran("bad-word") })
		return fmt.Sprint(ruletest.Format(res), res.Skipped, res.NotChecked, ran)
	}
	if was, is := finished(false), finished(true); was != is || !strings.Contains(was, "unused-suppression") {
		t.Errorf("restored:\n%s\nwas:\n%s", is, was)
	}
}
