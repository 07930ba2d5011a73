package config

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// SchemaURL is where the JSON Schema of configurations stands, for editors.
const SchemaURL = "https://raw.githubusercontent.com/copychief/copychief/main/docs/copychief.schema.json"

// ruleURL is what the name of a rule completes to the address of its page.
const ruleURL = "https://github.com/copychief/copychief/blob/main/docs/rules/"

// node is a part of a JSON Schema.
type node map[string]any

// Schema returns the JSON Schema (draft 7, which editors know best) of a
// configuration file for a set of rules. It is made of the structs that files are
// decoded into and of the options of the rules, so it knows what the decoder knows
// about names and types, and refuses no file that the decoder accepts. It cannot say
// what only the program can judge: whether a glob is well formed, whether a file is
// there, what a rule thinks of a number. The error is that of encoding.
func Schema(rules []*lint.Rule) ([]byte, error) {
	s := object(reflect.TypeFor[schema](), "")
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["$id"] = SchemaURL
	s["title"] = "copychief configuration"
	s["description"] = "Which rules copychief runs on which articles, and how."
	s["not"] = node{"type": "object", "required": []string{"profile", "extends"}}
	s["definitions"] = node{
		"severity": node{"enum": severityNames, "description": "off, advice, warning or error"},
		"profile":  node{"enum": Profiles},
		// Like the decoder, an editor takes a number or a truth value for text.
		"text":       node{"type": []string{"string", "number", "boolean"}},
		"texts":      list(node{"$ref": "#/definitions/text"}),
		"globs":      globSchema(),
		"language":   node{"type": "string", "pattern": "^[A-Za-z0-9]{2,3}([-_][A-Za-z0-9]{1,8})*$"},
		"rules":      rulesSchema(rules),
		"fields":     fieldsSchema(),
		"shortcodes": node{"type": orNull("object"), "additionalProperties": shortcodeSchema()},
		"overrides":  array(overrideSchema()),
	}
	out, err := json.MarshalIndent(s, "", "  ")
	return append(out, '\n'), err
}

// known are the keys whose values are more than their type says, by key.
func known(key string) node {
	switch key {
	case "profile", "extends":
		return node{"$ref": "#/definitions/profile"}
	case "files", "ignore":
		return node{"$ref": "#/definitions/globs"}
	case "rules", "overrides", "fields", "shortcodes", "language":
		return node{"$ref": "#/definitions/" + key}
	case "hosts":
		return list(node{"type": "string", "pattern": "^[^/:@?# ]+$"})
	case "tolerance":
		return node{"enum": tolerances, "default": tolerances[0]}
	case "kind":
		return node{"enum": shortcodeKinds}
	case "root":
		return node{"type": "string", "default": "."}
	case "keyphrases":
		return node{"type": "string", "pattern": `\.([cC][sS][vV]|[yY][aA]?[mM][lL])$`}
	}
	var s limits
	var usual parse.Limits
	usual = usual.OrDefault()
	for _, l := range s.all(&usual) {
		if l.name == key {
			return node{"type": "integer", "minimum": 1, "maximum": l.most, "default": *l.to}
		}
	}
	return nil
}

// object returns the schema of a struct: its keys and no others, or nothing at all.
func object(t reflect.Type, description string) node {
	properties := node{}
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		properties[key] = described(keySchema(key, f.Type), f.Tag.Get("doc"))
	}
	return described(node{"type": orNull("object"), "additionalProperties": false, "properties": properties}, description)
}

// keySchema returns the schema of a key of a configuration file.
func keySchema(key string, t reflect.Type) node {
	if n := known(key); n != nil && t.Kind() != reflect.Bool {
		return n
	}
	if t.Kind() == reflect.Struct && t != textType {
		return object(t, "")
	}
	return typeSchema(t)
}

// described adds a description. What refers to a definition is wrapped, because
// draft 7 takes no notice of what stands beside a reference.
func described(n node, description string) node {
	if description == "" {
		return n
	}
	if n["$ref"] != nil {
		n = node{"allOf": []node{n}}
	}
	n["description"] = description
	return n
}

// typeSchema returns the schema of what the decoder reads into a type.
func typeSchema(t reflect.Type) node {
	switch t.Kind() {
	case reflect.Bool:
		return node{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return node{"type": "number"}
	case reflect.Slice:
		if t.Elem().Kind() == reflect.String || t.Elem() == textType {
			return node{"$ref": "#/definitions/texts"}
		}
		return array(typeSchema(t.Elem()))
	case reflect.Map:
		return node{"type": orNull("object"), "additionalProperties": typeSchema(t.Elem())}
	case reflect.Pointer:
		return typeSchema(t.Elem())
	case reflect.String:
		return node{"$ref": "#/definitions/text"}
	case reflect.Struct:
		if t == textType {
			return node{"$ref": "#/definitions/text"}
		}
		return optionsSchema(reflect.New(t).Elem())
	default:
		return node{"type": "integer"}
	}
}

// list returns the schema of a list, for which a single value may stand, or nothing.
func list(item node) node {
	return node{"anyOf": []node{item, array(item)}}
}

func array(items node) node { return node{"type": orNull("array"), "items": items} }

func orNull(t string) []string { return []string{t, "null"} }

func globSchema() node {
	return list(node{
		"type": "string", "minLength": 1, "maxLength": globLength, "pattern": `^[^\\]+$`,
		"not": node{"pattern": `^(\./)?(/|\.\./)`},
	})
}

func fieldsSchema() node {
	properties := node{}
	for role, names := range roleNames {
		properties[names] = node{
			"allOf":       []node{{"$ref": "#/definitions/texts"}},
			"description": "fields that hold the " + strings.ReplaceAll(names, "_", " ") + ", the preferred first",
			"default":     parse.DefaultFields()[lint.Role(role)],
		}
	}
	return node{"type": orNull("object"), "additionalProperties": false, "properties": properties}
}

func shortcodeSchema() node {
	n := object(reflect.TypeFor[shortcode](), "")
	n["type"], n["required"] = "object", []string{"kind"}
	return n
}

func overrideSchema() node {
	n := object(reflect.TypeFor[exception](), "")
	n["type"], n["required"] = "object", []string{"files"}
	files := n["properties"].(node)["files"].(node)
	files["not"] = node{"enum": []any{nil, []string{}}}
	return n
}

// rulesSchema returns the schema of “rules”: every rule by name, with what it is
// about, its severity and its options.
func rulesSchema(rules []*lint.Rule) node {
	properties := node{}
	for _, r := range rules {
		if r.Locked {
			continue
		}
		options := optionsSchema(reflect.Indirect(reflect.ValueOf(fresh(r))))
		options["properties"].(node)[severityKey] = node{"$ref": "#/definitions/severity"}
		usual := r.Severity
		if r.Off {
			usual = lint.Off
		}
		properties[r.Name] = node{
			"description": r.Summary + " (" + string(r.Family) + ", " + usual.String() + " unless set). " + ruleURL + r.Name + ".md",
			"anyOf":       []node{{"$ref": "#/definitions/severity"}, options},
		}
	}
	return node{"type": orNull("object"), "additionalProperties": false, "properties": properties}
}

// optionsSchema returns the schema of the tagged fields of a struct whose values
// are the defaults. A choice tag names the texts that an option may be, a bar
// between them.
func optionsSchema(v reflect.Value) node {
	properties := node{}
	if v.Kind() == reflect.Struct {
		for _, f := range fieldsOf(v.Type()) {
			tag := v.Type().FieldByIndex(f.index).Tag
			n := typeSchema(v.FieldByIndex(f.index).Type())
			if choice := tag.Get("choice"); choice != "" {
				n = node{"enum": strings.Split(choice, "|")}
			}
			n = described(n, tag.Get("doc"))
			if d := v.FieldByIndex(f.index); (d.Kind() != reflect.Slice && d.Kind() != reflect.Map) || d.Len() > 0 {
				n["default"] = d.Interface()
			}
			properties[f.name] = n
		}
	}
	return node{"type": "object", "additionalProperties": false, "properties": properties}
}
