package parsetest

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Dump writes out a document in full, for reading and comparison.
func Dump(doc *lint.Document) string {
	d := &dumper{src: doc.Source}
	d.line("%s, language %s, %d bytes", doc.Format, doc.Language, len(doc.Source.Bytes))
	d.meta(&doc.Meta)
	for i := range doc.Blocks {
		d.block(i, &doc.Blocks[i])
	}
	for i, l := range doc.Links {
		d.link(i, l)
	}
	for i, m := range doc.Images {
		d.image(i, m)
	}
	for i, q := range doc.Quotations {
		d.line("quotation %d %s", i, d.place(q.Span))
		d.text("cite", q.Cite)
	}
	for _, c := range doc.Comments {
		d.line("comment %s", d.place(c.Span))
		d.text("text", c.Text)
	}
	for _, s := range doc.Templates {
		d.line("template %s", d.place(s))
	}
	if len(doc.Anchors) > 0 {
		d.line("anchors %q", doc.Anchors)
	}
	for _, p := range doc.Problems {
		d.line("problem %s unchecked=%t %s", d.place(p.Span), p.Unchecked, p.Message)
	}
	return d.out.String()
}

// DumpMeta writes out the metadata of a document.
func DumpMeta(doc *lint.Document) string {
	d := &dumper{src: doc.Source}
	d.meta(&doc.Meta)
	return d.out.String()
}

type dumper struct {
	src *lint.Source
	out strings.Builder
}

func (d *dumper) line(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

// place shows a span with its source, which is shortened in the middle.
func (d *dumper) place(s lint.Span) string {
	raw := fmt.Sprintf("%q", d.src.Slice(s))
	if r := []rune(raw); len(r) > 100 {
		raw = string(r[:60]) + " … " + string(r[len(r)-30:])
	}
	return fmt.Sprintf("[%d:%d] %s", s.Start, s.End, raw)
}

// text shows a text with its runs: "=" for runs identical to the source, "~" for runs
// that replace a span as a whole.
func (d *dumper) text(label string, t lint.Text) {
	if t.Len() == 0 && !t.Placed() {
		return
	}
	var runs []string
	for r := range t.Runs() {
		sign := "="
		if r.Whole {
			sign = "~"
		}
		runs = append(runs, fmt.Sprintf("%d%s%d:%d", r.At, sign, r.Source.Start, r.Source.End))
	}
	d.line("  %s %q", label, t.String())
	if !t.Placed() {
		d.line("    nowhere")
		return
	}
	d.line("    runs %s", strings.Join(runs, " "))
}

func (d *dumper) meta(m *lint.Meta) {
	if m.Format == lint.NoMeta && len(m.Fields) == 0 {
		return
	}
	names := [...]string{"none", "yaml", "toml", "json", "header lines", "html head"}
	d.line("meta %s %s", names[m.Format], d.place(m.Span))
	for i := range m.Fields {
		f := &m.Fields[i]
		d.line("field %s key [%d:%d] whole %s", f.Name, f.Key.Start, f.Key.End, d.place(f.Whole))
		for r := range lint.Role(lint.Roles) {
			if m.Get(r) == f {
				d.line("  role %d", r)
			}
		}
		for _, v := range f.Values {
			d.text("value", v)
		}
	}
}

func (d *dumper) block(i int, b *lint.Block) {
	head := fmt.Sprintf("block %d %s", i, b.Kind)
	if b.Level > 0 {
		head += fmt.Sprintf(" level %d", b.Level)
	}
	if b.Kind == lint.Cell {
		head += fmt.Sprintf(" row %d", b.Row)
	}
	if b.Quote != lint.None {
		head += fmt.Sprintf(" quote %d", b.Quote)
	}
	if b.Footnote {
		head += " footnote"
	}
	if b.ID != "" {
		head += fmt.Sprintf(" id %q explicit=%t", b.ID, b.Explicit)
	}
	d.line("%s %s", head, d.place(b.Span))
	d.text("text", b.Text)
	kinds := [...]string{"code", "emphasis", "strong", "strike", "link", "quote", "cite", "footnote", "object", "keyboard"}
	for _, m := range b.Marks {
		d.line("  mark %s [%d:%d] %q index %d", kinds[m.Kind], m.Start, m.End, b.Text.Slice(m.Start, m.End), m.Index)
	}
}

func (d *dumper) link(i int, l lint.Link) {
	head := fmt.Sprintf("link %d %s block %d [%d:%d]", i, l.Kind, l.Block, l.Start, l.End)
	if l.Bare {
		head += " bare"
	}
	if l.Image != lint.None {
		head += fmt.Sprintf(" image %d", l.Image)
	}
	if l.Label != "" {
		head += fmt.Sprintf(" label %q", l.Label)
	}
	if len(l.Rel) > 0 {
		head += fmt.Sprintf(" rel %q", l.Rel)
	}
	d.line("%s %s", head, d.place(l.Span))
	d.text("text", l.Text)
	d.text("target", l.Target)
}

func (d *dumper) image(i int, m lint.Image) {
	origins := [...]string{"markdown", "html", "template", "meta"}
	d.line("image %d %s block %d alt=%t decorative=%t %s", i, origins[m.Origin], m.Block, m.HasAlt, m.Decorative, d.place(m.Span))
	d.text("alt", m.Alt)
	d.text("target", m.Target)
	d.text("caption", m.Caption)
}
