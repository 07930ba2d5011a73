package report

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/fatih/color"

	"github.com/copychief/copychief/lint"
)

// palette colours strings, unless colour is off.
type palette struct {
	links bool
	docs  string

	bold, faint, red, yellow, blue, cyan, green *color.Color
}

func newPalette(o Options) *palette {
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if o.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return &palette{
		links:  o.Links && o.Color,
		docs:   o.Docs,
		bold:   paint(color.Bold),
		faint:  paint(color.Faint),
		red:    paint(color.FgRed, color.Bold),
		yellow: paint(color.FgYellow, color.Bold),
		blue:   paint(color.FgBlue, color.Bold),
		cyan:   paint(color.FgCyan),
		green:  paint(color.FgGreen),
	}
}

// severity returns the colour of a severity.
func (p *palette) severity(s lint.Severity) *color.Color {
	switch s {
	case lint.Error:
		return p.red
	case lint.Warning:
		return p.yellow
	default:
		return p.blue
	}
}

// rule returns the name of a rule, as a hyperlink to its basis or its page if the terminal
// supports that.
func (p *palette) rule(name string, basis lint.Basis) string {
	shown := p.cyan.Sprint(Escape(name))
	target := about(name, basis, p.docs)
	if !p.links || target == "" {
		return shown
	}
	return "\x1b]8;;" + hyperlink(target) + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}

// about returns the address of the documentation of a rule: that of its basis, otherwise its
// page under docs, otherwise "".
func about(name string, basis lint.Basis, docs string) string {
	if basis.URL == "" && docs != "" {
		return docs + url.PathEscape(name) + ".md"
	}
	return basis.URL
}

// hyperlink percent-encodes every byte of an address outside printable ASCII, as OSC 8
// requires.
func hyperlink(address string) string {
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if c := address[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
