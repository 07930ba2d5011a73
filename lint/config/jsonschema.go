package config

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// SchemaURL is the address of the JSON Schema of configurations, for editors.
const SchemaURL = "https://raw.githubusercontent.com/copychief/copychief/main/docs/copychief.schema.json"

// ruleURL is the address of the page of a rule without the rule's name.
const ruleURL = "https://github.com/copychief/copychief/blob/main/docs/rules/"

// node is a part of a JSON Schema.
type node map[string]any

// Schema returns the JSON Schema (draft 7, which editors support best) of a configuration
// file for a list of rules. It is generated from the structs that files are decoded into
// and from the options of the rules, so it has the same names and types as the decoder and
// accepts every file that the decoder accepts. It cannot express what only the program can
// check: whether a glob is valid, a file exists, or a rule accepts a number. The error is
// that of encoding.
//
// kinds are the kinds of rules that a file may declare, from package house.
func Schema(rules []*lint.Rule, kinds []HouseKind) ([]byte, error) {
	s := object(reflect.TypeFor[schema](), "")
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["$id"] = SchemaURL
	s["title"] = "copychief configuration"
	s["description"] = "Which rules copychief runs on which articles, and how."
	s["not"] = node{"type": "object", "required": []string{"profile", "extends"}}
	s["definitions"] = node{
		"severity":   severitySchema(),
		"profile":    node{"enum": Profiles},
		"text":       textSchema(),
		"texts":      list(node{"$ref": "#/definitions/text"}),
		"globs":      globSchema(),
		"language":   node{"type": "string", "pattern": "^[A-Za-z0-9]{2,3}([-_][A-Za-z0-9]{1,8})*$"},
		"rules":      rulesSchema(rules),
		"fields":     fieldsSchema(),
		"shortcodes": node{"type": orNull("object"), "additionalProperties": shortcodeSchema()},
		"overrides":  array(overrideSchema()),
		"house":      houseSchema(kinds),
	}
	out, err := json.MarshalIndent(s, "", "  ")
	return append(out, '\n'), err
}

func severitySchema() node {
	return node{"enum": severityNames, "description": "off, advice, warning or error"}
}

// textSchema is that of a text: like the decoder, it accepts a number or a boolean as well.
func textSchema() node { return node{"type": []string{"string", "number", "boolean"}} }

// known returns the schema of keys whose values have constraints beyond their type.
func known(key string) node {
	switch key {
	case "profile", "extends":
		return node{"$ref": "#/definitions/profile"}
	case "files", "ignore":
		return node{"$ref": "#/definitions/globs"}
	case "rules", "overrides", "fields", "shortcodes", "language", "house":
		return node{"$ref": "#/definitions/" + key}
	case "hosts":
		return list(node{"type": "string", "pattern": "^[^/:@?# ]+$"})
	case "tolerance":
		return node{"enum": tolerances, "default": tolerances[0]}
	case "kind":
		return node{"enum": lint.KindNames()}
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

// object returns the schema of a struct: null or an object with no other keys.
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

// described adds a description. References are wrapped, because draft 7 ignores what is
// next to a reference.
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

// typeSchema returns the schema of the values that the decoder accepts for a type.
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

// list returns the schema of a list, which may also be a single value or null.
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
	n["properties"].(node)["kind"].(node)["enum"] = shortcodeKinds
	return n
}

func overrideSchema() node {
	n := object(reflect.TypeFor[exception](), "")
	n["type"], n["required"] = "object", []string{"files"}
	files := n["properties"].(node)["files"].(node)
	files["not"] = node{"enum": []any{nil, []string{}}}
	return n
}

// rulesSchema returns the schema of “rules”: every rule by name, with its summary, severity
// and options.
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

// optionsSchema returns the schema of the tagged fields of a struct, whose values are the
// defaults. A choice tag lists the allowed texts, separated by bars.
func optionsSchema(v reflect.Value) node {
	properties := node{}
	if v.Kind() == reflect.Struct {
		for _, f := range strict.FieldsOf(v.Type()) {
			tag := v.Type().FieldByIndex(f.Index).Tag
			n := typeSchema(v.FieldByIndex(f.Index).Type())
			if choice := tag.Get("choice"); choice != "" {
				n = node{"enum": strings.Split(choice, "|")}
			}
			n = described(n, tag.Get("doc"))
			if d := v.FieldByIndex(f.Index); (d.Kind() != reflect.Slice && d.Kind() != reflect.Map) || d.Len() > 0 {
				n["default"] = d.Interface()
			}
			properties[f.Name] = n
		}
	}
	return node{"type": "object", "additionalProperties": false, "properties": properties}
}
