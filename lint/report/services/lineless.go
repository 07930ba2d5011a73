package services

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// lineless returns a finding for formats that know only lines and columns. If the draft has no
// lines, such as a Word file, its message begins with the place, and it is on the first line,
// since the lines of the extracted text are not in the file. Fixes that are only listed are left
// out, since other programs would apply them to the file.
func lineless(f *engine.Finding) *engine.Finding {
	if f.Place == "" && !f.Listed {
		return f
	}
	out := *f
	if f.Listed {
		out.Fixes = nil
	}
	if f.Place == "" {
		return &out
	}
	first := lint.Position{Line: 1, Column: 1}
	out.Message = f.Place + ": " + f.Message
	out.From, out.To, out.Lines = first, first, nil
	out.Related = append([]engine.Related(nil), f.Related...)
	for i := range out.Related {
		if x := &out.Related[i]; x.Place != "" {
			x.Message, x.From, x.To = x.Place+": "+x.Message, first, first
		}
	}
	return &out
}
