package parse

import "github.com/copychief/copychief/lint"

// tag is one template tag of the draft, already masked in the working copy.
type tag struct {
	span    lint.Span
	own     bool // it stood alone on its lines and was masked by blanks
	literal lint.Text // its first string literal: the target of a link made of it
}

// mask replaces template tags from offset from on by as many harmless bytes and
// returns the tags in order. src is changed in place.
func mask(src []byte, from int, mdx bool, o *Options) []tag { return nil }
