package house_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
)

// declared is a set of one rule, for running it several times.
type declared struct {
	engine   *engine.Engine
	settings *config.Settings
}

// declare returns nil for a configuration with a mistake.
func declare(conf string) *declared {
	f, set, err := load(conf, fstest.MapFS{})
	if err != nil {
		return nil
	}
	resolver, err := config.NewResolver(set.Rules, config.Flags{})
	if err != nil {
		return nil
	}
	settings, err := resolver.For(f, "a.md")
	if err != nil {
		return nil
	}
	run, err := engine.New(set.Rules, resolver)
	if err != nil {
		return nil
	}
	return &declared{run, settings}
}

// edits returns the edits of the safe fixes for a draft, from the last to the first, and the places
// of all findings.
func (r *declared) edits(t *testing.T, draft string) (edits []lint.Edit, found []lint.Span) {
	result, err := r.engine.Run(context.Background(), false, engine.Draft{Path: "a.md", Name: "a.md", Content: []byte(draft), Settings: r.settings})
	if err != nil {
		t.Fatal(err)
	}
	for f := range result.Findings.All() {
		found = append(found, f.Span)
		if len(f.Fixes) > 0 && f.Fixes[0].Safe {
			edits = append(edits, f.Fixes[0].Edits...)
		}
	}
	slices.SortStableFunc(edits, func(a, b lint.Edit) int { return b.Span.Start - a.Span.Start })
	return edits, found
}

// settle applies the safe fixes of a rule until none is left. In the first two rounds they must all
// be done, and none of what was written may be flagged.
func settle(t *testing.T, conf, draft string) {
	t.Helper()
	r := declare(conf)
	if r == nil {
		return
	}
	text := draft
	for range 2 {
		edits, _ := r.edits(t, text)
		if len(edits) == 0 {
			return
		}
		before := text
		var written []lint.Span
		for _, e := range edits { // from the last to the first, so that places before stay
			moved := len(e.New) - e.Span.Len()
			for i := range written {
				written[i].Start, written[i].End = written[i].Start+moved, written[i].End+moved
			}
			text = text[:e.Span.Start] + e.New + text[e.Span.End:]
			written = append(written, lint.Span{Start: e.Span.Start, End: e.Span.Start + len(e.New)})
		}
		_, found := r.edits(t, text)
		for _, w := range written {
			for _, f := range found {
				if f.Start < w.End && f.End > w.Start {
					t.Errorf("%s\n%q\n%q: what was written is flagged: %q", conf, before, text, text[f.Start:f.End])
				}
			}
		}
	}
	if edits, _ := r.edits(t, text); len(edits) > 0 {
		t.Errorf("%s\n%q: fixes are left after two rounds: %q", conf, draft, text)
	}
}

// The phrases and drafts that the fixes are tried on: words that are their own past, that are in
// their own replacement, in capitals, with signs, in names and in compounds.
const (
	looked  = "use|US|U.S.|MOT|homeless|put up with|iPhone|macOS|eBay|GitHub|e-mail|New York Times|mail|post|pier|the pier|etc.|MP|hour|unique|Brexit deal|IT|very|run|set up|purchase|WHO|North Quay|utility|a.m.|in order to|end result|C++|x-ray|é"
	written = "employ|the United States|US|MOT test|homeless people|endure|a phone|macOS|post|mail|jetty|pier|and so on|lawmaker|an hour|unusual|deal|IT team|lead|arrange|buy|agency|am|to|result|sixty minutes|mail post|post mail|use|U.S.|the the|unique unit"
	around  = "A|an|The|the|a|its|two|users’|old|.|,|!|—|micro-|-based|(|)|’s|s|in|She said|deal|test|people|post|mail|It|of|…|“|”|#|/|north|quay|to|put|had|GitHub|github|Iphone|macos|EMAIL|USE|US.|U.S."
)

func TestSafeFixesTerminate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list string) string {
		all := strings.Split(list, "|")
		return all[random.IntN(len(all))]
	}
	forms := []string{
		"{replace: {%q: %q}}", "{replace: {%q: %q}, fix: safe}", "{spelling: [%q, %q], typos: true}", "{replace: {%q: %q, %q: %q}, fix: safe}",
		"{spelling: [%q], wrong: [%q], fix: safe}", "{replace: {%q: %q}, match-case: false, fix: safe}", "{pattern: %q, instead: %q, safe: true}",
		"{replace: {%q: %q}, language: de, fix: safe}",
	}
	for range 1500 {
		what, more := pick(looked), pick(looked)
		var b strings.Builder
		for n := 4 + random.IntN(8); n > 0; n-- {
			word := pick(around)
			if random.IntN(3) == 0 {
				word = what
			} else if random.IntN(6) == 0 {
				word = more
			}
			b.WriteString(word)
			if random.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		form := forms[random.IntN(len(forms))]
		conf := "house: {a: " + fill(form, what, pick(written), more, pick(written)) + "}"
		settle(t, conf, "# "+pick(around)+"\n\n"+b.String()+"\n")
		if t.Failed() {
			return
		}
	}
}

// FuzzSafeFixes replaces anything with anything in anything.
func FuzzSafeFixes(f *testing.F) {
	f.Add("homeless", "homeless people", "The homeless. Homeless people.")
	f.Add("U.S.", "US", "In the U.S. She left.")
	f.Add("a b", "b a", "a a b b")
	f.Add("x", "x-x", "x x-x")
	f.Fuzz(func(t *testing.T, what, instead, draft string) {
		for _, form := range []string{"{replace: {%q: %q}, fix: safe}", "{spelling: [%q], wrong: [%q]}", "{pattern: %q, instead: %q, safe: true}"} {
			settle(t, "house: {a: "+fill(form, what, instead)+"}", draft)
		}
	})
}
