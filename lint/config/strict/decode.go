package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Decoder decodes YAML nodes into Go values and records every mistake with its position, so
// that a writer can correct all of them at once.
//
// It does not use the library's decoding into structs, because messages need the positions
// of keys as well as those of values, and because that decoding is quadratic for large maps.
type Decoder struct {
	File     string
	Problems Problems
}

// Text is a scalar with its position, for values that are checked later.
type Text struct {
	Value string
	Node  *yaml.Node
}

var (
	nodeType = reflect.TypeFor[*yaml.Node]()
	textType = reflect.TypeFor[Text]()
)

// Fail records a mistake at a node.
func (d *Decoder) Fail(n *yaml.Node, format string, args ...any) {
	d.Problems = append(d.Problems, Problem{d.File, max(n.Line, 1), max(n.Column, 1), fmt.Sprintf(format, args...)})
}

// Document parses the only document of a file. It returns nil for an empty file.
func (d *Decoder) Document(content []byte) *yaml.Node {
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
		d.Fail(&second, "a second document begins here; a configuration can have only one")
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
func (d *Decoder) invalid(err error) {
	at := &yaml.Node{Line: 1, Column: 1}
	message := err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		message = load.Message
		if load.Mark.Line > 0 {
			at.Line, at.Column = load.Mark.Line, load.Mark.Column
		}
	}
	d.Fail(at, "not valid YAML: %s%s", Printable(strings.Join(strings.Fields(message), " ")), advice(message))
}

// Pairs yields the keys and values of a mapping. Anything else, and duplicate keys, are
// problems. A missing value is an empty mapping.
func (d *Decoder) Pairs(n *yaml.Node, what string, yield func(key, value *yaml.Node)) {
	if IsNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.Fail(n, "%s must be keys and values, not %s", what, Kind(n))
		return
	}
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			d.Fail(key, "a key must be a word, not %s", Kind(key))
			continue
		}
		if first := seen[key.Value]; first != nil {
			d.Fail(key, "key %s is already on line %d", Quoted(key.Value), first.Line)
			continue
		}
		seen[key.Value] = key
		yield(key, value)
	}
}

// Into decodes a node into a settable value; messages call it name.
func (d *Decoder) Into(n *yaml.Node, v reflect.Value, name string) {
	switch v.Type() {
	case nodeType:
		v.Set(reflect.ValueOf(n))
		return
	case textType:
		var s string
		if d.Scalar(n, reflect.ValueOf(&s).Elem(), name) {
			v.Set(reflect.ValueOf(Text{s, n}))
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		d.Into(n, p.Elem(), name)
		v.Set(p)
	case reflect.Struct:
		d.Structure(n, v, name)
	case reflect.Slice:
		d.List(n, v, name)
	case reflect.Map:
		m := reflect.MakeMap(v.Type())
		d.Pairs(n, name, func(key, value *yaml.Node) {
			e := reflect.New(v.Type().Elem()).Elem()
			d.Into(value, e, name+"."+key.Value)
			m.SetMapIndex(reflect.ValueOf(key.Value).Convert(v.Type().Key()), e)
		})
		v.Set(m)
	default:
		d.Scalar(n, v, name)
	}
}

// Structure decodes a mapping into the tagged fields of a struct. It ignores keys in skip.
func (d *Decoder) Structure(n *yaml.Node, v reflect.Value, name string, skip ...string) {
	fields := FieldsOf(v.Type())
	d.Pairs(n, name, func(key, value *yaml.Node) {
		for _, s := range skip {
			if key.Value == s {
				return
			}
		}
		for _, f := range fields {
			if f.Name == key.Value {
				if f.As != "" && value.Kind != yaml.MappingNode && !IsNull(value) {
					d.Fail(value, "%s must be keys and values, not %s; write %s", Quoted(key.Value), Kind(value), f.As)
					return
				}
				d.Into(value, v.FieldByIndex(f.Index), Quoted(key.Value))
				return
			}
		}
		names := make([]string, 0, len(fields)+len(skip))
		names = append(names, skip...)
		for _, f := range fields {
			names = append(names, f.Name)
		}
		switch first, _ := utf8.DecodeRuneInString(key.Value); {
		case key.Value == "<<":
			d.Fail(key, "“<<” in %s would merge other keys, which is not supported; write them out", name)
		case strings.Contains(key.Value, " ") || unicode.IsUpper(first) && strings.Contains(value.Value, " "):
			d.Fail(key, "unknown key %s in %s; put quotation marks around a text with a comma or a colon", Quoted(key.Value), name)
		default:
			d.Fail(key, "unknown key %s in %s%s", Quoted(key.Value), name, Remedy(key.Value, names))
		}
	})
}

// List decodes a sequence; a single value means a list of one.
func (d *Decoder) List(n *yaml.Node, v reflect.Value, name string) {
	items := []*yaml.Node{n}
	if n.Kind == yaml.ScalarNode && n.Style == 0 && strings.Contains(n.Value, ", ") {
		d.Fail(n, "%s must be a list: write [%s], or quotation marks around it if it is one text", name, Printable(n.Value))
	}
	switch {
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case IsNull(n):
		items = nil
	case n.Kind == yaml.ScalarNode && v.Type().Elem().Kind() != reflect.Struct, v.Type().Elem() == textType && n.Kind == yaml.ScalarNode:
	default:
		d.Fail(n, "%s must be a list, not %s", name, Kind(n))
		return
	}
	s := reflect.MakeSlice(v.Type(), 0, len(items))
	for _, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		before := len(d.Problems)
		d.Into(item, e, name)
		if len(d.Problems) == before || e.Kind() == reflect.Struct && e.Type() != textType {
			s = reflect.Append(s, e)
		}
	}
	v.Set(s)
}

// Scalar decodes a single value and reports whether it succeeded.
func (d *Decoder) Scalar(n *yaml.Node, v reflect.Value, name string) bool {
	bad := func(want string) bool {
		got := Kind(n)
		if n.Kind == yaml.ScalarNode && !IsNull(n) {
			got = Quoted(n.Value)
		}
		d.Fail(n, "%s must be %s, not %s", name, want, got)
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

// IsNull reports whether a node has no value.
func IsNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// Kind describes the type of a node. Aliases are always rejected: configurations are too
// small to need them, and a few lines of them can expand to millions of values.
func Kind(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias (write the value out)"
	default:
		if IsNull(n) {
			return "nothing"
		}
		return Quoted(n.Value)
	}
}

// Field is an option of a struct.
type Field struct {
	Name  string
	Index []int
	As    string // an example, for messages about a field that must be keys and values
}

// FieldsOf returns the exported fields of a struct that have a yaml tag, including those of
// embedded structs, in order.
func FieldsOf(t reflect.Type) (fields []Field) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			for _, inner := range FieldsOf(f.Type) {
				fields = append(fields, Field{inner.Name, append([]int{i}, inner.Index...), inner.As})
			}
		case f.IsExported() && name != "" && name != "-":
			fields = append(fields, Field{name, []int{i}, f.Tag.Get("as")})
		}
	}
	return fields
}
