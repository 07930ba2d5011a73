package report

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Functions that the machine-readable reports share.

const (
	// home is the address of copychief's repository.
	home = "https://github.com/copychief/copychief"
	// unchecked is the rule name of what was not checked, in formats that only have
	// findings.
	unchecked = "not-checked"
	// longest is the maximum length of a message in bytes. No message of copychief comes
	// near it, but a custom rule may quote a whole draft.
	longest = 2000
)

// active returns the active findings, in order.
func active(r *engine.Result) []*engine.Finding {
	shown, _ := choose(r, Options{})
	return shown
}

// safe returns text of a finding for other programs: escaped, on one line, truncated.
func safe(text string) string { return clip(Escape(text), longest) }

// clip truncates valid UTF-8 to n bytes, between characters, and adds an ellipsis.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	n -= len("…")
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// missed returns the message about something that was not checked.
func missed(n engine.NotChecked) string { return safe("Not checked: " + n.Reason) }

// within returns a path relative to the root of the repository, clean and with slashes. A
// path outside of the root is only cleaned.
func (o Options) within(name string) string {
	clean := path.Clean(filepath.ToSlash(name))
	if o.Root == "" || o.Dir == "" {
		return clean
	}
	whole := filepath.FromSlash(name)
	if !filepath.IsAbs(whole) {
		whole = filepath.Join(o.Dir, whole)
	}
	inside, err := filepath.Rel(o.Root, whole)
	if err != nil || !filepath.IsLocal(inside) {
		return clean
	}
	return filepath.ToSlash(inside)
}

// reference returns a path as a URI: a relative one for a relative path, a file URI for an
// absolute one. Bytes that are not UTF-8 are percent-encoded.
func (o Options) reference(name string) string {
	p := o.within(name)
	if filepath.IsAbs(filepath.FromSlash(p)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(p, "/")}).String()
	}
	// A colon in the first segment would be taken for a scheme.
	return strings.ReplaceAll((&url.URL{Path: "/" + p}).EscapedPath()[1:], ":", "%3A")
}

// address returns the address of the documentation of a rule, or "" if it is not one that
// other programs should open.
func (o Options) address(f *engine.Finding) string {
	u, err := url.Parse(hyperlink(about(f.Rule, f.Basis, o.Docs)))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// spot is a position in a draft: a line, and a column in code points and in bytes, from 1.
type spot struct{ line, column, bytes int }

// spotOf returns the spot of a byte offset of the draft; ok is false if it is not in the
// lines of the finding.
func spotOf(f *engine.Finding, offset int) (s spot, ok bool) {
	for _, l := range f.Lines {
		in := offset - l.Span.Start
		if in < 0 || offset > l.Span.End || in > len(l.Text) {
			continue
		}
		before := l.Text[:in]
		if l.Number == 1 {
			before = strings.TrimPrefix(before, "\ufeff")
		}
		return spot{l.Number, utf8.RuneCountInString(before) + 1, in + 1}, true
	}
	return spot{}, false
}

// ends returns the spots of the ends of a span; ok is false if one is unknown.
func ends(f *engine.Finding, s lint.Span) (from, to spot, ok bool) {
	from, begins := spotOf(f, s.Start)
	to, stops := spotOf(f, s.End)
	return from, to, begins && stops
}
