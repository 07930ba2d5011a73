package importer

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// capitalization translates the case that a text must have, or an expression that it must match as a
// whole.
func capitalization(v *valeRule) {
	style := map[string]string{"$sentence": "sentence", "$lower": "lower", "$upper": "upper", "$title": "ap"}[str(v.n, "match")]
	if style == "" {
		wholeMatch(v, str(v.n, "match"))
		return
	}
	if style == "ap" && strings.EqualFold(str(v.n, "style"), "Chicago") {
		style = "chicago"
	}
	if prefix := str(v.n, "prefix"); looks(prefix) {
		v.fail("“" + prefix + "” looks ahead or behind, or refers to a group, which RE2 does not")
		return
	}
	b := v.body("found", "instead")
	put(b, "capitals", text(style))
	except := v.exceptions()
	if v.left {
		return
	}
	if style == "lower" || style == "upper" {
		emitCapitals(v, b, except)
		return
	}
	put(b, "strict", boolean(true))
	put(b, "least", integer(percent(str(v.n, "threshold"))))
	if after := strs(v.n, "indicators"); len(after) > 0 && style == "sentence" {
		put(b, "after", list(after))
	}
	if prefix := str(v.n, "prefix"); prefix != "" {
		put(b, "prefix", text(prefix))
	}
	emitCapitals(v, b, except)
}

// emitCapitals adds a rule about capitals with its exceptions.
func emitCapitals(v *valeRule, b *yaml.Node, except []string) {
	if len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
	v.emit(b)
	excuse(v.pack, v.pack.Rules[len(v.pack.Rules)-1])
}

// excuse has the exceptions of a rule about capitals hold inside words, as they do in Vale.
func excuse(p *Pack, rule *Rule) {
	if !has(rule.Body, "capitals") || !has(rule.Body, "except") || has(rule.Body, "except-inside") {
		return
	}
	put(rule.Body, "except-inside", boolean(true))
	p.Notes = append(p.Notes, rule.From+": a word that has “"+strs(rule.Body, "except")[0]+"” inside is right, as in Vale; delete “except-inside” to have it right as a word of its own only")
}

// percent returns a share in percent. Vale asks for four words of five unless a rule says something
// else.
func percent(share string) string {
	n, err := strconv.ParseFloat(share, 64)
	if err != nil || n <= 0 {
		return "80"
	}
	return strconv.FormatFloat(100*n, 'f', -1, 64)
}

// wholeMatch adds a rule with an expression that texts must match. One that is not bound to an end
// may have anything there.
func wholeMatch(v *valeRule, match string) {
	if looks(match) {
		v.fail("“" + match + "” looks ahead or behind, or refers to a group, which RE2 does not")
		return
	}
	expr := `(?:` + strings.TrimSuffix(strings.TrimPrefix(match, "^"), "$") + `)`
	if !strings.HasPrefix(match, "^") {
		expr = ".*" + expr
	}
	if !strings.HasSuffix(match, "$") {
		expr += ".*"
	}
	b := v.body("found")
	put(b, "pattern", text(expr))
	put(b, "whole", boolean(true))
	if except := v.exceptions(); len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
	v.emit(b)
}
