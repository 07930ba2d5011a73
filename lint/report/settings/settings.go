package settings

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Write writes the settings of a path, one per line, with where each was set. Defaults
// are only counted, unless all is set. The error is from w.
func Write(w io.Writer, path string, v *config.View, all bool, o report.Options) error {
	p := layout.New(o)
	p.WriteString(p.Bold.Sprint(report.Escape(path)) + "\n")
	file := v.File
	if file == "" {
		file = "none"
	}
	p.Field("File", file)
	for _, from := range v.Overrides {
		p.Field("Override", from.String())
	}
	if v.Ignored != nil {
		p.Field("Not checked", "ignored by "+v.Ignored.String()+" unless the command line names it")
	}
	t := &settingsTable{all: all}
	t.settings(v)
	writeSettings(p, "Settings", t.rows)
	t.rows = nil
	t.rules(v)
	writeSettings(p, "Rules", t.rows)
	p.WriteByte('\n')
	for _, line := range t.left(v) {
		p.Hanging("", line, "  ")
	}
	return p.Flush(w, o)
}

// setting is one line of the table.
type setting struct {
	name, value string
	severity    lint.Severity // of a rule; Unset if it is not a rule
	option      bool
	from        config.Origin
}

// settingsTable collects the settings to show and counts the others.
type settingsTable struct {
	all    bool
	rows   []setting
	values int // number of defaults that are not shown
	usual  int // number of rules with their default settings
	unrun  int // number of rules excluded by --only
}

func (t *settingsTable) settings(v *config.View) {
	for _, s := range v.Values {
		if !t.all && s.From.Kind == config.FromDefault {
			t.values++
			continue
		}
		t.rows = append(t.rows, setting{name: s.Name, value: literal(s.Value), from: s.From})
	}
}

func (t *settingsTable) rules(v *config.View) {
	for _, r := range v.Rules {
		var options []setting
		for _, s := range r.Options {
			if t.all || s.From.Kind != config.FromDefault {
				options = append(options, setting{name: s.Name, value: literal(s.Value), option: true, from: s.From})
			}
		}
		if r.Severity == lint.Off && !t.all {
			options = nil // they have no effect
		}
		switch {
		case !t.all && r.Severity == lint.Off && r.From.Name == "--only":
			t.unrun++
		case !t.all && r.From.Kind == config.FromDefault && len(options) == 0:
			t.usual++
		default:
			t.rows = append(t.rows, setting{name: r.Rule.Name, value: r.Severity.String(), severity: r.Severity, from: r.From})
			t.rows = append(t.rows, options...)
		}
	}
}

// left says how many settings are not shown, and how many rules run.
func (t *settingsTable) left(v *config.View) (lines []string) {
	run := 0
	for _, r := range v.Rules {
		if r.Severity != lint.Off {
			run++
		}
	}
	lines = append(lines, fmt.Sprintf("%d of %s run", run, report.Count(len(v.Rules), "rule")))
	if t.unrun > 0 {
		lines = append(lines, report.Count(t.unrun, "rule")+" left out by --only")
	}
	if !t.all {
		lines = append(lines, fmt.Sprintf("%s and %s have their defaults; --all shows them", report.Count(t.usual, "rule"), report.Count(t.values, "setting")))
	}
	return lines
}

// writeSettings writes rows as a table with a title, unless there are none.
func writeSettings(p *layout.Page, title string, rows []setting) {
	if len(rows) == 0 {
		return
	}
	const most = 34 // maximum width of a value in columns; longer ones are wrapped
	name, value := 0, 0
	for _, r := range rows {
		name = max(name, len(r.name)+2)
		value = max(value, min(len(r.value), most))
	}
	p.WriteString("\n" + p.Bold.Sprint(title) + "\n")
	for _, r := range rows {
		lead, shown := "  ", report.Escape(r.name)
		if r.option {
			lead += "  "
		}
		lines := layout.Wrap(report.Escape(r.value), most)
		painted := lines[0]
		if r.severity != lint.Unset {
			painted = p.Severity(r.severity).Sprint(lines[0])
		}
		p.WriteString(lead + p.Cyan.Sprint(shown) + layout.Pad(lead+shown, name+2) + "  " + painted + layout.Pad(lines[0], value) + "  " +
			p.Faint.Sprint(report.Escape(r.from.String())) + "\n")
		for _, line := range lines[1:] {
			p.WriteString(strings.Repeat(" ", name+4) + line + "\n")
		}
	}
}

// literal returns a value as written in a configuration, or “-” if it is empty.
func literal(v any) string {
	s := ""
	switch v := v.(type) {
	case []string:
		if len(v) > 0 {
			s = "[" + strings.Join(v, ", ") + "]"
		}
	case map[string]string:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, key+": "+v[key])
		}
		s = "{" + strings.Join(parts, ", ") + "}"
	default:
		s = fmt.Sprint(v)
	}
	if s == "" {
		return "-"
	}
	return s
}
