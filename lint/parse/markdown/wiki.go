package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint"
)

// hiddenTarget returns the part of a wiki link that readers do not see, given the offset of its
// bar: the target and the bar in [[Night buses|buses at night]]. In some wikis the address comes
// last: [[buses at night|travel/night]]. If there is no such link, the span is empty. Sites of any
// generator may have such links, through a plugin or because their drafts are notes.
func hiddenTarget(src []byte, bar int) lint.Span {
	const most = 300 // bytes of a target or a text
	before, after := src[max(0, bar-most):bar], src[bar+1:min(len(src), bar+most)]
	open, end := bytes.LastIndexAny(before, "[]|\n"), bytes.IndexAny(after, "[]|\n")
	if open < 1 || before[open-1] != '[' || before[open] != '[' || open > 1 && before[open-2] == '!' {
		return lint.Span{}
	}
	if end < 1 || end+1 >= len(after) || after[end] != ']' || after[end+1] != ']' {
		return lint.Span{}
	}
	target, text := before[open+1:], after[:end]
	if len(bytes.TrimSpace(target)) == 0 || len(bytes.TrimSpace(text)) == 0 || target[0] == ' ' && text[0] == ' ' {
		return lint.Span{} // [[ -f harbour.txt | … ]] is a condition
	}
	if bytes.IndexByte(text, '/') >= 0 && bytes.IndexByte(target, '/') < 0 && bytes.IndexByte(text, ' ') < 0 {
		return lint.Span{Start: bar, End: bar + 1 + end}
	}
	return lint.Span{Start: bar - len(target), End: bar + 1}
}
