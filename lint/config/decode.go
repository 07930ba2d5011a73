package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// decoder decodes YAML nodes into Go values and records every mistake with its position, so
// that a writer can correct all of them at once.
//
// It does not use the library's decoding into structs, because messages need the positions
// of keys as well as those of values, and because that decoding is quadratic for large maps.
type decoder struct {
	file     string
	problems Problems
}

// text is a scalar with its position, for values that are checked later.
type text struct {
	Value string
	Node  *yaml.Node
}

var (
	nodeType = reflect.TypeFor[*yaml.Node]()
	textType = reflect.TypeFor[text]()
)

func (d *decoder) fail(n *yaml.Node, format string, args ...any) {
	d.problems = append(d.problems, Problem{d.file, max(n.Line, 1), max(n.Column, 1), fmt.Sprintf(format, args...)})
}

// document parses the only document of a file. It returns nil for an empty file.
func (d *decoder) document(content []byte) *yaml.Node {
	loader, err := yaml.NewLoader(bytes.NewReader(content), yaml.WithUniqueKeys(false))
	if err != nil {
		d.invalid(err)
		return nil
	}
	var first, second yaml.Node
	if err := loader.Load(&first); err != nil {
		if !errors.Is(err, io.EOF) {
			d.invalid(err)
		}
		return nil
	}
	if err := loader.Load(&second); err == nil {
		d.fail(&second, "a second document begins here; a configuration is one")
	} else if !errors.Is(err, io.EOF) {
		d.invalid(err)
	}
	if first.Kind != yaml.DocumentNode {
		return &first
	}
	if len(first.Content) == 0 {
		return nil
	}
	return first.Content[0]
}

// invalid reports an error of the YAML parser.
func (d *decoder) invalid(err error) {
	at := &yaml.Node{Line: 1, Column: 1}
	message := err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		message = load.Message
		if load.Mark.Line > 0 {
			at.Line, at.Column = load.Mark.Line, load.Mark.Column
		}
	}
	d.fail(at, "not valid YAML: %s", printable(strings.Join(strings.Fields(message), " ")))
}

// pairs yields the keys and values of a mapping. Anything else, and duplicate keys, are
// problems. A missing value is an empty mapping.
func (d *decoder) pairs(n *yaml.Node, what string, yield func(key, value *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.fail(n, "%s wants keys and values, not %s", what, kind(n))
		return
	}
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			d.fail(key, "a key must be a word, not %s", kind(key))
			continue
		}
		if first := seen[key.Value]; first != nil {
			d.fail(key, "key %s stands here twice, first on line %d", quoted(key.Value), first.Line)
			continue
		}
		seen[key.Value] = key
		yield(key, value)
	}
}

// into decodes a node into a settable value; messages call it name.
func (d *decoder) into(n *yaml.Node, v reflect.Value, name string) {
	switch v.Type() {
	case nodeType:
		v.Set(reflect.ValueOf(n))
		return
	case textType:
		var s string
		if d.scalar(n, reflect.ValueOf(&s).Elem(), name) {
			v.Set(reflect.ValueOf(text{s, n}))
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		d.into(n, p.Elem(), name)
		v.Set(p)
	case reflect.Struct:
		d.structure(n, v, name)
	case reflect.Slice:
		d.list(n, v, name)
	case reflect.Map:
		m := reflect.MakeMap(v.Type())
		d.pairs(n, name, func(key, value *yaml.Node) {
			e := reflect.New(v.Type().Elem()).Elem()
			d.into(value, e, name+"."+key.Value)
			m.SetMapIndex(reflect.ValueOf(key.Value).Convert(v.Type().Key()), e)
		})
		v.Set(m)
	default:
		d.scalar(n, v, name)
	}
}

// structure decodes a mapping into the tagged fields of a struct. It ignores keys in skip.
func (d *decoder) structure(n *yaml.Node, v reflect.Value, name string, skip ...string) {
	fields := fieldsOf(v.Type())
	d.pairs(n, name, func(key, value *yaml.Node) {
		for _, s := range skip {
			if key.Value == s {
				return
			}
		}
		for _, f := range fields {
			if f.name == key.Value {
				d.into(value, v.FieldByIndex(f.index), quoted(key.Value))
				return
			}
		}
		names := make([]string, 0, len(fields)+len(skip))
		names = append(names, skip...)
		for _, f := range fields {
			names = append(names, f.name)
		}
		d.fail(key, "unknown key %s in %s%s", quoted(key.Value), name, remedy(key.Value, names))
	})
}

// list decodes a sequence; a single value means a list of one.
func (d *decoder) list(n *yaml.Node, v reflect.Value, name string) {
	items := []*yaml.Node{n}
	switch {
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case isNull(n):
		items = nil
	case n.Kind == yaml.ScalarNode && v.Type().Elem().Kind() != reflect.Struct, v.Type().Elem() == textType && n.Kind == yaml.ScalarNode:
	default:
		d.fail(n, "%s wants a list, not %s", name, kind(n))
		return
	}
	s := reflect.MakeSlice(v.Type(), 0, len(items))
	for _, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		before := len(d.problems)
		d.into(item, e, name)
		if len(d.problems) == before || e.Kind() == reflect.Struct && e.Type() != textType {
			s = reflect.Append(s, e)
		}
	}
	v.Set(s)
}

// scalar decodes a single value and reports whether it succeeded.
func (d *decoder) scalar(n *yaml.Node, v reflect.Value, name string) bool {
	bad := func(want string) bool {
		got := kind(n)
		if n.Kind == yaml.ScalarNode && !isNull(n) {
			got = quoted(n.Value)
		}
		d.fail(n, "%s wants %s, not %s", name, want, got)
		return false
	}
	tag := ""
	if n.Kind == yaml.ScalarNode {
		tag = n.ShortTag()
	}
	switch v.Kind() {
	case reflect.String:
		if tag == "" || tag == "!!null" {
			return bad("text")
		}
		v.SetString(n.Value)
	case reflect.Bool:
		if tag != "!!bool" || n.Value != "true" && n.Value != "false" {
			return bad("true or false")
		}
		v.SetBool(n.Value == "true")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		i, err := strconv.ParseInt(n.Value, 10, 64)
		if tag != "!!int" || err != nil || v.OverflowInt(i) {
			return bad("a whole number")
		}
		v.SetInt(i)
	case reflect.Float32, reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64)
		if tag != "!!int" && tag != "!!float" || err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			return bad("a number")
		}
		v.SetFloat(f)
	default:
		return bad("nothing that can be configured")
	}
	return true
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// kind describes the type of a node. Aliases are always rejected: configurations are too
// small to need them, and a few lines of them can expand to millions of values.
func kind(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias (write the value out)"
	default:
		if isNull(n) {
			return "nothing"
		}
		return quoted(n.Value)
	}
}

// field is an option of a struct.
type field struct {
	name  string
	index []int
}

// fieldsOf returns the exported fields of a struct that have a yaml tag, including those of
// embedded structs, in order.
func fieldsOf(t reflect.Type) (fields []field) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			for _, inner := range fieldsOf(f.Type) {
				fields = append(fields, field{inner.name, append([]int{i}, inner.index...)})
			}
		case f.IsExported() && name != "" && name != "-":
			fields = append(fields, field{name, []int{i}})
		}
	}
	return fields
}
