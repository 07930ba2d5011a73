package web

import (
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// passage is a block of the text of a draft, escaped.
type passage struct {
	Class  string // what kind of block it is
	Code   bool
	Pieces []piece
}

// piece is a part of a passage. With an ID, it is where something was found.
type piece struct {
	Text, ID, Severity, Message string
	Picture                     bool
}

// passagesOf returns the text of a draft with marks that lead to its findings, which have ids.
func passagesOf(text []report.SheetBlock, ids map[*engine.Finding]string) (all []passage) {
	for i := range text {
		b := &text[i]
		p := passage{Class: b.Kind.String(), Code: b.Kind == lint.Code}
		if b.Kind == lint.Heading {
			p.Class += " h" + strconv.Itoa(b.Level)
		}
		if b.Quoted {
			p.Class += " quoted"
		}
		for _, x := range b.Pieces {
			out := piece{Text: escapeLines(x.Text), Picture: x.Picture}
			if x.Finding != nil {
				out.ID, out.Severity, out.Message = ids[x.Finding], x.Finding.Severity.String(), report.Escape(x.Finding.Message)
			}
			p.Pieces = append(p.Pieces, out)
		}
		all = append(all, p)
	}
	return all
}

// escapeLines escapes a text line by line.
func escapeLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = report.Escape(lines[i])
	}
	return strings.Join(lines, "\n")
}
