package layout

import (
	"strings"

	"github.com/copychief/copychief/lint/report"
)

// ContextLines is the number of context lines of a diff, as in diff -u.
const ContextLines = 3

// DiffLine writes one line of a diff, coloured by its first character.
func DiffLine(p *Page, line string, raw, actions bool) {
	body, end := strings.CutSuffix(line, "\n")
	if !raw {
		cells := strings.Split(strings.TrimSuffix(body, "\r"), "\t")
		for i, c := range cells {
			cells[i] = report.Escape(c)
		}
		body = strings.Join(cells, "\t")
	}
	if actions {
		body = report.Guard(body)
	}
	switch {
	case strings.HasPrefix(body, "---"), strings.HasPrefix(body, "+++"):
		body = p.Bold.Sprint(body)
	case strings.HasPrefix(body, "+"):
		body = p.Green.Sprint(body)
	case strings.HasPrefix(body, "-"):
		body = p.Red.Sprint(body)
	case strings.HasPrefix(body, "@@"):
		body = p.Cyan.Sprint(body)
	}
	p.WriteString(body)
	if end {
		p.WriteByte('\n')
	}
}
