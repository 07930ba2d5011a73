package settings

import (
	"io"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report"
)

type viewJSON struct {
	Version       int            `json:"version"`
	Path          string         `json:"path"`
	Configuration *string        `json:"configuration"`
	Overrides     []originJSON   `json:"overrides"`
	Ignored       *originJSON    `json:"ignored"`
	Settings      []settingJSON  `json:"settings"`
	Rules         []ruleViewJSON `json:"rules"`
}

type settingJSON struct {
	Name   string     `json:"name"`
	Value  any        `json:"value"`
	Origin originJSON `json:"origin"`
}

type ruleViewJSON struct {
	Name     string        `json:"name"`
	Severity string        `json:"severity"`
	Origin   originJSON    `json:"origin"`
	Options  []settingJSON `json:"options"`
}

// originJSON is where a value was set; kind is default, profile, file, override or flag. Line
// and column are 0 if there is no position.
type originJSON struct {
	Kind   string   `json:"kind"`
	Name   string   `json:"name,omitempty"`
	File   string   `json:"file,omitempty"`
	Line   int      `json:"line,omitempty"`
	Column int      `json:"column,omitempty"`
	Globs  []string `json:"globs,omitempty"`
}

// WriteJSON writes the settings of a path as JSON, including defaults. The error is from
// w.
func WriteJSON(w io.Writer, path string, v *config.View) error {
	out := viewJSON{Version: report.Version, Path: path, Overrides: []originJSON{}, Settings: settingsOf(v.Values), Rules: []ruleViewJSON{}}
	if v.File != "" {
		out.Configuration = &v.File
	}
	for _, from := range v.Overrides {
		out.Overrides = append(out.Overrides, originOf(from))
	}
	if v.Ignored != nil {
		from := originOf(*v.Ignored)
		out.Ignored = &from
	}
	for _, r := range v.Rules {
		out.Rules = append(out.Rules, ruleViewJSON{r.Rule.Name, r.Severity.String(), originOf(r.From), settingsOf(r.Options)})
	}
	return report.Encode(w, out)
}

func settingsOf(values []config.Value) []settingJSON {
	out := []settingJSON{}
	for _, v := range values {
		value := v.Value
		if texts, is := value.([]string); is {
			value = report.List(texts)
		}
		out = append(out, settingJSON{v.Name, value, originOf(v.From)})
	}
	return out
}

func originOf(o config.Origin) originJSON {
	return originJSON{o.Kind.String(), o.Name, o.File, o.Line, o.Column, o.Globs}
}
