package driver

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
	"github.com/copychief/copychief/lint/parse"
)

// changesIn returns changes of files that nobody has asked git about.
func changesIn(t *testing.T, dir string, files ...git.File) *git.Changes {
	t.Helper()
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range files {
		if files[i].Old == "" {
			files[i].Old = files[i].Path
		}
	}
	return &git.Changes{Root: root, Files: files}
}

// An article whose lines are numbered: 1-4 front matter, 6 the first paragraph (of
// two lines), 9 the second, 11 the third.
const article = `---
title: The bridge
keyphrase: new bridge
---

It opens in May, and
the mayor comes.

Nobody swims.

The end.
`

// where is a place of the article.
func where(words string) lint.Span {
	start := strings.Index(article, words)
	return lint.Span{Start: start, End: start + len(words)}
}

func TestFindingsThatAChangeConcerns(t *testing.T) {
	top, keyphrase := where("title: The bridge"), []lint.Need{lint.NeedsKeyphrase}
	doc := parse.Parse("a.md", []byte(article), parse.Options{})
	head, body := doc.Head(), doc.Body()
	line := func(n int) []git.Lines { return []git.Lines{{From: n, To: n}} }
	gone := func(after int) []git.Lines { return []git.Lines{{From: after + 1, To: after}} }
	for _, x := range []struct {
		name   string
		rule   lint.Rule
		at     lint.Finding
		lines  []git.Lines
		counts bool
	}{
		{"the line of its place", lint.Rule{}, lint.Finding{Span: where("swims")}, line(9), true},
		{"the line before", lint.Rule{}, lint.Finding{Span: where("swims")}, line(8), false},
		{"the line after", lint.Rule{}, lint.Finding{Span: where("swims")}, line(10), false},
		{"the second of its lines", lint.Rule{}, lint.Finding{Span: where("May, and\nthe")}, line(7), true},
		{"the line after its line feed", lint.Rule{}, lint.Finding{Span: where("Nobody swims.\n")}, line(10), false},
		{"lines gone from its middle", lint.Rule{}, lint.Finding{Span: where("May, and\nthe")}, gone(6), true},
		{"lines gone beside it", lint.Rule{}, lint.Finding{Span: where("Nobody swims.")}, gone(8), false},
		{"the last line", lint.Rule{}, lint.Finding{Span: lint.Span{Start: len(article), End: len(article)}}, line(11), true},
		{"a related place", lint.Rule{}, lint.Finding{Span: where("swims"), Related: []lint.Related{{Span: where("end")}}}, line(11), true},
		{"what its fix edits", lint.Rule{}, lint.Finding{Span: where("swims"), Fixes: []lint.Fix{lint.Replace("x", true, where("end"), "x")}}, line(11), true},
		{"what it is about", lint.Rule{}, lint.Finding{Span: where("swims"), About: where(article)}, line(11), true},
		{"lines gone from what it is about", lint.Rule{}, lint.Finding{Span: where("swims"), About: where("Nobody swims.\n\n")}, gone(10), true},
		{"elsewhere than what it is about", lint.Rule{}, lint.Finding{Span: where("swims"), About: where("Nobody swims.")}, line(11), false},
		{"metadata that is missing, metadata changed", lint.Rule{}, lint.Finding{Span: top, About: head}, line(3), true},
		{"metadata that is missing, a field gone", lint.Rule{}, lint.Finding{Span: top, About: head}, gone(3), true},
		{"metadata that is missing, the body changed", lint.Rule{}, lint.Finding{Span: top, About: head}, line(9), false},
		{"the article, the body changed", lint.Rule{}, lint.Finding{Span: top, About: body}, line(9), true},
		{"the article, its last line gone", lint.Rule{}, lint.Finding{Span: top, About: body}, gone(11), true},
		{"the article, the line that it is shown on changed", lint.Rule{}, lint.Finding{Span: top, About: body}, line(2), false},
		{"the article, metadata changed", lint.Rule{}, lint.Finding{Span: top, About: body}, line(3), false},
		{"the article, metadata added", lint.Rule{}, lint.Finding{Span: top, About: body}, []git.Lines{{From: 1, To: 4}}, false},
		{"the article, its first line gone", lint.Rule{}, lint.Finding{Span: top, About: body}, gone(4), true},
		{"no place at all", lint.Rule{}, lint.Finding{}, line(9), true},
		{"no place at all, and no change", lint.Rule{}, lint.Finding{}, nil, false},
		{"a title without the keyphrase, that changed", lint.Rule{Family: lint.HeadlineFamily, Needs: keyphrase}, lint.Finding{Span: where("The bridge")}, line(3), true},
		{"a long title, the keyphrase changed", lint.Rule{Family: lint.HeadlineFamily}, lint.Finding{Span: where("The bridge")}, line(3), false},
		{"nothing changed but the mode", lint.Rule{}, lint.Finding{Span: top, About: body}, nil, false},
	} {
		for ending, text := range map[string]string{"LF": article, "CRLF": strings.ReplaceAll(article, "\n", "\r\n")} {
			if ending == "CRLF" && x.name != "the line of its place" && x.name != "the line after" {
				continue
			}
			r := x.rule
			r.Name, r.Severity = "probe", lint.Warning
			r.New = func() lint.Checker {
				return ruletest.Check(func(p *lint.Pass) {
					at := x.at
					if ending == "CRLF" {
						at.Span = lint.Span{Start: strings.Index(text, "swims"), End: strings.Index(text, "swims") + 5}
					}
					at.Message = "probe"
					p.Report(at)
				})
			}
			dir := folder(t, map[string]string{"a.md": text})
			res := run(t, Request{Rules: []*lint.Rule{&r}, Dir: dir, Changes: changesIn(t, dir, git.File{Path: "a.md", Lines: x.lines})})
			if res.Findings.Len() != 1 || (res.CountStatus(engine.Unchanged) == 0) != x.counts {
				t.Errorf("%s (%s): %d findings, %d set aside; should it count: %t", x.name, ending, res.Findings.Len(), res.CountStatus(engine.Unchanged), x.counts)
			}
		}
	}
}

func TestDeletingTheBodyConcernsTheArticle(t *testing.T) {
	thin := ruletest.New("thin", lint.Warning, func(p *lint.Pass) {
		p.Report(lint.Finding{Span: p.Doc.Top(), About: p.Doc.Body(), Message: "thin"})
	})
	dir := folder(t, map[string]string{"a.md": "---\ntitle: Bridge\n---\n"})
	res := run(t, Request{Rules: []*lint.Rule{thin}, Dir: dir, Changes: changesIn(t, dir, git.File{Path: "a.md", Lines: []git.Lines{{From: 4, To: 3}}})})
	if res.Findings.Len() != 1 || res.CountStatus(engine.Unchanged) != 0 {
		t.Errorf("%s, %d set aside", ruletest.Format(res), res.CountStatus(engine.Unchanged))
	}
}

func TestLonelyReturnsDoNotShiftChangedLines(t *testing.T) {
	// For git the draft has three lines, for copychief five.
	dir := folder(t, map[string]string{"a.md": "One.\rTwo.\r\n\nbad\n"})
	for line, want := range map[int]int{1: 1, 3: 0} {
		r := request(t, dir, config.Flags{})
		r.Changes = changesIn(t, dir, git.File{Path: "a.md", Lines: []git.Lines{{From: line, To: line}}})
		if res := run(t, r); res.CountStatus(engine.Unchanged) != want {
			t.Errorf("line %d: %d set aside, want %d", line, res.CountStatus(engine.Unchanged), want)
		}
	}
}

func TestAChangeElsewhereConcernsRelatedFindings(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md": "---\ntitle: Bridge\n---\n\nText.\n", "b.md": "---\ntitle: Bridge\n---\n\nText.\n",
	})
	for line, want := range map[int]int{2: 0, 5: 1} {
		r := request(t, dir, config.Flags{Only: []string{"same-title"}})
		r.Changes = changesIn(t, dir,
			git.File{Path: "a.md", Lines: []git.Lines{{From: line, To: line}}},
			git.File{Path: "b.md", Lines: []git.Lines{{From: 5, To: 5}}})
		res := run(t, r)
		if res.Findings.Len() != 1 || res.Findings.List()[0].Path != "b.md" || res.CountStatus(engine.Unchanged) != want {
			t.Errorf("line %d of the other: %s, %d set aside, want %d", line, ruletest.Format(res), res.CountStatus(engine.Unchanged), want)
		}
	}
}

func TestARenamedOrNewDraftCountsForItsName(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": article})
	slug := ruletest.New("slug", lint.Warning, func(p *lint.Pass) { p.Report(lint.Finding{Span: p.Doc.Top(), Message: "slug"}) })
	slug.Family = lint.DescriptionFamily
	absent := ruletest.New("absent", lint.Warning, func(p *lint.Pass) {
		p.Report(lint.Finding{Span: p.Doc.Top(), About: p.Doc.Head(), Message: "absent"})
	})
	absent.Family = lint.DescriptionFamily
	for _, c := range []struct {
		rule *lint.Rule
		file git.File
		want int
	}{
		{slug, git.File{Path: "a.md", Old: "b.md"}, 0},
		{slug, git.File{Path: "a.md"}, 1},
		{absent, git.File{Path: "a.md", Old: "b.md"}, 1}, // no name describes an article
	} {
		res := run(t, Request{Rules: []*lint.Rule{c.rule}, Dir: dir, Changes: changesIn(t, dir, c.file)})
		if res.CountStatus(engine.Unchanged) != c.want {
			t.Errorf("%s, from %q: %d set aside, want %d", c.rule.Name, c.file.Old, res.CountStatus(engine.Unchanged), c.want)
		}
	}
}

func TestASuppressionThatMatchesNothingAnyMoreCountsWhereItsBlockChanged(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "<!-- copychief-ignore bad-word: law -->\n\nNow good.\n\nAnother.\n"})
	for line, want := range map[int]int{1: 0, 3: 0, 5: 1} {
		r := request(t, dir, config.Flags{})
		r.Changes = changesIn(t, dir, git.File{Path: "a.md", Lines: []git.Lines{{From: line, To: line}}})
		if res := run(t, r); res.Findings.Len() != 1 || res.CountStatus(engine.Unchanged) != want {
			t.Errorf("line %d: %s, %d set aside, want %d", line, ruletest.Format(res), res.CountStatus(engine.Unchanged), want)
		}
	}
}

func TestOnlyWhatChangedIsFixedWhileLinesMove(t *testing.T) {
	split := ruletest.New("split", lint.Warning, func(p *lint.Pass) {
		for i := range p.Doc.Source.Bytes {
			if p.Doc.Source.Bytes[i] == 'x' {
				span := lint.Span{Start: i, End: i + 1}
				p.Report(lint.Finding{Span: span, Message: "x", Fixes: []lint.Fix{lint.Replace("y", true, span, "y\ny")}})
				return // one at a time, so that each round sees other lines
			}
		}
	})
	last := ruletest.New("last", lint.Warning, func(p *lint.Pass) {
		text := string(p.Doc.Source.Bytes)
		if i := strings.LastIndex(text, "z"); i >= 0 && !strings.Contains(text, "x") {
			span := lint.Span{Start: i, End: i + 1}
			p.Report(lint.Finding{Span: span, Message: "z", Fixes: []lint.Fix{lint.Replace("w", true, span, "w")}})
		}
	})
	dir := folder(t, map[string]string{"a.md": "x\n\nz\n\nq\n"})
	fixed := func(lines ...git.Lines) string {
		fixes, err := Fix(context.Background(), Request{
			Rules: []*lint.Rule{split, last}, Dir: dir, Changes: changesIn(t, dir, git.File{Path: "a.md", Lines: lines}),
		}, FixOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if len(fixes.Drafts) == 0 {
			return ""
		}
		return string(fixes.Drafts[0].New)
	}
	if got := fixed(git.Lines{From: 1, To: 1}); got != "y\ny\n\nz\n\nq\n" {
		t.Errorf("with the first line changed: %q", got)
	}
	if got := fixed(git.Lines{From: 1, To: 1}, git.Lines{From: 3, To: 3}); got != "y\ny\n\nw\n\nq\n" {
		t.Errorf("with the line that moves changed, too: %q", got)
	}
	if got := fixed(git.Lines{From: 5, To: 5}); got != "" {
		t.Errorf("with another line changed: %q", got)
	}
}

func TestADraftThatChangedIsNotLookedUpElsewhere(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "bad\n", "deep/b.md": "bad\n", ".hidden/c.md": "bad\n", "node_modules/d.md": "bad\n"})
	changes := func() *git.Changes {
		return changesIn(t, dir, git.File{Path: ".hidden/c.md", Whole: true}, git.File{Path: "a.md", Whole: true},
			git.File{Path: "deep/b.md", Whole: true}, git.File{Path: "gone.md", Whole: true}, git.File{Path: "node_modules/d.md", Whole: true})
	}
	for paths, want := range map[string]string{
		"": "a.md deep/b.md", ".": "a.md deep/b.md", "deep": "deep/b.md", "a.md deep/b.md": "a.md deep/b.md",
		".hidden/c.md": ".hidden/c.md", ".hidden": ".hidden/c.md", "node_modules": "node_modules/d.md", "deep deep/b.md": "deep/b.md",
	} {
		r := request(t, dir, config.Flags{}, strings.Fields(paths)...)
		r.Changes = changes()
		var got []string
		for _, d := range run(t, r).Coverage {
			got = append(got, d.Path)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: checked %v, want %s", paths, got, want)
		}
	}
}
