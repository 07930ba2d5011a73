package layout

import (
	"github.com/fatih/color"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/report"
)

// palette colours strings, unless colour is off.
type palette struct {
	links bool
	docs  string

	Bold, Faint, Red, Yellow, blue, Cyan, Green *color.Color
}

func newPalette(o report.Options) *palette {
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
		Bold:   paint(color.Bold),
		Faint:  paint(color.Faint),
		Red:    paint(color.FgRed, color.Bold),
		Yellow: paint(color.FgYellow, color.Bold),
		blue:   paint(color.FgBlue, color.Bold),
		Cyan:   paint(color.FgCyan),
		Green:  paint(color.FgGreen),
	}
}

// Severity returns the colour of a severity.
func (p *palette) Severity(s lint.Severity) *color.Color {
	switch s {
	case lint.Error:
		return p.Red
	case lint.Warning:
		return p.Yellow
	default:
		return p.blue
	}
}

// Rule returns the name of a rule, as a hyperlink to its basis or its page if the terminal
// supports that.
func (p *palette) Rule(name string, basis lint.Basis) string {
	shown := p.Cyan.Sprint(report.Escape(name))
	target := report.About(name, basis, p.docs)
	if !p.links || target == "" {
		return shown
	}
	return "\x1b]8;;" + report.Hyperlink(target) + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}
