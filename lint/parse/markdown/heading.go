package markdown

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
)

// addHeading writes a heading with its anchor. Its span includes number signs, attributes,
// and the underline of a setext heading.
func addHeading(w *walker, n *ast.Heading) {
	start, end := n.Pos(), scan.LineEnd(w.src, n.Pos())
	lines := n.Lines()
	if k := lines.Len(); k > 0 {
		end = w.close(lines)
		if lines.At(0).Start == start {
			end = scan.NextLine(w.src, end)
		}
		end = scan.LineEnd(w.src, min(end, len(w.src)))
	}
	for end > start && (w.src[end-1] == ' ' || w.src[end-1] == '\t') {
		end--
	}
	i := w.b.Begin(lint.Heading, n.Level, w.opening(start))
	if lines.Len() > 0 {
		w.inlines(n, lines.At(0).Start)
	}
	w.b.End(end)
	if i >= len(w.b.Doc.Blocks) {
		return
	}
	block := &w.b.Doc.Blocks[i]
	if id, ok := n.AttributeString("id"); ok {
		if id, ok := id.([]byte); ok && len(id) > 0 {
			block.ID, block.Explicit = string(id), true
			w.memory.ids.put(block.ID)
			w.b.Doc.Anchors = append(w.b.Doc.Anchors, block.ID)
			return
		}
	}
	var other string
	block.ID, other = w.memory.ids.derive(w.b.Written(i))
	for _, id := range [...]string{block.ID, other} {
		if id != "" {
			w.b.Doc.Anchors = append(w.b.Doc.Anchors, id)
		}
	}
}

// anchors derives the ids of headings and makes them unique.
type anchors struct {
	used  map[string]int // ids already used, with the last number appended to each
	plain map[string]int // ids in goldmark's own form, with the last number appended to each
	buf   []byte
}

// forget clears a for the headings of another draft.
func (a *anchors) forget() {
	clear(a.used)
	clear(a.plain)
}

func (a *anchors) put(id string) {
	if a.used == nil {
		a.used = make(map[string]int, 8)
	}
	if _, ok := a.used[id]; !ok {
		a.used[id] = 0
	}
}

// derive returns the id of a heading as GitHub and Hugo form it (lower case, letters
// and digits of any script, "_" and "-", spaces as hyphens, everything else dropped)
// and, if it differs, goldmark's own form (ASCII only, "_" as "-").
func (a *anchors) derive(heading []byte) (id, other string) {
	if a.used == nil {
		a.used = make(map[string]int, 8)
	}
	a.buf = a.buf[:0]
	ascii := true
	for i := 0; i < len(heading); {
		r, n := utf8.DecodeRune(heading[i:])
		i += n
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '-':
			a.buf = append(a.buf, '-')
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			ascii = ascii && r < utf8.RuneSelf && r != '_'
			a.buf = utf8.AppendRune(a.buf, unicode.ToLower(r))
		}
	}
	if len(a.buf) > 0 {
		id = unique(a.used, a.buf)
		if ascii {
			return id, ""
		}
	}
	if a.plain == nil {
		a.plain = make(map[string]int, 4)
	}
	k := 0
	for _, c := range a.buf {
		if c == '_' {
			c = '-'
		}
		if c < utf8.RuneSelf {
			a.buf[k] = c
			k++
		}
	}
	if k == 0 {
		a.buf = append(a.buf[:0], "heading"...)
		k = len(a.buf)
	}
	if other = unique(a.plain, a.buf[:k]); other == id {
		other = ""
	}
	return id, other
}

// unique returns an id that was not used before: "notes", "notes-1", "notes-2".
func unique(used map[string]int, id []byte) string {
	n, taken := used[string(id)]
	if !taken {
		s := string(id)
		used[s] = 0
		return s
	}
	for {
		n++
		s := string(id) + "-" + strconv.Itoa(n)
		if _, taken := used[s]; !taken {
			used[string(id)] = n
			used[s] = 0
			return s
		}
	}
}
