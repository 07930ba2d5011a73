package links

import (
	"io/fs"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

// definitions looks up whether the label of a reference is defined.
type definitions struct {
	p        *lint.Pass
	own      *labels // of the draft; built at the first reference
	included *labels // of the files that it includes; built at the first label that is not its own
	complete bool
}

// definition says what is known about the definition of a label.
type definition uint8

const (
	undefined definition = iota
	elsewhere            // in an included file, or possibly in one
	defined              // in the draft
	spacious             // in the draft, but with a space in its address, so that it is text
)

// of returns what is known about the definition of a reference, given as written.
func (d *definitions) of(written string) definition {
	label := labelOf(written)
	if d.own == nil {
		d.own = labelsOf(string(d.p.Doc.Source.Bytes))
	}
	if found := d.own.of(label); found != undefined {
		return found
	}
	if d.p.Part() || d.p.Site != nil && d.p.Site.Links.Named {
		return elsewhere
	}
	if d.included == nil {
		var text string
		text, d.complete = resolve.Included(d.p)
		d.included = labelsOf(text + d.assembled())
	}
	if !d.complete || d.included.of(label) != undefined {
		return elsewhere
	}
	return undefined
}

// assembled returns the text of the drafts that a command of the repository puts into one document with
// this one, such as a list of definitions at its end.
func (d *definitions) assembled() string {
	parts, complete := resolve.Joined(d.p)
	d.complete = d.complete && (complete || len(parts) == 0)
	var text strings.Builder
	for _, part := range parts {
		if info, err := fs.Stat(d.p.Files, part); err != nil || !info.Mode().IsRegular() || info.Size() > mostRead {
			continue
		}
		if content, err := fs.ReadFile(d.p.Files, part); err == nil {
			text.WriteByte('\n')
			text.Write(content)
		}
	}
	return text.String()
}

// labelOf returns the normalised label of a reference as written: [text][label], [label][].
func labelOf(written string) string {
	label := strings.TrimSuffix(written, "]")
	if open := strings.LastIndexByte(label, '['); open >= 0 && label[open+1:] != "" {
		return normalised(label[open+1:])
	}
	return normalised(strings.Trim(label, "[]"))
}

// labels holds the labels that a text defines.
type labels struct {
	written   map[string]definition
	templated [][2]string // beginnings and ends of labels between which a template writes the rest
}

// labelsOf reads the definitions of a text: lines that begin with a label and a colon. A
// file that other pages include may write them with template tags.
func labelsOf(text string) *labels {
	l := &labels{written: map[string]definition{}}
	for line := range strings.Lines(text) {
		rest, is := strings.CutPrefix(strings.TrimLeft(line, " >\t"), "[")
		if !is {
			continue
		}
		label, address, is := strings.Cut(rest, "]:")
		if !is || label == "" {
			continue
		}
		open, end := strings.IndexByte(label, '{'), strings.LastIndexByte(label, '}')
		if open < 0 || end < open {
			if label = normalised(label); l.written[label] == undefined {
				l.written[label] = kindOf(strings.TrimSpace(address))
			}
			continue
		}
		l.templated = append(l.templated, [2]string{
			strings.ToLower(label[:open]), strings.ToLower(label[end+1:]),
		})
	}
	return l
}

// kindOf tells a definition from one whose address has a space. A title may follow the
// address, and a template may write both.
func kindOf(address string) definition {
	_, rest, _ := strings.Cut(address, " ")
	if rest = strings.TrimSpace(rest); rest == "" || strings.ContainsAny(rest[:1], "\"'({") || strings.ContainsAny(address, "<{") {
		return defined
	}
	return spacious
}

// of returns how the text defines a normalised label, or may define it.
func (l *labels) of(label string) definition {
	if found := l.written[label]; found != undefined {
		return found
	}
	for _, t := range l.templated {
		if len(label) >= len(t[0])+len(t[1]) && strings.HasPrefix(label, t[0]) && strings.HasSuffix(label, t[1]) {
			return elsewhere
		}
	}
	return undefined
}

// normalised returns a label in the form in which Markdown compares labels: in lower
// case, with one space for white space of any length.
func normalised(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(label), " "))
}
