package notebook

import (
	"strings"
)

// writer writes cells as Markdown.
type writer struct {
	out      []byte
	language string
	places   []place
}

// cell writes a cell, which is the i-th of its notebook from 0.
func (w *writer) cell(c *cell, i int) {
	text := c.text()
	if strings.TrimSpace(text) == "" {
		return
	}
	if len(w.out) > 0 {
		w.out = append(w.out, '\n')
	}
	w.places = append(w.places, place{len(w.out), i + 1})
	switch {
	case c.Type == "markdown":
		w.line(closed(attached(text)))
	case c.Type == "heading":
		level := min(max(c.Level, 1), 6)
		w.line(strings.Repeat("#", level) + " " + strings.Join(strings.Fields(text), " "))
	case c.Type == "raw" && i == 0 && strings.HasPrefix(text, "---\n") && strings.HasSuffix(text, "\n---"):
		w.line(text)
	case c.Type == "raw":
		w.code(text, "")
	default:
		w.code(text, w.language)
	}
}

// attached returns Markdown in which images that are attached to the cell are data with a name,
// so that nobody looks for a file.
func attached(text string) string {
	return strings.NewReplacer("](attachment:", "](data:,/", `src="attachment:`, `src="data:,/`).Replace(text)
}

func (w *writer) line(text string) { w.out = append(append(w.out, text...), '\n') }

// code writes a fence around text that is longer than any run of backticks in it.
func (w *writer) code(text, language string) {
	longest, run := 2, 0
	for i := range len(text) {
		if run++; text[i] != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if strings.ContainsAny(language, "` \n\t{}") || len(language) > 40 {
		language = ""
	}
	w.line(fence + language)
	w.line(text)
	w.line(fence)
}

// closed returns Markdown with what it leaves open closed: a fence, or a comment.
func closed(text string) string {
	fence := ""
	for line := range strings.Lines(text) {
		mark := fenceOf(line)
		switch {
		case mark == "":
		case fence == "":
			fence = mark
		case mark[0] == fence[0] && len(mark) >= len(fence) && strings.Trim(line, " \t\n`~") == "":
			fence = ""
		}
	}
	if fence != "" {
		return text + "\n" + fence
	}
	if at := strings.LastIndex(text, "<!--"); at >= 0 && !strings.Contains(text[at:], "-->") {
		return text + "\n-->"
	}
	return text
}

// fenceOf returns the backticks or tildes by which a line may open or close a fence, or "".
func fenceOf(line string) string {
	rest := strings.TrimLeft(line, " ")
	if len(line)-len(rest) > 3 {
		return ""
	}
	for _, sign := range []string{"`", "~"} {
		n := len(rest) - len(strings.TrimLeft(rest, sign))
		if n >= 3 && (sign == "~" || !strings.Contains(rest[n:], "`")) {
			return rest[:n]
		}
	}
	return ""
}
