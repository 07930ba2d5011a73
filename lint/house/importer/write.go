package importer

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// YAML returns the pack as a file, with comments on what was not translated.
func (p *Pack) YAML() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Translated by copychief rules import from %s\n", comment(p.From))
	for _, n := range p.Notes {
		fmt.Fprintf(&b, "# %s\n", comment(n))
	}
	if len(p.Left) > 0 {
		b.WriteString("#\n# Not translated:\n")
		for _, l := range p.Left {
			fmt.Fprintf(&b, "#   %s: %s\n", comment(l.From), comment(l.Why))
		}
	}
	b.WriteByte('\n')
	rules, err := encode(p.Rules, "house")
	if err != nil {
		return nil, err
	}
	b.Write(rules)
	return b.Bytes(), nil
}

// comment returns a text for one line of a comment.
func comment(s string) string { return strings.Join(strings.Fields(s), " ") }

// encode writes rules under a key.
func encode(rules []*Rule, key string) ([]byte, error) {
	all := mapping()
	for _, r := range rules {
		put(all, r.Name, r.Body)
	}
	top := mapping()
	put(top, key, all)
	return yaml.Marshal(top)
}

func mapping() *yaml.Node  { return &yaml.Node{Kind: yaml.MappingNode} }
func sequence() *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode} }

// text returns a node of a text, in quotation marks where YAML would read something else.
func text(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch strings.ToLower(s) {
	case "yes", "no", "on", "off", "y", "n":
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

func boolean(b bool) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(b)}
}

func integer(n string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: n} }

// list returns a node of a list of texts.
func list(items []string) *yaml.Node {
	n := sequence()
	for _, s := range items {
		n.Content = append(n.Content, text(s))
	}
	return n
}

// put adds a key to a mapping, unless the value is nil.
func put(n *yaml.Node, key string, value *yaml.Node) {
	if value != nil {
		n.Content = append(n.Content, text(key), value)
	}
}

// get returns the value of a key, or nil.
func get(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// keys returns the keys of a mapping.
func keys(n *yaml.Node) (all []string) {
	if n == nil {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		all = append(all, n.Content[i].Value)
	}
	return all
}

func has(n *yaml.Node, key string) bool { return get(n, key) != nil }

// str returns the text of a key, or "".
func str(n *yaml.Node, key string) string {
	if v := get(n, key); v != nil && v.Kind == yaml.ScalarNode {
		return v.Value
	}
	return ""
}

// strs returns the texts of a key: a list, or one.
func strs(n *yaml.Node, key string) []string { return texts(get(n, key)) }

// texts returns the texts of a node: a list, or one.
func texts(v *yaml.Node) (all []string) {
	switch {
	case v == nil:
	case v.Kind == yaml.SequenceNode:
		for _, item := range v.Content {
			if item.Kind == yaml.ScalarNode {
				all = append(all, item.Value)
			}
		}
	case v.Kind == yaml.ScalarNode:
		all = append(all, v.Value)
	}
	return all
}

// pairs returns the keys and values of a mapping whose values are texts.
func pairs(n *yaml.Node) (all [][2]string) {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i+1].Kind == yaml.ScalarNode {
			all = append(all, [2]string{n.Content[i].Value, n.Content[i+1].Value})
		}
	}
	return all
}
