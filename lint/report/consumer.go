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

// What the reports for other programs share.

const (
	// home is where copychief lives.
	home = "https://github.com/copychief/copychief"
	// unchecked is the name under which formats that know only findings list what
	// was not checked.
	unchecked = "not-checked"
	// longest is how many bytes of a message other programs are given. No message
	// of ours comes near; a rule of somebody else's may quote a whole draft.
	longest = 2000
)

// live returns the findings that are not set aside, in their order.
func live(r *engine.Result) []*engine.Finding {
	shown, _ := choose(r, Options{})
	return shown
}

// said returns text of a finding for another program's screen: escaped, one line,
// of bounded length.
func said(text string) string { return clip(Escape(text), longest) }

// clip returns the first n bytes of valid UTF-8, cut between characters and marked
// as cut.
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

// missed says that something was not checked.
func missed(n engine.NotChecked) string { return said("Not checked: " + n.Reason) }

// within returns a path as it is called in the repository: from the root, clean,
// with slashes. A path that leads out of the root is only cleaned.
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

// reference returns a path as a URI: relative where the path is, a file URI where
// it is absolute. Bytes that are no UTF-8 are encoded like others.
func (o Options) reference(name string) string {
	p := o.within(name)
	if filepath.IsAbs(filepath.FromSlash(p)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(p, "/")}).String()
	}
	// A colon in the first part would read as a scheme.
	return strings.ReplaceAll((&url.URL{Path: "/" + p}).EscapedPath()[1:], ":", "%3A")
}

// address returns the address where a rule is explained, or nothing where it is
// none that another program may follow.
func (o Options) address(f *engine.Finding) string {
	u, err := url.Parse(hyperlink(about(f.Rule, f.Basis, o.Docs)))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// spot is a place in a draft in the three ways in which programs count: columns
// count from 1, in code points and in bytes.
type spot struct{ line, column, bytes int }

// spotOf returns the spot of a byte offset of the draft; ok is false where the
// finding keeps no line that holds it.
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

// ends returns the spots of a span's ends; ok is false where one is not known.
func ends(f *engine.Finding, s lint.Span) (from, to spot, ok bool) {
	from, begins := spotOf(f, s.Start)
	to, stops := spotOf(f, s.End)
	return from, to, begins && stops
}
