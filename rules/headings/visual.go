package headings

import (
	"bytes"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// fewestPictures is how many pictures divide a text; fewer may just illustrate it.
const fewestPictures = 3

// pictured reports whether pictures of their own, between the paragraphs, divide the blocks
// [from, to) into parts of at most limit words of running prose.
func pictured(d *lint.Document, from, to, limit int) bool {
	if from >= to || len(d.Images) < fewestPictures {
		return false
	}
	n, start := 0, from
	for i := range d.Images {
		at := blockAt(d, &d.Images[i], from, to)
		if at == lint.None || at == start && n > 0 {
			continue // in another part of the draft, in a line of text, or beside the picture before
		}
		if running(d, start, at) > limit {
			return false
		}
		n, start = n+1, at
	}
	return n >= fewestPictures && running(d, start, to) <= limit
}

// blockAt returns the first of the blocks [from, to) after a picture that has words, or None
// if the picture is not among them or is inside a line of text.
func blockAt(d *lint.Document, image *lint.Image, from, to int) int {
	if image.Span.Start < d.Blocks[from].Span.Start || image.Span.Start >= d.Blocks[to-1].Span.End {
		return lint.None
	}
	prose := language.ProseOf(d)
	if b := image.Block; b != lint.None && d.Blocks[b].Kind != lint.Caption && prose.Count(b, b+1) > 0 {
		return lint.None
	}
	for i := from; i < to; i++ {
		if d.Blocks[i].Span.Start > image.Span.Start && prose.Count(i, i+1) > 0 {
			return i
		}
	}
	return to
}

// instructed reports whether most of the words of blocks [from, to) are in numbered items:
// steps, at whose numbers readers find their place.
func instructed(d *lint.Document, from, to int) bool {
	prose, steps := language.ProseOf(d), 0
	for i := from; i < to; i++ {
		if d.Blocks[i].Kind == lint.Item && numbered(d.Source.Slice(d.Blocks[i].Span)) {
			steps += prose.Count(i, i+1)
		}
	}
	return 2*steps > prose.Count(from, to)
}

// numbered reports whether the source of an item begins with a number and its mark.
func numbered(item string) bool {
	after := bytes.TrimLeft([]byte(item), "0123456789")
	return len(after) < len(item) && len(after) > 0 && (after[0] == '.' || after[0] == ')')
}

// fewestLabeled is how many bold lines with one label make it a label.
const fewestLabeled = 3

// withoutLabels removes the findings on bold lines that are a label and a value, “Effort: low”, if
// lines of the draft have the label with few values: they rate what they are in, and head nothing.
func withoutLabels(d *lint.Document, found []lint.Finding) []lint.Finding {
	lines, values := map[string]int{}, map[string]map[string]bool{}
	if slices.ContainsFunc(found, func(f lint.Finding) bool { return strings.Contains(d.Source.Slice(f.Span), ": ") }) {
		for i := range d.Blocks {
			b := &d.Blocks[i]
			label, value, labelled := strings.Cut(b.Text.String(), ": ")
			if !labelled || !bold(b) {
				continue
			}
			if lines[label]++; values[label] == nil {
				values[label] = map[string]bool{}
			}
			values[label][value] = true
		}
	}
	return slices.DeleteFunc(found, func(f lint.Finding) bool {
		label, _, _ := strings.Cut(d.Source.Slice(f.Span), ": ")
		return lines[label] >= fewestLabeled && 2*len(values[label]) <= lines[label]+1
	})
}

// withoutTitles removes the findings on bold lines that stand alone in their section, directly below its
// heading: they are a second line of it, and a heading there would say the same twice.
func withoutTitles(d *lint.Document, found []lint.Finding) []lint.Finding {
	inSection := map[int]int{} // findings, by the heading above
	above := make([]int, len(found))
	heading, next := lint.None, 0
	for i := range d.Blocks {
		if d.Blocks[i].Kind == lint.Heading {
			heading = i
		}
		for next < len(found) && found[next].Span == d.Blocks[i].Text.All() {
			inSection[heading]++
			if above[next] = lint.None; heading != lint.None && heading == i-1 {
				above[next] = heading
			}
			next++
		}
	}
	kept := found[:0]
	for i, f := range found {
		if h := above[i]; h == lint.None || inSection[h] > 1 {
			kept = append(kept, f)
		}
	}
	return kept
}
