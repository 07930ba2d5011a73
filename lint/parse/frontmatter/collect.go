package frontmatter

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
)

// collector gathers the fields of one metadata block in any format and enforces its
// limits.
type collector struct {
	doc    *lint.Document
	src    []byte       // the working copy
	own    fields.Names // names of fields that replace the defaults
	limits quota.Limits
	keys   int
	full   bool // whether a limit was reached; no more fields are added
}

// member is a key of one map, for detecting duplicates.
type member struct {
	name string
	at   lint.Span
}

// key counts a key and reports it if the same map contains it already. It returns the
// members with the new one; ok is false if a limit is reached.
func (c *collector) key(members []member, name string, at lint.Span) (_ []member, ok bool) {
	if c.full {
		return members, false
	}
	if c.keys++; c.keys > c.limits.Keys {
		c.stop(at, fmt.Sprintf("Front matter has more than %s keys; those from here on are not checked", lint.Thousands(c.limits.Keys)))
		return members, false
	}
	for _, m := range members {
		if m.name == name {
			line := c.doc.Source.Position(m.at.Start).Line
			c.problem(at, fmt.Sprintf("Front matter key “%s” is written twice; the first is on line %d", quota.OneLine(name), line))
			break
		}
	}
	return append(members, member{name, at}), true
}

// deep reports whether a nesting level is beyond the limit, and records the problem
// once.
func (c *collector) deep(level int, at lint.Span) bool {
	if !c.full && level > c.limits.Nesting {
		c.stop(at, fmt.Sprintf("Front matter is nested deeper than %d levels; the rest of it is not checked", c.limits.Nesting))
	}
	return c.full
}

// field adds a field with its values; it extends whole to include the key.
func (c *collector) field(name string, key lint.Span, values []lint.Text, whole lint.Span) {
	c.doc.Meta.Fields = append(c.doc.Meta.Fields, lint.Field{Name: name, Key: key, Values: values, Whole: key.Join(whole)})
}

// add adds a field with its values. In a list of maps (list is the index of its first
// field) the values of equal names are merged; elsewhere (lint.None) each key is a
// separate field.
func (c *collector) add(list int, name string, key lint.Span, values []lint.Text, whole lint.Span) {
	if list != lint.None {
		for i := list; i < len(c.doc.Meta.Fields); i++ {
			if f := &c.doc.Meta.Fields[i]; f.Name == name {
				f.Values = append(f.Values, values...)
				f.Whole = f.Whole.Join(whole)
				return
			}
		}
	}
	c.field(name, key, values, whole)
}

func (c *collector) problem(at lint.Span, message string) {
	c.doc.Problems = append(c.doc.Problems, lint.Problem{Span: at, Message: message})
}

func (c *collector) stop(at lint.Span, message string) {
	c.full = true
	c.doc.Problems = append(c.doc.Problems, lint.Problem{Span: at, Message: message, Unchecked: true})
}

// join joins the parts of a nested name.
func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}
