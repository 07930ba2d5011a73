package importer

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readPrh translates a dictionary of prh.
func readPrh(r *reader, name string, n *yaml.Node) {
	p := r.pack(name, "prh")
	rules := get(n, "rules")
	if rules == nil || rules.Kind != yaml.SequenceNode {
		return
	}
	for i, item := range rules.Content {
		r.total++
		from := fmt.Sprintf("%s, rule %d", name, i+1)
		if item.Kind == yaml.ScalarNode {
			item = &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{text("expected"), item}}
		}
		if why := prhRule(r, p, name, from, item); why != "" {
			r.left(p, from, why)
		} else {
			r.done[from]++
		}
	}
}

var slashed = pattern(`^/(.*)/([a-z]*)$`)

// prhRule translates one rule, and returns why it cannot.
func prhRule(r *reader, p *Pack, name, from string, item *yaml.Node) string {
	expected := str(item, "expected")
	patterns := append(strs(item, "pattern"), strs(item, "patterns")...)
	if expected == "" && len(patterns) > 0 {
		return "it does not say what is expected"
	}
	ruleName := stem(name) + "-" + expected
	b := prhBody(item)
	if len(patterns) == 0 {
		put(b, "spelling", list([]string{expected}))
		put(b, "by", list([]string{"case"}))
		put(b, "examples", specs(item))
		r.add(p, ruleName, from, b)
		return ""
	}
	swap := mapping()
	fold := false
	for _, pattern := range patterns {
		m := slashed().FindStringSubmatch(pattern)
		if m == nil {
			put(swap, pattern, text(expected))
			continue
		}
		fold = fold || strings.Contains(m[2], "i")
		expr, except, ok := behind(m[1])
		if !ok {
			return "“" + pattern + "” looks ahead or behind, or refers to a group, which RE2 does not"
		}
		words, few := literals(expr)
		if !few || len(except) > 0 {
			return prhPattern(r, p, ruleName, from, item, m, expected)
		}
		for _, w := range words {
			if w != expected {
				put(swap, w, text(expected))
			}
		}
	}
	if len(swap.Content) == 0 {
		return "its patterns match nothing but what is expected"
	}
	put(b, "replace", swap)
	put(b, "forms", boolean(false))
	if !fold {
		put(b, "match-case", boolean(true))
	}
	put(b, "examples", specs(item))
	r.add(p, ruleName, from, b)
	return ""
}

// prhBody returns a rule with the message of the dictionary.
func prhBody(item *yaml.Node) *yaml.Node {
	b := mapping()
	if message := strings.Join(strings.Fields(str(item, "prh")), " "); message != "" {
		put(b, "message", text(strings.NewReplacer("{", "(", "}", ")").Replace(message)))
	}
	return b
}

var group = pattern(`\$(\d)`)

// prhPattern translates a rule with an expression. Numbered groups get names.
func prhPattern(r *reader, p *Pack, name, from string, item *yaml.Node, m []string, expected string) string {
	expr, used := m[1], group().FindAllStringSubmatch(expected, -1)
	if len(used) > 0 {
		expr = named(expr)
		expected = group().ReplaceAllString(strings.NewReplacer("{", "(", "}", ")").Replace(expected), "{g$1}")
	}
	if strings.Contains(m[2], "i") {
		expr = "(?i)" + expr
	}
	b := prhBody(item)
	put(b, "pattern", text(expr))
	put(b, "instead", text(expected))
	put(b, "examples", specs(item))
	r.add(p, name, from, b)
	return ""
}

// named gives the groups of an expression the names g1, g2, and so on.
func named(expr string) string {
	return regrouped(expr, func(n int) string { return fmt.Sprintf("(?P<g%d>", n) })
}

// ungrouped takes the numbers from the groups of an expression.
func ungrouped(expr string) string { return regrouped(expr, func(int) string { return "(?:" }) }

// regrouped replaces the brackets that open the numbered groups of an expression.
func regrouped(expr string, open func(n int) string) string {
	var b strings.Builder
	n, class := 0, false
	for i := 0; i < len(expr); i++ {
		c := expr[i]
		switch {
		case c == '\\' && i+1 < len(expr):
			b.WriteByte(c)
			i++
			c = expr[i]
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '(' && !class && !strings.HasPrefix(expr[i:], "(?"):
			n++
			b.WriteString(open(n))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// specs translates the specifications of a rule, each a text and what it becomes, into
// examples.
func specs(item *yaml.Node) *yaml.Node {
	n := get(item, "specs")
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	bad, good := sequence(), sequence()
	for _, s := range n.Content {
		from, to := str(s, "from"), str(s, "to")
		switch from {
		case "":
		case to:
			good.Content = append(good.Content, text(from))
		default:
			e := mapping()
			put(e, "draft", text(from))
			put(e, "fixed", text(to))
			bad.Content = append(bad.Content, e)
		}
	}
	all := mapping()
	if len(bad.Content) > 0 {
		put(all, "bad", bad)
	}
	if len(good.Content) > 0 {
		put(all, "good", good)
	}
	if len(all.Content) == 0 {
		return nil
	}
	return all
}
