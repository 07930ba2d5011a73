package services

import (
	"io"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// mostResults is the number of results in a run above which GitHub rejects a file.
const mostResults = 25000

// SARIF writes a result as SARIF 2.1.0: one run with all findings; those that do not count
// are marked as suppressed. If there are more than 25,000, the limit of GitHub, active and
// more severe findings take precedence, and a notification says how many are missing. What
// was not checked and rules that could not run are also notifications. Columns count code
// points. The error is from w.
func SARIF(w io.Writer, r *engine.Result, o report.Options) error {
	all, left := limited(r)
	run := runSARIF{
		ColumnKind: "unicodeCodePoints",
		Tool: toolSARIF{driverSARIF{
			Name: "copychief", FullName: strings.TrimSpace("copychief " + o.Version),
			Version: numeric(o.Version), InformationURI: home, Rules: []ruleSARIF{},
		}},
		Invocations: []invocationSARIF{{len(r.NotChecked) == 0, notifications(o, r, left)}},
		Results:     make([]resultSARIF, 0, len(all)),
	}
	index := map[string]int{}
	for _, x := range all {
		at, known := index[x.Rule]
		if !known {
			at = len(index)
			index[x.Rule] = at
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(o, x.Finding))
		}
		run.Results = append(run.Results, resultOf(o, x.Finding, at, x.fingerprint))
	}
	return report.Encode(w, logSARIF{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []runSARIF{run}})
}

// numeric returns a version that begins with a number, as SARIF requires; an unreleased
// version is 0.
func numeric(version string) string {
	version = strings.TrimPrefix(version, "v")
	if version == "" || version[0] < '0' || version[0] > '9' {
		return "0.0.0"
	}
	return version
}

// identified is a finding with its fingerprint.
type identified struct {
	*engine.Finding
	fingerprint string
}

// limited returns the findings for a run, up to the limit, and how many are left out. If some are,
// active findings come first.
func limited(r *engine.Result) (all []identified, left int) {
	if total := r.Findings.Len(); total > mostResults {
		counted := mostOf(r, mostResults, func(f *engine.Finding) bool { return f.Status == engine.Active })
		aside := mostOf(r, mostResults-len(counted), func(f *engine.Finding) bool { return f.Status != engine.Active })
		return append(counted, aside...), total - len(counted) - len(aside)
	}
	return mostOf(r, mostResults, func(*engine.Finding) bool { return true }), 0
}

// mostOf returns the n most severe of the findings for which are returns true.
func mostOf(r *engine.Result, n int, are func(*engine.Finding) bool) (all []identified) {
	var counts [lint.Error + 1]int
	for f := range r.Findings.All() {
		if are(f) {
			counts[f.Severity]++
		}
	}
	quota, _ := report.QuotaFor(n, &counts)
	for f, fingerprint := range r.Fingerprints() {
		if are(f) && quota.Take(f.Severity) {
			all = append(all, identified{f, fingerprint})
		}
	}
	return all
}

// statement returns text for a message: escaped, including SARIF's own link syntax.
func statement(s string) textSARIF {
	return textSARIF{strings.ReplaceAll(safe(s), "](", "] (")}
}

func level(s lint.Severity) string {
	if s == lint.Advice {
		return "note"
	}
	return s.String()
}

func notifications(o report.Options, r *engine.Result, left int) []notificationSARIF {
	var out []notificationSARIF
	for _, n := range r.NotChecked {
		at := physicalSARIF{Artifact: artifactSARIF{o.Reference(n.Path)}}
		out = append(out, notificationSARIF{
			Level: "error", Message: statement(missed(n) + "."), Locations: []locationSARIF{{Physical: at}},
		})
	}
	if left > 0 {
		out = append(out, notificationSARIF{
			Level: "warning", Message: textSARIF{report.Count(left, "more finding") + " left out; GitHub takes 25,000."},
		})
	}
	for _, line := range report.Practice(r, math.MaxInt) {
		out = append(out, notificationSARIF{Level: "note", Message: statement(line + ".")})
	}
	for _, s := range r.Skipped {
		out = append(out, notificationSARIF{
			Level: "note", Message: statement("Skipped in " + report.Count(s.Files, "file") + ": " + s.Reason + "."),
			Rule: &ruleIDSARIF{report.Escape(s.Rule)},
		})
	}
	return out
}

// ruleOf describes the rule of a finding: in full if it is in Options.Rules, otherwise only
// by its name.
func ruleOf(o report.Options, f *engine.Finding) ruleSARIF {
	out := ruleSARIF{
		ID: report.Escape(f.Rule), Name: pascal(f.Rule), HelpURI: o.Address(f),
		DefaultConfiguration: levelSARIF{level(f.Severity)},
		Properties:           propertiesSARIF{Tags: []string{}},
	}
	summary, explanation := strings.ReplaceAll(f.Rule, "-", " "), ""
	if i := slices.IndexFunc(o.Rules, func(r *lint.Rule) bool { return r.Name == f.Rule }); i >= 0 {
		rule := o.Rules[i]
		summary = rule.Summary
		out.DefaultConfiguration.Level = level(rule.Severity)
		out.Properties.Tags = []string{string(rule.Family), string(rule.Basis.Kind)}
		if page, err := docs.Read(rule); err == nil {
			explanation = page.Explanation
		}
	}
	out.Properties.ProblemSeverity = out.DefaultConfiguration.Level
	if out.Properties.ProblemSeverity == "note" {
		out.Properties.ProblemSeverity = "recommendation"
	}
	text := sentence(safe(summary))
	out.ShortDescription, out.FullDescription = textSARIF{text}, textSARIF{text}
	out.Help = helpSARIF{Text: text, Markdown: explanation}
	return out
}

// sentence turns a summary into a sentence.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[min(size, len(s)):] + "."
}

// pascal returns the name of a rule in Pascal case, such as LongHeadline, as SARIF
// recommends; "" if it differs from the identifier only in case, which SARIF forbids.
func pascal(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		first, size := utf8.DecodeRuneInString(word)
		b.WriteString(string(unicode.ToUpper(first)) + word[size:])
	}
	if strings.EqualFold(b.String(), name) {
		return ""
	}
	return report.Escape(b.String())
}

func resultOf(o report.Options, f *engine.Finding, rule int, fingerprint string) resultSARIF {
	f = lineless(f)
	here := artifactSARIF{o.Reference(f.Path)}
	message := statement(f.Message)
	message.Text += "."
	out := resultSARIF{
		RuleID: report.Escape(f.Rule), RuleIndex: rule, Level: level(f.Severity), Message: message,
		Locations:    []locationSARIF{{Physical: physicalSARIF{here, region(f)}}},
		Fingerprints: fingerprintSARIF{fingerprint, fingerprint},
	}
	for i, x := range f.Related {
		name := x.Path
		if name == "" {
			name = f.Path
		}
		note := statement(x.Message)
		out.Related = append(out.Related, locationSARIF{
			i + 1, physicalSARIF{artifactSARIF{o.Reference(name)}, between(x.From, x.To)}, &note,
		})
	}
	for _, x := range f.Fixes {
		if edits, ok := replacements(f, x); ok {
			out.Fixes = append(out.Fixes, fixSARIF{statement(x.Title), []changeSARIF{{here, edits}}})
		}
	}
	if f.Unlisted > 0 {
		out.Properties = &unlistedSARIF{f.Unlisted}
	}
	out.Suppressions = suppressionsOf(f)
	return out
}

// suppressionsOf says why a finding does not count. It does not use SARIF's baselineState,
// which requires naming an earlier run, and readers show “unchanged” results anyway.
func suppressionsOf(f *engine.Finding) []suppressionSARIF {
	switch f.Status {
	case engine.Suppressed:
		return []suppressionSARIF{{"inSource", safe(f.Reason)}}
	case engine.Known:
		return []suppressionSARIF{{"external", "In the baseline."}}
	case engine.Unchanged:
		return []suppressionSARIF{{"external", "On unchanged lines."}}
	case engine.Practice:
		return []suppressionSARIF{{"external", "The practice of this site."}}
	case engine.Mirrored:
		return []suppressionSARIF{{"external", "Reported on the source of the translation."}}
	case engine.Generated:
		return []suppressionSARIF{{"external", "A program writes this part."}}
	case engine.Unlisted:
		return []suppressionSARIF{{"external", "The page is not in search results."}}
	case engine.Archived:
		return []suppressionSARIF{{"external", "The article is old, or has no date."}}
	case engine.Switched:
		return []suppressionSARIF{{"external", safe(f.Reason) + "."}}
	default:
		return nil
	}
}

// region returns the place of a finding, with its text if that is short.
func region(f *engine.Finding) *regionSARIF {
	out := between(f.From, f.To)
	for _, l := range f.Lines {
		from, to := f.Span.Start-l.Span.Start, f.Span.End-l.Span.Start
		if from < 0 || to > len(l.Text) || from >= to || to-from > 200 {
			continue
		}
		if words := l.Text[from:to]; report.Clean(words) {
			out.Snippet = &textSARIF{words}
		}
	}
	return out
}

// between returns the region between two positions; the second may be zero.
func between(from, to lint.Position) *regionSARIF {
	out := &regionSARIF{StartLine: max(from.Line, 1), StartColumn: max(from.Column, 1)}
	if to.Line > out.StartLine || to.Line == out.StartLine && to.Column >= out.StartColumn {
		out.EndLine, out.EndColumn = to.Line, max(to.Column, 1)
	}
	return out
}

// replacements returns the edits of a fix; ok is false if one is outside the lines of the
// finding, or is not text.
func replacements(f *engine.Finding, x lint.Fix) (edits []replacementSARIF, ok bool) {
	for _, e := range x.Edits {
		from, to, known := ends(f, e.Span)
		if !known || !utf8.ValidString(e.New) {
			return nil, false
		}
		edits = append(edits, replacementSARIF{
			regionSARIF{StartLine: from.line, StartColumn: from.column, EndLine: to.line, EndColumn: to.column},
			textSARIF{e.New},
		})
	}
	return edits, len(edits) > 0
}
