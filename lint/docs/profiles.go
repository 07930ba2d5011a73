package docs

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Standing is the state of a rule in a profile.
type Standing struct {
	Severity lint.Severity // Off if the rule does not run
	Options  []Option      // with the values of the profile as Default
}

// OptionsOf returns the options of a checker, with its current values as defaults. checker
// may be nil or have no options.
func OptionsOf(checker interface{}) []Option {
	v := reflect.ValueOf(checker)
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return nil
	}
	return fields(v)
}

// Profiles returns tables of rules by profile, one for each family. The first profile is
// the defaults; differences in others are in bold, with the options that differ. standing
// returns the state of a rule in a profile.
func Profiles(rules []*lint.Rule, names []string, standing func(profile string, rule *lint.Rule) Standing) string {
	var b strings.Builder
	for _, f := range families() {
		of := members(rules, f.name)
		if len(of) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n### %s\n\n| rule | %s |\n|---|%s\n", f.name, strings.Join(names, " | "), strings.Repeat("---|", len(names)))
		for _, r := range of {
			usual := standing(names[0], r)
			fmt.Fprintf(&b, "| [%s](rules/%s.md) |", r.Name, r.Name)
			for _, name := range names {
				fmt.Fprintf(&b, " %s |", cell(usual.against(standing(name, r))))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// against formats the state o of a rule, in bold if it differs from s.
func (s Standing) against(o Standing) string {
	out := o.Severity.String()
	if o.Severity != s.Severity {
		out = "**" + out + "**"
	}
	for i := range o.Options {
		if i < len(s.Options) && o.Options[i].Default != s.Options[i].Default && o.Severity != lint.Off {
			out += fmt.Sprintf(", **`%s: %s`**", o.Options[i].Name, o.Options[i].Default)
		}
	}
	return out
}
