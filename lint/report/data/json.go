package data

import (
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

type checkJSON struct {
	Version  int           `json:"version"`
	Summary  summaryJSON   `json:"summary"`
	Findings []findingJSON `json:"findings"`
}

type summaryJSON struct {
	Files      int              `json:"files"`
	Errors     int              `json:"errors"`
	Warnings   int              `json:"warnings"`
	Advice     int              `json:"advice"`
	Suppressed int              `json:"suppressed"`
	Known      int              `json:"known"`
	Unchanged  int              `json:"unchanged"`
	Fixed      int              `json:"fixed"`
	Stale      int              `json:"stale"`
	Skipped    []skippedJSON    `json:"skipped"`
	NotChecked []notCheckedJSON `json:"not_checked"`
	Practice   []practiceJSON   `json:"practice"` // rules with findings that are held back because of what the site does
	Mirrors    heldJSON         `json:"translations"`
	Generated  *heldJSON        `json:"generated,omitempty"`    // findings in parts that a program writes
	Unlisted   *heldJSON        `json:"unlisted,omitempty"`     // findings about search results on pages that are not in any
	Archived   *heldJSON        `json:"archived,omitempty"`     // findings on old articles, or on pages without a date
	Switched   []switchedJSON   `json:"switched_off,omitempty"` // findings of rules that are switched off in other linters
	Notes      []string         `json:"notes,omitempty"`
	Kinds      map[string]int   `json:"kinds"` // files that are not articles
}

type practiceJSON struct {
	Rule     string `json:"rule"`
	Does     string `json:"practice"`
	Present  int    `json:"present"`
	Articles int    `json:"articles"`
	Withheld int    `json:"withheld"`
	Example  string `json:"example"`
}

// heldJSON says how many findings are held back for one reason.
type heldJSON struct {
	Withheld int    `json:"withheld"`
	Drafts   int    `json:"drafts"`
	Example  string `json:"example"`
}

// switchedJSON says how many findings are held back because of another linter. By, name and rule are
// empty if comments in drafts are the reason.
type switchedJSON struct {
	Linter string `json:"linter"`
	By     string `json:"by"`
	Name   string `json:"name"`
	Rule   string `json:"rule"`
	heldJSON
}

type skippedJSON struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
	Files  int    `json:"files"`
}

type notCheckedJSON struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

type findingJSON struct {
	Rule        string           `json:"rule"`
	Severity    string           `json:"severity"`
	Path        string           `json:"path"`
	Span        report.SpanJSON  `json:"span"`
	Place       string           `json:"place,omitempty"` // in formats without lines
	Message     string           `json:"message"`
	Basis       report.BasisJSON `json:"basis"`
	Fixes       []fixJSON        `json:"fixes"`
	Unfixed     string           `json:"unfixed,omitempty"`
	Related     []relatedJSON    `json:"related"`
	Unlisted    int              `json:"related_unlisted"`
	Suppressed  bool             `json:"suppressed"`
	Held        string           `json:"held"`
	Linter      string           `json:"linter,omitempty"` // whose comment or configuration suppresses it
	Reason      string           `json:"reason,omitempty"` // of the suppression
	Fingerprint string           `json:"fingerprint"`
}

type fixJSON struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Doubt string     `json:"doubt,omitempty"`
	Edits []editJSON `json:"edits"`
}

type editJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

type relatedJSON struct {
	Path    string          `json:"path"`
	Span    report.SpanJSON `json:"span"`
	Place   string          `json:"place,omitempty"`
	Message string          `json:"message"`
}

// JSON writes a result in version 1 of the check format: all findings, with the status of
// those that do not count. Equal results give equal bytes. The error is from w.
func JSON(w io.Writer, r *engine.Result) error {
	return report.EncodeList(w, checkJSON{Version: report.Version, Summary: summaryOf(r), Findings: []findingJSON{}}, func(yield func(findingJSON) bool) {
		for f, fingerprint := range r.Fingerprints() {
			if !yield(findingOf(f, fingerprint)) {
				return
			}
		}
	})
}

func summaryOf(r *engine.Result) summaryJSON {
	out := summaryJSON{
		Files:      r.Files,
		Errors:     r.Count(lint.Error),
		Warnings:   r.Count(lint.Warning),
		Advice:     r.Count(lint.Advice),
		Suppressed: r.CountStatus(engine.Suppressed),
		Known:      r.CountStatus(engine.Known),
		Unchanged:  r.CountStatus(engine.Unchanged),
		Fixed:      r.Fixed,
		Stale:      r.Stale,
		Skipped:    make([]skippedJSON, len(r.Skipped)),
		Practice:   practiceJSONOf(r.Practice),
		Mirrors:    heldJSON(r.Mirrors),
		Notes:      r.Notes,
		Kinds:      kindsOf(r.Kinds),
		NotChecked: notChecked(r.NotChecked),
	}
	if r.Generated.Withheld > 0 {
		out.Generated = (*heldJSON)(&r.Generated)
	}
	if r.Unlisted.Withheld > 0 {
		out.Unlisted = (*heldJSON)(&r.Unlisted)
	}
	if r.Archived.Withheld > 0 {
		out.Archived = (*heldJSON)(&r.Archived)
	}
	for _, n := range r.Switched {
		out.Switched = append(out.Switched, switchedJSON{n.Linter, n.By, n.Name, n.Rule, heldJSON(n.HeldNote)})
	}
	for i, s := range r.Skipped {
		out.Skipped[i] = skippedJSON{s.Rule, s.Reason, s.Files}
	}
	return out
}

func practiceJSONOf(notes []engine.PracticeNote) []practiceJSON {
	out := make([]practiceJSON, len(notes))
	for i, n := range notes {
		out[i] = practiceJSON(n)
	}
	return out
}

// kindsOf returns how many drafts are of each kind, by name.
func kindsOf(kinds map[lint.Kind]int) map[string]int {
	out := map[string]int{}
	for k, n := range kinds {
		out[k.String()] = n
	}
	return out
}

func notChecked(all []engine.NotChecked) []notCheckedJSON {
	out := make([]notCheckedJSON, len(all))
	for i, n := range all {
		out[i] = notCheckedJSON(n)
	}
	return out
}

func findingOf(f *engine.Finding, fingerprint string) findingJSON {
	out := findingJSON{
		Rule:        f.Rule,
		Severity:    f.Severity.String(),
		Path:        f.Path,
		Span:        report.SpanOf(f.Span, f.From, f.To),
		Place:       f.Place,
		Message:     f.Message,
		Basis:       report.BasisOf(f.Basis),
		Fixes:       make([]fixJSON, len(f.Fixes)),
		Unfixed:     f.Unfixed,
		Related:     make([]relatedJSON, len(f.Related)),
		Unlisted:    f.Unlisted,
		Suppressed:  f.Status == engine.Suppressed,
		Held:        f.Status.String(),
		Linter:      f.Linter,
		Reason:      f.Reason,
		Fingerprint: fingerprint,
	}
	for i, x := range f.Fixes {
		edits := make([]editJSON, len(x.Edits))
		for j, e := range x.Edits {
			edits[j] = editJSON{e.Span.Start, e.Span.End, e.New}
		}
		out.Fixes[i] = fixJSON{x.Title, x.Safe, x.Doubt, edits}
	}
	for i, r := range f.Related {
		path := r.Path
		if path == "" {
			path = f.Path
		}
		out.Related[i] = relatedJSON{path, report.SpanOf(r.Span, r.From, r.To), r.Place, r.Message}
	}
	return out
}
