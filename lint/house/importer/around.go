package importer

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// reading is an expression without what RE2 does not have.
type reading struct {
	expr   string
	except []string    // phrases in which the words are right
	around [][2]string // what must or must not be around a match: keys of a pattern, and expressions
}

// readings returns the expressions that a token consists of: itself or, if it looks around, its
// alternatives, each with what is to be around it. ok is false if it looks around in another way.
func readings(token string) (all []reading, ok bool) {
	if rest, except, ok := behind(token); ok {
		return []reading{{expr: rest, except: except}}, true
	}
	for _, alternative := range alternativesOf(token) {
		if rest, except, ok := behind(alternative); ok {
			all = append(all, reading{expr: rest, except: except})
			continue
		}
		if rest, except, ok := cutEnding(alternative); ok {
			all = append(all, reading{expr: rest, except: except})
			continue
		}
		if rest, except, ok := cutBeginning(alternative); ok {
			all = append(all, reading{expr: rest, except: except})
			continue
		}
		rest, around, ok := cutAround(alternative)
		if !ok {
			return nil, false
		}
		all = append(all, reading{expr: rest, around: around})
	}
	return all, true
}

// alternativesOf returns the alternatives of an expression, which may be in a group as a whole. Word boundaries
// around the group are left out, since Vale sets them anyway.
func alternativesOf(expr string) (all []string) {
	bare := strings.TrimSuffix(strings.TrimPrefix(expr, `\b`), `\b`)
	if inner, ok := strings.CutPrefix(bare, "(?:"); ok && closing(bare, 0) == len(bare)-1 {
		bare = strings.TrimSuffix(inner, ")")
	} else {
		bare = expr
	}
	depth, class, start := 0, false, 0
	for i := 0; i < len(bare); i++ {
		switch c := bare[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '|' && depth == 0:
			all = append(all, bare[start:i])
			start = i + 1
		}
	}
	return append(all, bare[start:])
}

// cutAround cuts a lookahead at the end of an expression and a lookbehind at its beginning. ok is false
// if another lookaround is left.
func cutAround(expr string) (rest string, around [][2]string, ok bool) {
	rest = expr
	for _, sign := range []struct{ sign, key string }{
		{"(?<=", "only-after"}, {"(?<!", "not-after"}, {"(?=", "only-before"}, {"(?!", "not-before"},
	} {
		at := strings.Index(rest, sign.sign)
		if at < 0 {
			continue
		}
		end := closing(rest, at)
		if end < 0 {
			return "", nil, false
		}
		before, inner, after := rest[:at], rest[at+len(sign.sign):end], rest[end+1:]
		ahead := !strings.HasPrefix(sign.sign, "(?<")
		if looks(inner) || ahead && strings.ReplaceAll(after, `\b`, "") != "" || !ahead && strings.ReplaceAll(before, `\b`, "") != "" {
			return "", nil, false
		}
		rest = before + after
		around = append(around, [2]string{sign.key, inner})
	}
	return rest, around, rest != "" && !looks(rest)
}

// cutEnding cuts what looks behind at the end of an expression, and returns the texts in which it is right instead:
// those that it must not end in, “\w+\(s\)(?<!http\(s\))”.
func cutEnding(expr string) (rest string, except []string, ok bool) {
	const sign = "(?<!"
	at := strings.LastIndex(expr, sign)
	if at <= 0 || closing(expr, at) != len(expr)-1 {
		return "", nil, false
	}
	rest = expr[:at]
	except, ok = literals(expr[at+len(sign) : len(expr)-1])
	return rest, except, ok && !looks(rest)
}

// cutBeginning cuts what looks ahead at the beginning of an expression, and returns the texts that it must not begin
// with: “(?!`app\.yml`)`.?app.?ya?ml`”.
func cutBeginning(expr string) (rest string, except []string, ok bool) {
	inner, ok := strings.CutPrefix(expr, "(?!")
	end := closing(expr, 0)
	if !ok || end < 0 {
		return "", nil, false
	}
	rest = expr[end+1:]
	except, ok = literals(inner[:end-len("(?!")])
	return rest, except, ok && rest != "" && !looks(rest)
}

// putAround adds to a rule what must or must not be around a match.
func putAround(b *yaml.Node, around [][2]string, ignoresCase bool) {
	for _, a := range around {
		expr := a[1]
		if ignoresCase {
			expr = "(?i)" + expr
		}
		put(b, a[0], text(expr))
	}
}

// overlaps returns what must not be around a text that is searched for within words, so that it is not
// found in a longer one of the same table: “master” in “masters”.
func overlaps(key string, table [][2]string) (around [][2]string) {
	var after, before []string
	for _, pair := range table {
		other := pair[0]
		if len(other) <= len(key) || regexp.QuoteMeta(other) != other {
			continue
		}
		if more, ok := strings.CutPrefix(other, key); ok {
			after = append(after, more)
		}
		if more, ok := strings.CutSuffix(other, key); ok {
			before = append(before, more)
		}
	}
	if len(after) > 0 {
		around = append(around, [2]string{"not-before", "(?:" + strings.Join(after, "|") + ")"})
	}
	if len(before) > 0 {
		around = append(around, [2]string{"not-after", "(?:" + strings.Join(before, "|") + ")"})
	}
	return around
}
