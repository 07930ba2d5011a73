// Package counterpart lists the rules of other linters that correspond to this program's, and
// reads the comments by which drafts switch them off.
//
// A writer who writes <!-- markdownlint-disable MD034 --> has decided to leave the address after
// it as it is, and does not want the same finding from another program. The rules
// of each linter are data, in rules.txt; [Parse] reads the comments of each linter in its own
// syntax. Which part of a draft a comment is about is left to the caller, which has the draft.
//
// The trade-off: two rules with the same purpose never agree on all cases. A comment may thus
// hide a finding that its writer did not think of, so findings are held back and counted,
// and none is dropped. A rule without a counterpart is not mapped to a similar one.
package counterpart

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed rules.txt
var list string

// Rule is a rule of this program.
type Rule struct {
	Name      string
	Fragments bool // only findings about links to a place on the same page are meant
}

// linter are the rules of a linter.
type linter struct {
	rules map[string][]Rule // by the name of a rule or a group, in lower case
	all   []Rule
}

var linters = sync.OnceValue(func() map[string]*linter { return read(list) })

// read reads the lists of rules.
func read(text string) map[string]*linter {
	all := map[string]*linter{}
	var of *linter
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		names, ours, is := strings.Cut(line, ":")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			of = &linter{rules: map[string][]Rule{}}
			all[strings.Trim(line, "[]")] = of
		case is && of != nil:
			of.add(strings.Fields(strings.ToLower(names)), strings.Fields(ours))
		}
	}
	return all
}

// add adds a rule with its names.
func (l *linter) add(names, ours []string) {
	for _, our := range ours {
		rule := Rule{Name: strings.TrimSuffix(our, "#"), Fragments: strings.HasSuffix(our, "#")}
		if !slices.Contains(l.all, rule) {
			l.all = append(l.all, rule)
		}
		for _, name := range names {
			if !slices.Contains(l.rules[name], rule) {
				l.rules[name] = append(l.rules[name], rule)
			}
		}
	}
}

// Of returns the rules that correspond to a rule of a linter, given its name or that of a group.
// There are none for unknown names.
func Of(name, rule string) []Rule {
	l := linters()[name]
	if l == nil {
		return nil
	}
	rule = strings.ToLower(rule)
	if found := l.rules[rule]; found != nil {
		return found
	}
	switch name {
	case Remark, Textlint: // remark-lint-NAME, preset/NAME
		for _, prefix := range [...]string{"remark-lint-", "remark-", "textlint-rule-"} {
			rule = strings.TrimPrefix(rule, prefix)
		}
		return l.rules[rule[strings.LastIndexByte(rule, '/')+1:]]
	case Vale: // Style.Rule
		if _, own, styled := strings.Cut(rule, "."); styled {
			return l.rules[own]
		}
	}
	return nil
}

// All returns the rules that correspond to any rule of a linter.
func All(name string) []Rule {
	if l := linters()[name]; l != nil {
		return l.all
	}
	return nil
}

// Names returns the names of all rules that correspond to one of another linter, sorted.
func Names() (names []string) {
	for _, l := range linters() {
		for _, rule := range l.all {
			names = append(names, rule.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
