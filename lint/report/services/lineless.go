package services

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// lineless returns a finding for formats that know places in lines only. Where the draft has no
// lines, as a Word file, the place begins the message, and the finding is on the first line:
// the lines of what the file was read as exist nowhere. Fixes that are only listed are left out,
// since other programs would apply them to the file.
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
