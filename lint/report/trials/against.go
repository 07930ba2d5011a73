package trials

import (
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// mostDrawn is the number of findings of each rule that are shown.
const mostDrawn = 10

// Against writes how often declared rules flag something in an archive, in how many
// articles, and ten findings of each, drawn at random. The draw depends on the rule and on
// seed, so that it can be repeated. The error is from w.
func Against(w io.Writer, r *engine.Result, rules []*house.Declared, seed int, o report.Options) error {
	p := layout.New(o)
	of := map[string][]*engine.Finding{}
	for f := range r.Findings.All() {
		of[f.Rule] = append(of[f.Rule], f)
	}
	idle := idleRules{of: map[string][]string{}}
	for _, rule := range rules {
		found := of[rule.Name]
		if len(found) == 0 && ranOn(rule, r) == 0 {
			idle.add(rule.Name, "ran on none of the "+report.Count(r.Files, "file")+reasons(rule, r))
			continue
		}
		p.WriteString(p.Cyan.Sprint(report.Escape(rule.Name)) + ": " + frequency(rule, found, r) + "\n")
		for _, f := range drawn(found, rule.Digest, seed) {
			line, _ := layout.Snippet(f, p.Width-4)
			p.Hanging("  ", p.Bold.Sprint(report.Escape(whereFound(f)))+"  "+report.Escape(f.Message), "      ")
			p.WriteString("    " + marked(p, f, line) + "\n")
		}
		p.WriteByte('\n')
	}
	idle.write(p)
	for _, m := range r.NotChecked {
		p.Hanging("", "Not checked: "+report.Escape(m.Path)+": "+report.Escape(m.Reason), "  ")
	}
	p.WriteString(p.Bold.Sprint(fmt.Sprintf("%s, %s in %s", report.Count(len(rules), "rule"), report.Count(r.Findings.Len(), "finding"), report.Count(r.Files, "file"))) + "\n")
	return p.Flush(w, o)
}

// idleRules are the rules that ran on no file, by the reason: twenty rules for drafts in another language are
// one paragraph.
type idleRules struct {
	of    map[string][]string
	order []string
}

func (l *idleRules) add(rule, why string) {
	if l.of[why] == nil {
		l.order = append(l.order, why)
	}
	l.of[why] = append(l.of[why], rule)
}

func (l *idleRules) write(p *layout.Page) {
	for _, why := range l.order {
		p.WriteString(p.Cyan.Sprint(report.Escape(strings.Join(l.of[why], ", "))) + ": " + why + "\n\n")
	}
}

// ranOn returns the number of files on which a rule ran.
func ranOn(rule *house.Declared, r *engine.Result) (files int) {
	for i := range r.Coverage {
		if r.Coverage[i].Ran(rule.Name) {
			files++
		}
	}
	return files
}

func whereFound(f *engine.Finding) string {
	if f.Place != "" {
		return f.Path + ", " + f.Place
	}
	return fmt.Sprintf("%s:%d", f.Path, f.From.Line)
}

// frequency says how often a rule flags something.
func frequency(rule *house.Declared, found []*engine.Finding, r *engine.Result) string {
	files, checked := r.Files, ranOn(rule, r)
	switch {
	case len(found) == 0 && checked < files:
		return fmt.Sprintf("flags nothing in the %s of %s that it is for", lint.Thousands(checked), report.Count(files, "file"))
	case len(found) == 0:
		return "flags nothing"
	}
	paths := map[string]bool{}
	suppressed := 0
	for _, f := range found {
		paths[f.Path] = true
		if f.Status == engine.Suppressed {
			suppressed++
		}
	}
	s := fmt.Sprintf("%s in %s of %s", report.Count(len(found), "finding"), lint.Thousands(len(paths)), report.Count(files, "file"))
	if suppressed > 0 {
		s += fmt.Sprintf(", %d suppressed", suppressed)
	}
	if shown := min(len(found), mostDrawn); shown < len(found) {
		s += fmt.Sprintf("; %d of them", shown)
	}
	return s
}

// reasons says why a rule ran on no file.
func reasons(rule *house.Declared, r *engine.Result) string {
	var all []string
	named := 0
	for i := range r.Coverage {
		if !r.Coverage[i].Asks(rule.Name) {
			named++
		}
	}
	if named > 0 {
		all = append(all, fmt.Sprintf("the configuration or the profile does not ask for it (%d); name it to run it anyway", named))
	}
	others := 0 // drafts in other languages than those of the rule
	for _, s := range r.Skipped {
		switch {
		case s.Rule != rule.Name:
			continue
		case len(rule.Languages) > 0 && strings.HasPrefix(s.Reason, "language "):
			others += s.Files
		default:
			all = append(all, fmt.Sprintf("%s (%s)", s.Reason, lint.Thousands(s.Files)))
		}
		named += s.Files
	}
	if others > 0 {
		all = append(all, fmt.Sprintf("it is for drafts in %s, and %s are in other languages", strings.Join(rule.Languages, ", "), lint.Thousands(others)))
	}
	if named < r.Files {
		all = append([]string{"it is for other files or other kinds of drafts"}, all...)
	}
	return ": " + report.Escape(strings.Join(all, ", "))
}

// drawn returns some findings, in their order.
func drawn(found []*engine.Finding, digest string, seed int) []*engine.Finding {
	if len(found) <= mostDrawn {
		return found
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(digest)) // a hash accepts everything
	random := rand.New(rand.NewPCG(h.Sum64(), uint64(seed)))
	picks := random.Perm(len(found))[:mostDrawn]
	slices.Sort(picks)
	var out []*engine.Finding
	for _, i := range picks {
		out = append(out, found[i])
	}
	return out
}

// marked returns a source line with the words of a finding in bold or, without colour,
// between brackets.
func marked(p *layout.Page, f *engine.Finding, line string) string {
	if len(f.Lines) == 0 || f.Span.Empty() {
		return line
	}
	l := f.Lines[0]
	start, end := max(0, f.Span.Start-l.Span.Start), min(len(l.Text), f.Span.End-l.Span.Start)
	if start >= end {
		return line
	}
	words := report.Escape(l.Text[start:end])
	before, after, ok := strings.Cut(line, words)
	if !ok {
		return line
	}
	if strings.Contains(after, words) { // the words are in the line several times
		before = line[:min(len(line), strings.LastIndex(line[:min(len(line), len(before)+len(words))], words))]
		after = line[len(before)+len(words):]
	}
	return before + p.Red.Sprint("["+words+"]") + after
}
