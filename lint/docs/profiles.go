package docs

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Standing is how a rule stands under a profile.
type Standing struct {
	Severity lint.Severity // Off where the rule does not run
	Options  []Option      // with the values that hold there as Default
}

// OptionsOf returns the options that a checker holds, with its values as
// defaults; none for a checker that has no options, nil among them.
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

// Profiles writes the tables of rules by profile, one a family. The first profile
// holds every rule's own defaults; what another changes stands in bold, with the
// options that differ. standing tells how a rule stands under a profile.
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

// against writes how a rule stands elsewhere, in bold where that differs.
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
