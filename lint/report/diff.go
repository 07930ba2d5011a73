package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint/fix"
)

// contextLines is how many lines around a change a diff shows, as diff -u does.
const contextLines = 3

// Diff writes what fixing changes as a unified diff that git apply and patch -p1
// take: the lines as they are, bytes and line endings. raw says that the output is
// read by a program; where it is false, as on a terminal, characters that a terminal
// would act upon are shown as escapes, and so are commands of GitHub Actions. Drafts
// in UTF-16 are shown as UTF-8. The error is the writer's.
func Diff(w io.Writer, f *fix.Report, o Options, raw bool) error {
	p := newPage(o)
	for i := range f.Drafts {
		d := &f.Drafts[i]
		if len(d.Applied) == 0 || d.Failed != "" {
			continue
		}
		text, err := diff(d)
		if err != nil {
			return fmt.Errorf("comparing %s: %w", d.Path, err)
		}
		if raw && !o.Color && !o.Actions {
			p.WriteString(text)
			continue
		}
		for line := range strings.Lines(text) {
			p.diffLine(line, raw, o.Actions)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func diff(d *fix.DraftReport) (string, error) {
	before, after := string(d.Old), string(d.New)
	return udiff.ToUnified(gitName("a", d.Path), gitName("b", d.Path), before, udiff.Lines(before, after), contextLines)
}

// gitName returns the name of a file as git writes it in a diff: below a or b, and
// between quotation marks where it holds what could be misread.
func gitName(side, name string) string {
	full := side + "/" + strings.TrimPrefix(name, "/")
	if !strings.ContainsFunc(full, func(r rune) bool { return r < 0x20 || r == '"' || r == '\\' || acts(r) }) {
		return full
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range []byte(full) {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < 0x20 || c >= 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// diffLine writes one line of a diff, painted by its first character.
func (p *page) diffLine(line string, raw, actions bool) {
	body, end := strings.CutSuffix(line, "\n")
	if !raw {
		cells := strings.Split(strings.TrimSuffix(body, "\r"), "\t")
		for i, c := range cells {
			cells[i] = Escape(c)
		}
		body = strings.Join(cells, "\t")
	}
	if actions {
		body = guard(body)
	}
	switch {
	case strings.HasPrefix(body, "---"), strings.HasPrefix(body, "+++"):
		body = p.bold.Sprint(body)
	case strings.HasPrefix(body, "+"):
		body = p.green.Sprint(body)
	case strings.HasPrefix(body, "-"):
		body = p.red.Sprint(body)
	case strings.HasPrefix(body, "@@"):
		body = p.cyan.Sprint(body)
	}
	p.WriteString(body)
	if end {
		p.WriteByte('\n')
	}
}
