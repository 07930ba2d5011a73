package desk

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// leaveOut writes the comment that suppresses a finding: before its block or, if it is about the
// article as a whole, at the beginning. A comment is returned only if the finding is then
// suppressed and nothing else is found that was not found before.
func leaveOut(d *Desk, draft *Draft, id, reason string) *change {
	s := d.settings(draft)
	c, err := d.examine([]byte(draft.Text), s)
	if err != nil || c.doc == nil {
		return refuse(goneBy)
	}
	gathered := *c
	r := *c.result
	r.Findings = engine.FindingsOf(slices.Clone(c.result.Findings.List()))
	gathered.result = &r
	r.Gather()
	gathered.prints = maps.Collect(r.Fingerprints())
	f := gathered.find(id)
	if f == nil || f.Status != engine.Active {
		return refuse(goneBy)
	}
	if reason = asComment(reason); reason == "" {
		return refuse("Say in a few words why it may stay, so that the next reader knows")
	}
	before := active(c.result, "")
	places := []int{f.Span.Start}
	for _, r := range f.Related {
		if f.Together != "" {
			places = append(places, r.Span.Start)
		}
	}
	for _, tried := range commentsOf(d, c.doc, f, places, reason) {
		now, err := d.examine([]byte(tried), s)
		if err != nil || now.doc == nil {
			continue
		}
		if active(now.result, f.Rule) < active(c.result, f.Rule) && active(now.result, "") < before {
			return &change{Edits: []edit{between(draft.Text, tried)}, Done: []string{"Left as it is: " + reason}}
		}
	}
	return refuse("No comment reaches this finding; it can only be changed in the text")
}

// active counts the findings that count, of one rule or, with "", of all.
func active(r *engine.Result, rule string) (n int) {
	for f := range r.Findings.All() {
		if f.Status == engine.Active && (rule == "" || f.Rule == rule) {
			n++
		}
	}
	return n
}

// dashes would end a comment.
var dashes = regexp.MustCompile("--+")

// asComment returns a reason on one line, without anything that would end a comment.
func asComment(reason string) string {
	reason = strings.Join(strings.Fields(reason), " ")
	reason = dashes.ReplaceAllString(reason, "–")
	return strings.TrimRight(strings.NewReplacer("<", "‹", ">", "›").Replace(reason), "-")
}

// commentsOf returns the text with a comment that may suppress a finding, the narrowest first.
func commentsOf(d *Desk, doc *lint.Document, f *engine.Finding, places []int, reason string) (texts []string) {
	text := string(doc.Source.Bytes)
	if f.About.Empty() && d.field(doc, f) == "" && len(places) == 1 && f.Span.Start >= doc.Meta.Span.End {
		if at := blockStart(doc, f.Span.Start); at >= 0 {
			comment := "<!-- copychief-ignore " + f.Rule + ": " + reason + " -->\n"
			texts = append(texts, text[:at]+comment+text[at:], text[:at]+comment+"\n"+text[at:])
		}
	}
	at := doc.Body().Start
	if at > len(text) {
		at = len(text)
	}
	comment := "<!-- copychief-ignore-file " + f.Rule + ": " + reason + " -->\n\n"
	if at > 0 && text[at-1] != '\n' {
		comment = "\n" + comment
	}
	return append(texts, text[:at]+comment+text[at:])
}

// blockStart returns the beginning of the first line of the block at an offset: of the whole
// list, table or quotation, if it is in one. It returns a negative number if there is none.
func blockStart(doc *lint.Document, offset int) int {
	at := lint.None
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Span.Start > offset {
			break
		}
		at = i
	}
	if at == lint.None {
		return lint.None
	}
	start := doc.Blocks[at].Span.Start
	if q := doc.Blocks[at].Quote; q != lint.None {
		start = min(start, doc.Quotations[q].Span.Start)
	} else if kind := doc.Blocks[at].Kind; kind == lint.Item || kind == lint.Cell {
		for at > 0 && doc.Blocks[at-1].Kind == kind {
			at--
		}
		start = doc.Blocks[at].Span.Start
	}
	return doc.Source.Line(doc.Source.Position(start).Line).Start
}
