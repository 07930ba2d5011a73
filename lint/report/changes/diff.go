package changes

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint/fix"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Diff writes the changes by fixes as a unified diff for git apply and patch -p1, with lines
// and line endings unchanged. raw means that the output is for a program; otherwise, as on a
// terminal, control characters and commands of GitHub Actions are escaped. Drafts in UTF-16
// are shown as UTF-8. The error is from w.
func Diff(w io.Writer, f *fix.Report, o report.Options, raw bool) error {
	p := layout.New(o)
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
			layout.DiffLine(p, line, raw, o.Actions)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func diff(d *fix.DraftReport) (string, error) {
	before, after := string(d.Old), string(d.New)
	text, err := udiff.ToUnified(gitName("a", d.Path), gitName("b", d.Path), before, udiff.Lines(before, after), layout.ContextLines)
	return renumber(text), err
}

// header matches the header of a hunk.
var header = regexp.MustCompile(`(?m)^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@`)

// renumber sets the first line of each hunk in the new file. udiff counts it wrongly after a
// hunk with several changes (golang.org/issue/81453).
func renumber(text string) string {
	shift := 0
	return header.ReplaceAllStringFunc(text, func(line string) string {
		m := header.FindStringSubmatch(line)
		start, old, now := number(m[1]), counted(m[2]), counted(m[3])
		from := start + shift
		if old == 0 { // if the old range is empty, the header has the number of the line before it
			from++
		}
		if now == 0 {
			from--
		}
		shift += now - old
		return fmt.Sprintf("@@ -%s +%s @@", hunk(start, old), hunk(from, now))
	})
}

// counted returns the number of lines in a header; if it is omitted, it is 1.
func counted(s string) int {
	if s == "" {
		return 1
	}
	return number(s)
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the pattern matches digits only
	return n
}

func hunk(start, lines int) string {
	if lines == 1 {
		return strconv.Itoa(start)
	}
	return fmt.Sprintf("%d,%d", start, lines)
}

// gitName returns the name of a file as git writes it in a diff: prefixed with a/ or b/, and
// in quotation marks if it contains special characters.
func gitName(side, name string) string {
	full := side + "/" + strings.TrimPrefix(name, "/")
	if !strings.ContainsFunc(full, func(r rune) bool { return r < 0x20 || r == '"' || r == '\\' || report.Acts(r) }) {
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
