package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
)

// layer is what one place says about rules: a profile, a file, one of its
// overrides, the command line. Layers are laid over each other in that order.
type layer map[string]*entry

// entry is what a layer says about one rule.
type entry struct {
	severity lint.Severity // Unset where the layer names none
	options  *yaml.Node    // a mapping that may hold the severity as well, or nil
	own      bool          // the writer's own words, not a profile's
	id       int           // tells options apart
	file     string        // for messages; "" for flags

	at   *yaml.Node // where the severity is said, or nil
	from Origin     // without a place
}

// severityKey is the key beside a rule's options that sets its severity.
const severityKey = "severity"

var severityNames = []string{"off", "advice", "warning", "error"}

// layer reads a mapping from rules to severities or options. A profile may name
// rules that this resolver was not given; a writer may not.
func (r *Resolver) layer(d *decoder, n *yaml.Node, from Origin) layer {
	if n == nil {
		return nil
	}
	out := layer{}
	own := from.Kind != FromProfile
	d.pairs(n, "“rules”", func(key, value *yaml.Node) {
		rule := r.byName[key.Value]
		if rule == nil {
			if own {
				d.fail(key, "%s", Unknown("rule", key.Value, r.names))
			}
			return
		}
		if rule.Locked {
			d.fail(key, "%s", locked(rule.Name))
			return
		}
		e := &entry{own: own, file: d.file, from: from}
		switch value.Kind {
		case yaml.ScalarNode:
			e.severity, e.at = severity(d, value), key
		case yaml.MappingNode:
			r.options(d, rule, e, value)
		default:
			d.fail(value, "rule %s wants a severity or options, not %s", quoted(rule.Name), kind(value))
		}
		out[rule.Name] = e
	})
	return out
}

// locked says that a rule cannot be set.
func locked(rule string) string {
	return "rule " + quoted(rule) + " cannot be configured: it tells that a check failed; leave it out"
}

// options checks the options of a rule against a fresh checker and keeps them for
// those that the settings are made of.
func (r *Resolver) options(d *decoder, rule *lint.Rule, e *entry, n *yaml.Node) {
	r.lastID++
	e.id, e.options = r.lastID, n
	has := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == severityKey {
			e.severity, e.at = severity(d, n.Content[i+1]), n.Content[i]
		} else {
			has = true
		}
	}
	decodeOptions(d, rule, fresh(rule), n)
	if !has {
		e.options = nil
	}
}

func severity(d *decoder, n *yaml.Node) lint.Severity {
	if isNull(n) {
		d.fail(n, "a severity is missing here. Allowed: %s", strings.Join(severityNames, ", "))
		return lint.Unset
	}
	s, ok := lint.ParseSeverity(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		d.fail(n, "%s is no severity%s", kind(n), remedy(n.Value, severityNames))
		return lint.Unset
	}
	return s
}

// fresh returns what a rule's New or NewSite returns; nil for a rule of the
// program itself.
func fresh(rule *lint.Rule) any {
	switch {
	case rule.New != nil:
		return rule.New()
	case rule.NewSite != nil:
		return rule.NewSite()
	}
	return nil
}

// decodeOptions sets the tagged fields of a checker.
func decodeOptions(d *decoder, rule *lint.Rule, c any, n *yaml.Node) {
	v := reflect.ValueOf(c)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		v = reflect.ValueOf(new(struct{}))
	}
	d.structure(n, v.Elem(), "rule "+quoted(rule.Name), severityKey)
}

// instance is a checker with its options, shared by all drafts for which the
// same options hold.
type instance struct {
	checker  any
	number   int
	problems Problems
}

// instance returns the checker of a rule under layers of options, made once.
func (r *Resolver) instance(rule *lint.Rule, layers []*entry) *instance {
	key := rule.Name
	for _, s := range layers {
		key += " " + strconv.Itoa(s.id)
	}
	if i := r.instances[key]; i != nil {
		return i
	}
	i := &instance{checker: fresh(rule), number: len(r.instances)}
	r.instances[key] = i
	for _, s := range layers {
		d := &decoder{file: s.file}
		decodeOptions(d, rule, i.checker, s.options)
		i.problems = append(i.problems, d.problems...)
	}
	if c, ok := i.checker.(lint.Initer); ok && len(i.problems) == 0 {
		if err := c.Init(); err != nil {
			i.problems = append(i.problems, initProblem(rule, layers, err))
		}
	}
	return i
}

// initProblem gives the error of a rule's Init the place of the option that it
// speaks of, or of the rule's options where it names none.
func initProblem(rule *lint.Rule, layers []*entry, err error) Problem {
	p := Problem{File: "rule " + rule.Name, Line: 1, Column: 1, Message: "rule " + quoted(rule.Name) + ": " + err.Error()}
	for _, s := range slices.Backward(layers) {
		for i := 0; i+1 < len(s.options.Content); i += 2 {
			key := s.options.Content[i]
			if key.Value != severityKey && strings.Contains(err.Error(), key.Value) {
				p.File, p.Line, p.Column = s.file, key.Line, key.Column
				return p
			}
		}
	}
	if n := len(layers); n > 0 {
		last := layers[n-1]
		p.File, p.Line, p.Column = last.file, last.options.Line, last.options.Column
	}
	return p
}
