package transcript

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

const (
	fewestMessages = 8  // of a chat
	longestNick    = 40 // bytes

	longestBeginning = 200 // bytes of a line, with its time, a nickname and the entities in them
)

// isChat reports whether at least half of the lines of a document are chat messages, from two
// writers or more.
func isChat(d *lint.Document) bool {
	lines, said := 0, 0
	first, several := "", false
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Paragraph && b.Kind != lint.Item || !b.Prose() {
			continue
		}
		span := d.Source.Clip(b.Span)
		for line := range bytes.Lines(d.Source.Bytes[span.Start:span.End]) {
			lines++
			if !mayBeMessage(line) {
				continue
			}
			begins := bytes.TrimLeft(line, decoration)
			nick, timed := message(resolved(begins[:min(len(begins), longestBeginning)]))
			if nick == "" || !timed && !strings.Contains(b.Text.String(), nick) {
				continue // an HTML element is not text
			}
			said++
			if first == "" {
				first = nick
			}
			several = several || nick != first
		}
	}
	return several && said >= fewestMessages && 2*said >= lines
}

// unescaped resolves the entities and escapes in which angle brackets and nicknames are written.
var unescaped = strings.NewReplacer("&lt;", "<", "&gt;", ">", `\<`, "<", `\>`, ">", `\_`, "_", `\[`, "[", `\]`, "]")

func resolved(text []byte) string {
	if !bytes.ContainsAny(text, `&\`) {
		return string(text)
	}
	return unescaped.Replace(string(text))
}

// decoration is what may precede a message: a bullet, or the signs for bold.
const decoration = "*_-\\ \t"

// mayBeMessage reports whether a line, apart from its decoration, begins with an angle bracket or
// with what may be a time.
func mayBeMessage(line []byte) bool {
	for i, c := range line {
		switch c {
		case '*', '_', '-', '\\', ' ', '\t', '[', '(':
			continue
		case '<', '&':
			return true
		}
		end := i
		for end < len(line) && line[end] >= '0' && line[end] <= '9' {
			end++
		}
		return end > i && end < len(line) && line[end] == ':'
	}
	return false
}

// message returns the nickname at the beginning of a chat message, with its angle brackets, and
// whether a time precedes it: “<ann> Good morning”, “[10:02] <ann> Good morning”, “10:02 ann: Good
// morning”. Without angle brackets, it needs a time.
func message(line string) (nick string, timed bool) {
	line, timed = afterTime(line)
	if strings.HasPrefix(line, "<") {
		end := strings.IndexByte(line[:min(len(line), longestNick)], '>')
		if end < len("<a") || strings.ContainsAny(line[:end], "/=") {
			return "", timed
		}
		return line[:end+1], timed
	}
	end := strings.IndexByte(line[:min(len(line), longestNick)], ':')
	if !timed || end <= 0 || strings.ContainsAny(line[:end], " .,/") {
		return "", timed
	}
	return line[:end], timed
}

// afterTime returns a line without the time that it begins with, and whether there is one: “10:02 ”,
// “[10:02:31] ”, “(10:02)”.
func afterTime(line string) (rest string, timed bool) {
	rest = strings.TrimLeft(line, "[( ")
	end := 0
	for end < len(rest) && (rest[end] >= '0' && rest[end] <= '9' || rest[end] == ':') {
		end++
	}
	if end < len("1:02") || strings.IndexByte(rest[:end], ':') <= 0 {
		return line, false
	}
	return strings.TrimLeft(rest[end:], "]) "), true
}

// isHeaded reports whether more than half of the prose of a document is under a heading that calls
// it a transcript.
func isHeaded(d *lint.Document) bool {
	const longest = 5 // words of such a heading
	words := wordpack.Shared().Words("transcript-names")
	headed, all, level := 0, 0, 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch {
		case b.Kind == lint.Heading:
			text := b.Text.String()
			if level > 0 && b.Level > level {
				continue
			}
			level = 0
			if strings.Count(text, " ") < longest && words.HasAnyWord(text) {
				level = b.Level
			}
		case b.Prose():
			all += b.Text.Len()
			if level > 0 {
				headed += b.Text.Len()
			}
		default:
		}
	}
	return 2*headed > all
}
