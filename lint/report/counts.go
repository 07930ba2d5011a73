package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Counts returns the line with the number of findings. It does not make a run without drafts
// look clean.
func Counts(r *engine.Result) string {
	if r.Files == 0 && r.Idle != "" {
		return r.Idle
	}
	if r.Files == 0 {
		return "No drafts were checked"
	}
	var parts []string
	for s := lint.Error; s >= lint.Advice; s-- {
		switch n := r.Count(s); {
		case n == 0:
		case s == lint.Advice:
			parts = append(parts, lint.Thousands(n)+" advice")
		default:
			parts = append(parts, Count(n, s.String()))
		}
	}
	line := "No findings"
	if len(parts) > 0 {
		line = strings.Join(parts, ", ")
	}
	line += " in " + Count(r.Files, "file")
	if aside := aside(r); aside != "" {
		line += "; " + aside
	}
	return line
}

// aside returns a phrase with the numbers of findings that do not count, and why; "" if all do.
func aside(r *engine.Result) string {
	var parts []string
	for _, why := range []struct {
		held engine.Status
		said string
	}{{engine.Suppressed, "suppressed"}, {engine.Known, "in the baseline"}, {engine.Unchanged, "on unchanged lines"}, {engine.Practice, "held back as the practice here"}, {engine.Mirrored, "reported on the source of a translation"},
		{engine.Generated, "in generated parts"}, {engine.Unlisted, "on pages outside of search results"}, {engine.Archived, "on old articles or pages without a date"}, {engine.Switched, "switched off in another linter"}} {
		if n := r.CountStatus(why.held); n > 0 {
			parts = append(parts, lint.Thousands(n)+" "+why.said)
		}
	}
	return strings.Join(parts, ", ")
}

// ReadAs says what sites without a configuration were recognised as; "" for none.
func ReadAs(r *engine.Result) string {
	const most = 3
	switch n := len(r.ReadAs); {
	case n == 0:
		return ""
	case n > most:
		return "Read as " + lint.Thousands(n) + " sites, one of them " + Escape(r.ReadAs[0]) + "; copychief init writes this down"
	}
	return "Read as " + Escape(strings.Join(r.ReadAs, "; as ")) + "; copychief init writes this down"
}

// NotArticles says how many drafts are not articles, and what they are.
func NotArticles(r *engine.Result) string {
	total, parts := 0, []string{}
	for _, k := range slices.SortedFunc(maps.Keys(r.Kinds), func(a, b lint.Kind) int { return cmp.Or(r.Kinds[b]-r.Kinds[a], int(a)-int(b)) }) {
		total += r.Kinds[k]
		part := Count(r.Kinds[k], k.String())
		if by := r.ExcludedBy[k]; len(by) > 0 {
			part += " (by " + Escape(strings.Join(by, ", ")) + ")"
		}
		parts = append(parts, part)
	}
	if total == 0 {
		return ""
	}
	line := Count(total, "file") + " not read as articles: " + strings.Join(parts, ", ")
	if r.Files > 0 && total-r.Kinds[lint.KindAttachment]-r.Kinds[lint.KindPaste] >= r.Files {
		line += "; none is an article, so rules about articles did not run"
	}
	return line
}

// Fixable says how many findings can be fixed by the program; "" if none can.
func Fixable(r *engine.Result) string {
	safe, unsafe := 0, 0
	for f := range r.Findings.All() {
		switch {
		case f.Status != engine.Active || len(f.Fixes) == 0 || f.Listed:
		case f.Fixes[0].Safe:
			safe++
		default:
			unsafe++
		}
	}
	var parts []string
	if safe > 0 {
		parts = append(parts, "--fix fixes "+lint.Thousands(safe)+" of them")
	}
	if unsafe > 0 {
		parts = append(parts, "--fix=all "+lint.Thousands(unsafe)+" more, which you should review")
	}
	return strings.Join(parts, "; ")
}

// Stale says how many entries of the baseline are stale; "" if there are none.
func Stale(r *engine.Result) string {
	if r.Stale == 0 {
		return ""
	}
	return Count(r.Stale, "known finding") + " gone; copychief baseline --prune removes them"
}

// Skipped returns how many rules could not run, and the reasons, each with the name of the
// rule or the number of rules. It omits the number of files if all were affected, the
// number of rules if there is only one reason, and, unless all is set, the rules that
// nobody asked for.
func Skipped(r *engine.Result, all bool) (rules int, reasons []string) {
	byReason := map[string][]engine.SkipCount{}
	names := map[string]bool{}
	for _, s := range r.Skipped {
		if !all && !s.Asked {
			continue
		}
		names[s.Rule] = true
		byReason[s.Reason] = append(byReason[s.Reason], s)
	}
	order := slices.SortedFunc(maps.Keys(byReason), func(a, b string) int {
		return cmp.Or(len(byReason[b])-len(byReason[a]), strings.Compare(a, b))
	})
	for _, reason := range order {
		of := byReason[reason]
		most, least := of[0].Files, of[0].Files
		for _, s := range of {
			most, least = max(most, s.Files), min(least, s.Files)
		}
		var details []string
		switch {
		case len(of) == 1:
			details = append(details, Escape(of[0].Rule))
		case len(order) > 1:
			details = append(details, strconv.Itoa(len(of)))
		}
		switch {
		case most != least:
			details = append(details, "in up to "+lint.Thousands(most)+" of "+Count(r.Files, "file"))
		case most < r.Files:
			details = append(details, "in "+lint.Thousands(most)+" of "+Count(r.Files, "file"))
		}
		said := Escape(reason)
		if len(details) > 0 {
			said += " (" + strings.Join(details, ", ") + ")"
		}
		reasons = append(reasons, said)
	}
	return len(names), reasons
}

// Count returns a number with its noun in the singular or plural.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return lint.Thousands(n) + " " + noun + "s"
}
