package house

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/config/strict"
)

// message is a text with placeholders in braces.
type message struct {
	texts []string // one more than names
	names []string // of the placeholders
}

// readMessage reads a message. The placeholders that may stand in it depend on the kind of
// rule. It returns nil if the rule has none.
func readMessage(c *compiler, t strict.Text, allowed ...string) *message {
	if t.Node == nil {
		return nil
	}
	m := &message{}
	rest := oneLine(c.Decoder, t, longMessage)
	for {
		before, after, found := strings.Cut(rest, "{")
		if !found {
			m.texts = append(m.texts, rest)
			return m
		}
		name, more, closed := strings.Cut(after, "}")
		if !closed {
			c.Fail(t.Node, "the message has a { without a }; write a placeholder such as {%s}", allowed[0])
			return m
		}
		if !slices.Contains(allowed, name) {
			c.Fail(t.Node, "%s", strict.Unknown("placeholder", "{"+name+"}", braced(allowed)))
		}
		m.texts, m.names = append(m.texts, before), append(m.names, name)
		rest = more
	}
}

func braced(names []string) (out []string) {
	for _, n := range names {
		out = append(out, "{"+n+"}")
	}
	return out
}

// fill returns the message with the values of its placeholders.
func (m *message) fill(value func(name string) string) string {
	var b strings.Builder
	for i, s := range m.texts {
		b.WriteString(s)
		if i < len(m.names) {
			b.WriteString(value(m.names[i]))
		}
	}
	return b.String()
}
