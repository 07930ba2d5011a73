package config

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/config/strict"
)

// HouseKind is a kind of rule that a configuration may declare under “house”.
type HouseKind struct {
	Key   string // the key that a rule of this kind has
	About string
	Type  reflect.Type // what a rule is decoded into
}

// PackURL is the address of the JSON Schema of packs, for editors.
const PackURL = "https://raw.githubusercontent.com/copychief/copychief/main/docs/copychief.pack.schema.json"

// PackSchema returns the JSON Schema of a pack of house rules, which is decoded into a type of
// package house. Like [Schema], it accepts every pack that the decoder accepts.
func PackSchema(pack reflect.Type, kinds []HouseKind) ([]byte, error) {
	s := declared(pack)
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["$id"] = PackURL
	s["title"] = "copychief pack"
	s["description"] = "House rules that a .copychief.yml names under “packs”."
	rules := s["properties"].(node)["house"].(node)
	maps.Copy(rules, houseSchema(kinds))
	s["definitions"] = node{"severity": severitySchema(), "text": textSchema(), "texts": list(node{"$ref": "#/definitions/text"})}
	out, err := json.MarshalIndent(s, "", "  ")
	return append(out, '\n'), err
}

// houseSchema returns the schema of “house”: rules by name, each of one of the kinds.
func houseSchema(kinds []HouseKind) node {
	rule := node{"type": "object"}
	if len(kinds) > 0 {
		var kindsOf []node
		for _, k := range kinds {
			n := declared(k.Type)
			n["type"], n["required"], n["description"] = "object", []string{k.Key}, k.About
			kindsOf = append(kindsOf, n)
		}
		rule = node{"anyOf": kindsOf}
	}
	return node{
		"type": orNull("object"), "additionalProperties": rule,
		"propertyNames": node{"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
	}
}

// declared returns the schema of a part of a declared rule. Nodes, whose form depends on
// the kind, may be anything. The tag “without” names keys of a part that the kind rejects.
func declared(t reflect.Type) node {
	switch t {
	case textType:
		return node{"$ref": "#/definitions/text"}
	case nodeType:
		return node{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return declared(t.Elem())
	case reflect.Slice:
		if t.Elem() == nodeType {
			return node{"type": orNull("array")}
		}
		return node{"$ref": "#/definitions/texts"}
	case reflect.Struct:
		properties := node{}
		for _, f := range strict.FieldsOf(t) {
			field := t.FieldByIndex(f.Index)
			n := declared(field.Type)
			if f.Name == "severity" {
				n = node{"$ref": "#/definitions/severity"}
			}
			if without := field.Tag.Get("without"); without != "" {
				maps.DeleteFunc(n["properties"].(node), func(key string, _ any) bool { return slices.Contains(strings.Split(without, ","), key) })
			}
			properties[f.Name] = described(n, field.Tag.Get("doc"))
		}
		return node{"type": orNull("object"), "additionalProperties": false, "properties": properties}
	default:
		return typeSchema(t)
	}
}
