package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// layer is the rule settings of one place: a profile, a file, an override, or the command
// line. Layers are merged in this order.
type layer map[string]*entry

// entry is the settings of one rule in a layer.
type entry struct {
	severity lint.Severity // Unset if the layer sets none
	options  *yaml.Node    // a mapping that may hold the severity as well, or nil
	own      bool          // set by the writer, not by a profile
	id       int           // identifies the options
	file     string        // for messages; "" for flags

	at   *yaml.Node // where the severity is set, or nil
	from Origin     // without a position
}

// severityKey is the key among the options of a rule that sets its severity.
const severityKey = "severity"

var severityNames = []string{"off", "advice", "warning", "error"}

// readLayer reads a mapping from rules to severities or options. A profile may name rules that
// the resolver does not have; a file may not.
func readLayer(r *Resolver, d *decoder, n *yaml.Node, from Origin) layer {
	if n == nil {
		return nil
	}
	out := layer{}
	own := from.Kind != FromProfile
	d.Pairs(n, "“rules”", func(key, value *yaml.Node) {
		rule := r.byName[key.Value]
		if rule == nil {
			if own {
				d.Fail(key, "%s", Unknown("rule", key.Value, r.names))
			}
			return
		}
		if rule.Locked {
			d.Fail(key, "%s", locked(rule.Name))
			return
		}
		e := &entry{own: own, file: d.File, from: from}
		switch value.Kind {
		case yaml.ScalarNode:
			e.severity, e.at = severity(d, value), key
		case yaml.MappingNode:
			readOptions(r, d, rule, e, value)
		default:
			d.Fail(value, "rule %s must have a severity or options, not %s", strict.Quoted(rule.Name), strict.Kind(value))
		}
		out[rule.Name] = e
	})
	return out
}

// locked returns the message that a rule cannot be configured.
func locked(rule string) string {
	return "rule " + strict.Quoted(rule) + " cannot be configured: it reports that a check failed; leave it out"
}

// readOptions checks the options of a rule by decoding them into a new checker, and stores them
// for the checkers of the settings.
func readOptions(r *Resolver, d *decoder, rule *lint.Rule, e *entry, n *yaml.Node) {
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
	if strict.IsNull(n) {
		d.Fail(n, "a severity is missing here. Allowed: %s", strings.Join(severityNames, ", "))
		return lint.Unset
	}
	s, ok := lint.ParseSeverity(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		d.Fail(n, "%s is not a severity%s", strict.Kind(n), strict.Remedy(n.Value, severityNames))
		return lint.Unset
	}
	return s
}

// fresh returns a new checker of a rule, or nil for the engine's own rules.
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
	d.Structure(n, v.Elem(), "rule "+strict.Quoted(rule.Name), severityKey)
}

// instance is a checker with its options, shared by all drafts with the same options.
type instance struct {
	checker  any
	number   int
	problems Problems
}

// newInstance returns the checker of a rule with layers of options, created once.
func newInstance(r *Resolver, rule *lint.Rule, layers []*entry) *instance {
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
		d := &decoder{File: s.file}
		decodeOptions(d, rule, i.checker, s.options)
		i.problems = append(i.problems, d.Problems...)
	}
	if c, ok := i.checker.(lint.Initer); ok && len(i.problems) == 0 {
		if err := c.Init(); err != nil {
			i.problems = append(i.problems, initProblem(rule, layers, err))
		}
	}
	return i
}

// initProblem returns the error of Init with the position of the option that it names or,
// if it names none, of the rule's options.
func initProblem(rule *lint.Rule, layers []*entry, err error) Problem {
	p := Problem{File: "rule " + rule.Name, Line: 1, Column: 1, Message: "rule " + strict.Quoted(rule.Name) + ": " + err.Error()}
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
