package counterpart

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The linters whose comments are read.
const (
	Markdownlint      = "markdownlint"
	Remark            = "remark"
	Textlint          = "textlint"
	Vale              = "vale"
	PyMarkdown        = "pymarkdown"
	MarkdownLinkCheck = "markdown-link-check"
	HTMLValidate      = "html-validate"
	HTMLHint          = "htmlhint"
)

// Verb is what a comment does.
type Verb uint8

// The verbs.
const (
	Disable     Verb = iota // from here on
	Enable                  // from here on
	DisableLine             // the lines of the comment
	DisableNext             // the lines after the comment; see Lines
	DisableFile
	EnableFile
	IgnoreBlock // the next block
	Capture     // remember what is disabled
	Restore     // what was captured
)

// Directive is a comment that switches rules of a linter off or on.
type Directive struct {
	Linter string
	Verb   Verb
	Rules  []Rule // none for Capture and Restore, and if the rules have no counterpart here
	Lines  int    // of DisableNext
}

// Letters are the letters with which comments for linters begin.
const Letters = "mrltvph["

// Parse reads the text of a comment, without its delimiters. ok is false if it is not meant for
// a linter.
func Parse(text string) (d Directive, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < len("vale on") || strings.IndexByte(Letters, text[0]) < 0 {
		return d, false // most comments
	}
	first, rest := word(text)
	switch first {
	case "lint":
		return remark(rest)
	case Vale:
		return vale(strings.TrimSpace(rest))
	case "pyml":
		verb, names := word(rest)
		return pymarkdown(verb, names)
	case HTMLHint:
		return hinted(rest)
	}
	for _, linter := range [...]string{MarkdownLinkCheck, Markdownlint, Textlint} {
		if verb, is := strings.CutPrefix(first, linter+"-"); is {
			return lined(linter, verb, rest)
		}
	}
	if verb, is := strings.CutPrefix(first, "rumdl-"); is { // the same rules and comments
		return lined(Markdownlint, verb, rest)
	}
	if inside, is := strings.CutPrefix(text, "[html-validate-"); is {
		return validated(inside)
	}
	return d, false
}

// word returns the first word of a text and the rest.
func word(text string) (first, rest string) {
	text = strings.TrimLeft(text, " \t\r\n")
	if i := strings.IndexAny(text, " \t\r\n"); i >= 0 {
		return text[:i], text[i+1:]
	}
	return text, ""
}

// lined reads a comment in the syntax of markdownlint: the verb is a part of the first word.
func lined(linter, verb, rest string) (d Directive, ok bool) {
	d = Directive{Linter: linter, Lines: 1}
	switch verb {
	case "disable":
		d.Verb = Disable
	case "enable":
		d.Verb = Enable
	case "disable-line":
		d.Verb = DisableLine
	case "disable-next-line":
		d.Verb = DisableNext
	case "disable-file":
		d.Verb = DisableFile
	case "enable-file":
		d.Verb = EnableFile
	case "capture":
		d.Verb = Capture
		return d, true
	case "restore":
		d.Verb = Restore
		return d, true
	case "configure-file":
		d.Verb, d.Rules = DisableFile, configured(linter, rest)
		return d, true
	default:
		return d, false
	}
	if linter == MarkdownLinkCheck {
		rest = "" // it has no rules, so this is the reason
	}
	d.Rules = named(linter, rest)
	return d, true
}

// configured returns the rules that a configuration in JSON switches off.
func configured(linter, text string) (rules []Rule) {
	var values map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &values) != nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if string(values[name]) == "false" {
			rules = append(rules, Of(linter, name)...)
		}
	}
	return rules
}

// named returns the rules of a list of names, or all rules if the list is empty. Other words, such
// as a reason, are not names.
func named(linter, list string) (rules []Rule) {
	list, _, _ = strings.Cut(list, "--") // a reason
	none := true
	for name := range strings.FieldsFuncSeq(list, isSeparator) {
		none = false
		rules = append(rules, Of(linter, name)...)
	}
	if none {
		return All(linter)
	}
	return rules
}

func isSeparator(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// remark reads a comment for remark-lint: lint disable RULE….
func remark(text string) (d Directive, ok bool) {
	verb, names := word(text)
	d = Directive{Linter: Remark}
	switch verb {
	case "disable":
		d.Verb = Disable
	case "enable":
		d.Verb = Enable
	case "ignore":
		d.Verb = IgnoreBlock
	default:
		return d, false
	}
	d.Rules = named(Remark, names)
	return d, true
}

// vale reads a comment for Vale: off, on, or an assignment to a rule. One that names words after
// the rule is about these words alone.
func vale(text string) (d Directive, ok bool) {
	d = Directive{Linter: Vale}
	switch text {
	case "off":
		d.Rules = All(Vale)
		return d, true
	case "on":
		d.Verb, d.Rules = Enable, All(Vale)
		return d, true
	}
	rule, value, assigned := strings.Cut(text, "=")
	switch value = strings.TrimSpace(value); {
	case !assigned || value != "YES" && value != "NO":
		return d, false
	case value == "YES":
		d.Verb = Enable
	}
	d.Rules = Of(Vale, strings.TrimSpace(rule))
	return d, true
}

// mostLines is the number of lines that a comment may be about.
const mostLines = 100

// pymarkdown reads a comment for PyMarkdown: pyml disable-next-line RULE,….
func pymarkdown(verb, names string) (d Directive, ok bool) {
	d = Directive{Linter: PyMarkdown, Lines: 1}
	switch verb {
	case "disable":
		d.Verb = Disable
	case "enable":
		d.Verb = Enable
	case "disable-next-line":
		d.Verb = DisableNext
	case "disable-num-lines":
		count, rest := word(names)
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 || n > mostLines {
			return d, false
		}
		d.Verb, d.Lines, names = DisableNext, n, rest
	default:
		return d, false
	}
	d.Rules = named(PyMarkdown, names)
	return d, true
}

// validated reads a comment for html-validate, after its first letters: disable-next RULE,…: reason].
func validated(text string) (d Directive, ok bool) {
	inside, _, closed := strings.Cut(text, "]")
	verb, names := word(inside)
	names, _, _ = strings.Cut(names, ":")
	d = Directive{Linter: HTMLValidate}
	switch verb {
	case "disable":
		d.Verb = Disable
	case "enable":
		d.Verb = Enable
	case "disable-next", "disable-block": // the rest of an element, of which the next block is a part
		d.Verb = IgnoreBlock
	default:
		return d, false
	}
	d.Rules = named(HTMLValidate, names)
	return d, closed && strings.TrimSpace(names) != ""
}

// hinted reads a comment for HTMLHint, which is about the whole page: htmlhint RULE:false,….
func hinted(text string) (d Directive, ok bool) {
	d = Directive{Linter: HTMLHint, Verb: DisableFile}
	for part := range strings.SplitSeq(text, ",") {
		rule, value, assigned := strings.Cut(part, ":")
		if !assigned {
			return d, false
		}
		if strings.TrimSpace(value) == "false" {
			d.Rules = append(d.Rules, Of(HTMLHint, strings.TrimSpace(rule))...)
		}
	}
	return d, true
}
