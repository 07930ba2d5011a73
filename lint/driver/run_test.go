package driver

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

func TestFindingsCarryAllThatAReportShows(t *testing.T) {
	dir := folder(t, map[string]string{"posts/a.md": "# Title\n\nÜber a **bad** day.\n\nOne sad\nday, bad too.\n"})
	res := run(t, request(t, dir, config.Flags{}, "."))
	wants(t, res,
		"posts/a.md:3:10 warning bad-word: Found bad",
		"posts/a.md:5:5 error sad-word: Found sad",
		"posts/a.md:6:6 warning bad-word: Found bad")
	f := res.Findings.List()[0]
	line := engine.Line{Number: 3, Text: "Über a **bad** day.", Span: lint.Span{Start: 9, End: 29}}
	var fingerprint string
	for _, fingerprint = range res.Fingerprints() {
		break
	}
	if len(f.Lines) != 1 || f.Lines[0] != line || f.To != (lint.Position{Line: 3, Column: 13}) || len(fingerprint) != 16 {
		t.Errorf("%+v", f)
	}
	if res.Files != 1 || len(res.NotChecked) != 0 || res.Count(lint.Warning) != 2 {
		t.Errorf("%+v", res)
	}
	want := "[{missing-phrase no keyphrase declared 1 false}]"
	if got := fmt.Sprint(res.Skipped); got != want {
		t.Errorf("skipped %s, want %s", got, want)
	}
}

func TestRulesThatCannotRunAreCounted(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md": "---\nlang: de\n---\n\nText\n", "b.md": "---\nkeyphrase: x\n---\n\nText\n", "c.md": "Text\n",
	})
	res := run(t, request(t, dir, config.Flags{}, "."))
	want := "[{missing-phrase no keyphrase declared 2 false} {plain-english language de not supported 1 false}]"
	if got := fmt.Sprint(res.Skipped); got != want {
		t.Errorf("skipped %s, want %s", got, want)
	}
	wants(t, res, "b.md:1:1 warning missing-phrase: never")
}

func TestARuleThatPanicsBecomesAFinding(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "PANIC\n", "b.md": "bad\n"})
	res := run(t, request(t, dir, config.Flags{}, "."))
	wants(t, res,
		"a.md:1:1 error internal-error: Rule “panics” failed on this draft (line one line two); please report it",
		"b.md:1:1 warning bad-word: Found bad")
	if len(res.NotChecked) != 0 || res.Coverage[0].Ran("bad-word") || !res.Coverage[1].Ran("bad-word") {
		t.Errorf("not checked: %v", res.NotChecked)
	}
}

func TestConfiguredSeverityWins(t *testing.T) {
	mild := ruletest.New("mild", lint.Error, func(p *lint.Pass) {
		p.Report(lint.Finding{Severity: lint.Advice, Message: "mild"})
		p.Report(lint.Finding{Severity: lint.Error, Message: "wild"})
	})
	dir := folder(t, map[string]string{"a.md": "x\n"})
	for severity, want := range map[string]string{
		"": "advice, error", "warning": "warning, warning", "error": "error, error",
	} {
		flags := config.Flags{Dir: dir}
		if severity != "" {
			flags.Rules = map[string]string{"mild": severity}
		}
		loader, err := configfile.NewLoader([]*lint.Rule{mild}, configfile.Options{Flags: flags})
		if err != nil {
			t.Fatal(err)
		}
		res := run(t, Request{Rules: []*lint.Rule{mild}, Config: loader, Dir: dir, Paths: []string{"a.md"}})
		if got := res.Findings.List()[0].Severity.String() + ", " + res.Findings.List()[1].Severity.String(); got != want {
			t.Errorf("%q: %s, want %s", severity, got, want)
		}
	}
}

func TestFilesOfTheSiteAreSeenFromItsRoot(t *testing.T) {
	dir := folder(t, map[string]string{
		".copychief.yml": "site: {root: content}", "content/posts/a.md": "[x](img/there.png) [y](none.png) [z](../secret.md)\n",
		"content/img/there.png": "", "secret.md": "x\n",
	})
	res := run(t, request(t, dir, config.Flags{Only: []string{"dead-file"}}, "."))
	wants(t, res,
		"content/posts/a.md:1:20 error dead-file: posts/a.md: no none.png",
		"content/posts/a.md:1:34 error dead-file: posts/a.md: no ../secret.md")
	if got := fmt.Sprint(res.Skipped); got != "[{dead-file no site files to look at 1 true}]" {
		t.Errorf("skipped %s", got)
	}
}

func TestSiteRulesSeeAllPagesAndTheirPlaces(t *testing.T) {
	long := strings.Repeat("Some words that fill the page.\n\n", 300)
	dir := folder(t, map[string]string{
		"a.md":           "---\ntitle: One\n---\n\nText\n",
		"b.md":           "---\ndraft: false\ntitle: One\n---\n\n" + long + "See [it](dead) here.\n",
		"c.md":           "---\ntitle: One\n---\n\n<!-- copychief-ignore-file same-title: a translation -->\n",
		"off/d.md":       "---\ntitle: One\n---\n\nText\n",
		".copychief.yml": "overrides: [{files: 'off/*', rules: {same-title: off}}, {files: b.md, rules: {same-title: error}}]",
	})
	res := run(t, request(t, dir, config.Flags{}, "."))
	wants(t, res,
		"b.md:3:8 error same-title: Same title [a.md:2:8 the other]",
		"b.md:606:5 error dead-file: b.md: no dead",
		"b.md:606:5 error same-title: Dead, partial false",
		"c.md:2:8 warning same-title: Same title (suppressed: a translation) [a.md:2:8 the other]")
	if got := res.Findings.List()[2].Lines[0].Text; got != "See [it](dead) here." {
		t.Errorf("line %q", got)
	}
	if res := run(t, request(t, dir, config.Flags{}, "b.md")); !strings.Contains(ruletest.Format(res), "partial true") {
		t.Errorf("single files: %s", ruletest.Format(res))
	}
}

func TestTheSameBytesForAnyNumberOfWorkersAndOrderOfPaths(t *testing.T) {
	files := map[string]string{}
	var paths []string
	for i := range 40 {
		name := fmt.Sprintf("p%d/%d.md", i%5, i)
		files[name] = fmt.Sprintf("# Title %d\n\nbad sad bad <!-- copychief-ignore sad-word -->\n\n[x](dead)\n", i%7)
		paths = append(paths, name)
	}
	dir := folder(t, files)
	want := ""
	rng := rand.New(rand.NewPCG(1, 2))
	for jobs := 1; jobs <= 8; jobs++ {
		rng.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		r := request(t, dir, config.Flags{}, append(paths, "p1", paths[0], "./"+paths[1])...)
		r.Jobs = jobs
		res := run(t, r)
		for i := range res.Coverage {
			res.Coverage[i].Settings = nil // an address
		}
		got := fmt.Sprintf("%+v", *res)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("%d workers:\n%s\nwant\n%s", jobs, got, want)
		}
	}
	if n := strings.Count(want, "Words:"); n < 100 {
		t.Errorf("only %d findings: the comparison says little", n)
	}
}

func TestFingerprintsStayWhileTextIsAddedElsewhere(t *testing.T) {
	paragraph := strings.Repeat("y ", 30) + "here is one bad word among several others.\n\n" + strings.Repeat("z ", 30) + "\n\n"
	fingerprints := func(draft string) (out []string) {
		dir := folder(t, map[string]string{"a.md": draft})
		res := run(t, request(t, dir, config.Flags{}, "a.md"))
		for _, fingerprint := range res.Fingerprints() {
			out = append(out, fingerprint)
		}
		return out
	}
	before := fingerprints(paragraph)
	after := fingerprints("# New\n\nA first paragraph.\n\n" + strings.Replace(paragraph, "is one", "is  **ONE**", 1) + "More.\n")
	if len(before) != 1 || len(after) != 1 || before[0] != after[0] {
		t.Errorf("%v became %v", before, after)
	}
	if other := fingerprints(strings.Replace(paragraph, "among", "before", 1)); other[0] == before[0] {
		t.Error("other words make no difference")
	}
	if twice := fingerprints(paragraph + paragraph); len(twice) != 2 || twice[0] != before[0] || twice[1] != before[0]+"-2" {
		t.Errorf("the same words twice: %v, once: %v", twice, before)
	}
}

func TestACancelledRunReturnsAtOnce(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	started := make(chan struct{}, 1)
	slow := ruletest.New("slow", lint.Error, func(*lint.Pass) { started <- struct{}{}; <-stuck })
	dir := folder(t, map[string]string{"a.md": "x\n"})
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-started; cancel() }()
	begun := time.Now()
	_, err := Run(ctx, Request{Rules: []*lint.Rule{slow}, Dir: dir, Paths: []string{"."}})
	if !errors.Is(err, context.Canceled) || time.Since(begun) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(begun))
	}
}

func TestProgressCountsEveryDraft(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "x\n", "b.md": "x\n", "c.md": "x\n"})
	r := request(t, dir, config.Flags{}, ".")
	var calls []string
	r.Progress = func(done, total int) { calls = append(calls, fmt.Sprint(done, "/", total)) }
	result := run(t, r)
	if got := strings.Join(calls, " "); got != "1/3 2/3 3/3" || result.Files != 3 {
		t.Errorf("%s; %d files were checked", got, result.Files)
	}
}

func TestInspectVisitsDocumentsInOrder(t *testing.T) {
	dir := folder(t, map[string]string{"b.md": "x\n", "a.md": "x\n"})
	var seen []string
	missed, err := Inspect(context.Background(), request(t, dir, config.Flags{}, "b.md", "."), func(d *lint.Document, _ lint.Kind) error {
		seen = append(seen, d.Source.Path)
		return nil
	})
	if err != nil || len(missed) > 0 || strings.Join(seen, " ") != "a.md b.md" {
		t.Errorf("%v, not read %v, %v", seen, missed, err)
	}
}
