package word

import "strings"

// directivePrefix begins comments that suppress findings: “copychief-ignore RULE: reason”.
const directivePrefix = "copychief-"

// directiveOf returns a comment that is meant for this program, in a form that an HTML comment can
// contain, or "" for one that is meant for people. Word capitalises the first word and turns hyphens
// into dashes, which is undone.
func directiveOf(comment *node) string {
	text := strings.Join(strings.Fields(comment.words()), " ")
	if len(text) < len(directivePrefix) || !strings.EqualFold(text[:len("copychief")], "copychief") {
		return ""
	}
	command, reason, reasoned := strings.Cut(text, ":")
	command = strings.ToLower(strings.Map(plainHyphen, command))
	if !strings.HasPrefix(command, directivePrefix) {
		return ""
	}
	if reasoned {
		command += ":" + reason
	}
	return strings.TrimSuffix(strings.ReplaceAll(command, "--", "–"), "-")
}

func plainHyphen(r rune) rune {
	if r >= '\u2010' && r <= '\u2015' {
		return '-'
	}
	return r
}

// addDirective adds the start or the end of the words that a comment for this program is about.
func addDirective(c *inline, k kind, comment *node) {
	if k == reviewStart {
		k = directiveStart
	} else {
		k = directiveEnd
	}
	c.pieces = append(c.pieces, piece{kind: k, from: comment})
}

// directives returns the HTML comments for the beginning and the end of a paragraph. A comment
// about several paragraphs becomes a range, and the writer remembers that it has begun.
func directives(w *writer, all []piece) (before, after []string) {
	ends := map[*node]bool{}
	for i := range all {
		if all[i].kind == directiveEnd {
			ends[all[i].from] = true
		}
	}
	for i := range all {
		p := &all[i]
		if p.kind != directiveStart && p.kind != directiveEnd {
			continue
		}
		text := w.d.directives[p.from]
		rule, ignores := strings.CutPrefix(text, directivePrefix+"ignore ")
		names, _, _ := strings.Cut(rule, ":")
		switch begun := w.ranges[p.from]; {
		case begun == ranged && p.kind == directiveEnd:
			after = append(after, directivePrefix+"enable "+names)
			w.ranges[p.from] = done
		case begun != unknown:
		case !ignores:
			before = append(before, text)
			w.ranges[p.from] = done
		case p.kind == directiveStart && !ends[p.from]:
			before = append(before, directivePrefix+"disable "+rule)
			w.ranges[p.from] = ranged
		default:
			after = append(after, text)
			w.ranges[p.from] = done
		}
	}
	return before, after
}

// progress says how much of a comment for this program was written.
type progress uint8

const (
	unknown progress = iota
	ranged           // its beginning
	done
)
