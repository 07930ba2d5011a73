package docs

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Option is one option of a rule.
type Option struct {
	Name    string // as written in .copychief.yml
	Kind    string // number, text, true or false, list of texts
	Default string // as written in .copychief.yml; "" if there is none
	Doc     string
}

// Options returns the options of a rule in the order of their declaration.
func Options(rule *lint.Rule) []Option {
	return OptionsOf(checker(rule))
}

// fields returns the options in a struct, including those of embedded structs.
func fields(v reflect.Value) (out []Option) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		switch {
		case field.Anonymous && name == "" && field.Type.Kind() == reflect.Struct:
			out = append(out, fields(v.Field(i))...)
		case field.IsExported() && name != "" && name != "-":
			out = append(out, Option{name, kindOf(field.Type), literal(v.Field(i)), field.Tag.Get("doc")})
		}
	}
	return out
}

// checker returns a new checker with the rule's default options.
func checker(rule *lint.Rule) interface{} {
	if rule.New != nil {
		return rule.New()
	}
	if rule.NewSite != nil {
		return rule.NewSite()
	}
	return nil
}

// kindOf returns the name of a type for writers.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Float32, reflect.Float64:
		return "number"
	case reflect.String:
		return "text"
	case reflect.Slice, reflect.Array:
		return "list of " + strings.Replace(kindOf(t.Elem())+"s", "yes or nos", "true or false", 1)
	case reflect.Map:
		return "mapping"
	case reflect.Pointer:
		return kindOf(t.Elem())
	default:
		return "settings"
	}
}

// literal returns a default as written in a configuration, or "" for empty strings, lists
// and mappings.
func literal(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Float32, reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.String:
		return v.String()
	case reflect.Slice, reflect.Array:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, literal(v.Index(i)))
		}
		if len(parts) == 0 {
			return ""
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return ""
		}
		return literal(v.Elem())
	case reflect.Map, reflect.Struct:
		return ""
	default:
		return fmt.Sprint(v.Interface())
	}
}
