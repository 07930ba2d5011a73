package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/engine"
)

const (
	// commentRoom is how many bytes a comment may take: GitHub takes 65,536
	// characters, and a workflow may put words of its own around.
	commentRoom = 60000
	// tailRoom is kept for what follows a table that is cut.
	tailRoom = 200
)

// marker is the first line, with which a bot finds its comment again.
const marker = "<!-- copychief -->\n"

// Markdown writes a summary for a comment on a pull request or the summary of a
// job: the counts, what was not checked, and a table of the findings that
// count, the worst first, in as many bytes as [Options.Room] allows. Nothing of
// a draft can mention a user, refer to an issue or load an image. The error is the
// writer's.
func Markdown(w io.Writer, r *engine.Result, o Options) error {
	room := o.Room
	if room <= 0 {
		room = commentRoom
	}
	m := &table{room: room - tailRoom}
	m.WriteString(marker + "**copychief:** " + counts(r) + "\n")
	if line := stale(r); line != "" {
		m.WriteString("\n" + inert(line) + "\n")
	}
	m.missed(r.NotChecked, o)
	m.findings(r, o)
	if !o.Brief && len(r.Skipped) > 0 {
		rules, reasons := skipped(r)
		m.list("\n<details><summary>"+count(rules, "rule")+" skipped</summary>\n\n", reasons)
		m.WriteString("\n</details>\n")
	}
	if lines := practice(r); !o.Brief && len(lines) > 0 {
		m.list("\n<details><summary>This site</summary>\n\n", lines)
		m.WriteString("\n</details>\n")
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// table collects a report of bounded size.
type table struct {
	strings.Builder
	room int // bytes that lines may fill
}

// line writes a line where it fits.
func (m *table) line(s string) bool {
	if m.Len()+len(s) > m.room {
		return false
	}
	m.WriteString(s)
	return true
}

// missed lists what was not checked; it leaves half of the room to the findings.
func (m *table) missed(all []engine.NotChecked, o Options) {
	if len(all) == 0 {
		return
	}
	m.WriteString("\n**Not checked:**\n\n")
	half := &table{room: m.room / 2}
	for i, n := range all {
		if !half.line("- " + inert(o.within(n.Path)) + ": " + inert(n.Reason) + "\n") {
			half.WriteString("- " + strconv.Itoa(len(all)-i) + " more\n")
			break
		}
	}
	m.WriteString(half.String())
}

// findings writes the table.
func (m *table) findings(r *engine.Result, o Options) {
	shown, left := choose(r, o)
	if len(shown) == 0 {
		return
	}
	slices.SortStableFunc(shown, func(a, b *engine.Finding) int { return int(b.Severity) - int(a.Severity) })
	m.WriteString("\n| Severity | Place | Finding | Rule |\n|---|---|---|---|\n")
	for i, f := range shown {
		rule := inert(f.Rule)
		if address := o.address(f); address != "" {
			rule = "[" + rule + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", `\`, "%5C").Replace(address) + ">)"
		}
		line := fmt.Sprintf("| %s | %s:%d:%d | %s | %s |\n", f.Severity, inert(o.within(f.Path)),
			f.From.Line, f.From.Column, inert(f.Message), rule)
		if !m.line(line) {
			left += len(shown) - i
			break
		}
	}
	if left > 0 {
		m.WriteString("\n" + count(left, "more finding") + " not shown\n")
	}
}

// list writes lines as a list behind a head, as far as they fit.
func (m *table) list(head string, lines []string) {
	m.WriteString(head)
	for _, line := range lines {
		if !m.line("- " + inert(line) + "\n") {
			break
		}
	}
}

// inert returns text as Markdown that shows it and does nothing: markup is escaped,
// and an empty comment breaks mentions, references and addresses.
func inert(s string) string { return harmless(clip(Escape(s), 500)) }

// harmless does it for text of any length that is escaped for the terminal.
func harmless(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '<':
			b.WriteString("&lt;")
		case c == '&':
			b.WriteString("&amp;")
		case c == '|':
			b.WriteString("&#124;")
		case c == '@', c == '#', c == '!', c == '~', c == '$', c == '%':
			b.WriteString(`\` + string(c) + "<!-- -->")
		case c == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteString(":<!-- -->")
		case c == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteString(".<!-- -->")
		case strings.IndexByte("\\`*_{}[]()>+=^", c) >= 0:
			b.WriteString(`\` + string(c))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
