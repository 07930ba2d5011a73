package house

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/language"
)

// patternSpec is a rule with a regular expression.
type patternSpec struct {
	common
	located
	Pattern strict.Text   `yaml:"pattern" doc:"a regular expression (RE2) for the text as a reader sees it; (?i) ignores case, (?P<name>…) names a part"`
	Instead strict.Text   `yaml:"instead" doc:"what to write instead; {name} stands for a named part"`
	Safe    bool          `yaml:"safe" doc:"what to write instead is always right, so that --fix may write it"`
	Except  []strict.Text `yaml:"except" doc:"texts that the expression matches and that are right"`
	Whole   bool          `yaml:"whole" doc:"every text in these places must match as a whole; the others are flagged"`
	Defined strict.Text   `yaml:"defined" doc:"an expression whose first group captures what is explained: a match that a draft explains is right"`
	Once    bool          `yaml:"once" doc:"report the first place in each draft, with the number of places"`
}

func (s *patternSpec) compile(c *compiler) checker {
	w := &pattern{scope: c.readScope(&s.located), once: s.Once, safe: s.Safe}
	w.expr = c.expression(s.Pattern)
	if w.expr != nil && !s.Whole && w.expr.MatchString("") {
		c.matchesNothing(s.Pattern)
	}
	if c.loader.patterns++; c.loader.patterns == mostPattern+1 {
		c.Fail(s.Pattern.Node, "the rules have more than %d patterns; use “phrases” for words", mostPattern)
	}
	if w.whole = s.Whole; s.Whole && w.expr != nil {
		w.expr = regexp.MustCompile(`^(?:` + s.Pattern.Value + `)$`)
	}
	if !s.Whole && w.expr != nil {
		w.needles, w.fold, w.reach = needlesOf(s.Pattern.Value)
	}
	if s.Defined.Node != nil {
		if w.defined = c.pattern(s.Defined); w.defined != nil && w.defined.NumSubexp() == 0 {
			c.Fail(s.Defined.Node, "“defined” has no group in round brackets for what is explained")
		}
	}
	names := []string{"found"}
	if w.expr != nil {
		for _, name := range w.expr.SubexpNames() {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	w.custom = c.message(c.common.Message, append(names, "instead")...)
	if s.Instead.Node != nil {
		w.instead = c.message(s.Instead, names...)
	}
	for _, t := range s.Except {
		w.except = append(w.except, oneLine(c.Decoder, t, longPhrase))
	}
	c.summary = "the text matches a pattern of the house"
	if w.custom != nil && len(w.custom.names) == 0 && s.Message.Value != "" {
		c.summary = lint.Clip(100, s.Message.Value)
	}
	return w
}

// pattern compiles a regular expression that is searched for.
func (c *compiler) pattern(t strict.Text) *regexp.Regexp {
	expr := c.expression(t)
	if expr != nil && expr.MatchString("") {
		c.matchesNothing(t)
		return nil
	}
	return expr
}

func (c *compiler) matchesNothing(t strict.Text) {
	c.Fail(t.Node, "the pattern matches no text at all, so it would match everywhere; take out a * or a ?")
}

// expression compiles a regular expression of limited size. The error says in plain words
// what is wrong with it.
func (c *compiler) expression(t strict.Text) *regexp.Regexp {
	switch {
	case t.Node == nil || t.Value == "":
		c.Fail(c.at, "rule %s: “pattern” is empty; write a regular expression", strict.Quoted(c.name))
		return nil
	case len(t.Value) > longPattern:
		c.Fail(t.Node, "the pattern has %d bytes, and %d are the most; make several rules of it", len(t.Value), longPattern)
		return nil
	}
	parsed, err := syntax.Parse(t.Value, syntax.Perl)
	if err != nil {
		c.Fail(t.Node, "the pattern cannot be read: %s", strict.Printable(plainly(err)))
		return nil
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(prog.Inst) > patternSize {
		c.Fail(t.Node, "the pattern is too large once its repetitions are written out; use smaller numbers in braces")
		return nil
	}
	expr, err := regexp.Compile(t.Value)
	if err != nil {
		c.Fail(t.Node, "the pattern cannot be read: %s", strict.Printable(err.Error()))
		return nil
	}
	return expr
}

// plainly words an error of the parser of expressions.
func plainly(err error) string {
	e, ok := err.(*syntax.Error) //nolint:errorlint // the parser returns no other
	if !ok {
		return err.Error()
	}
	switch e.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen:
		return "the round brackets do not match; write \\( for one that is meant as such"
	case syntax.ErrMissingBracket:
		return "a square bracket is not closed; write \\[ for one that is meant as such"
	case syntax.ErrMissingRepeatArgument:
		return "“" + e.Expr + "” has nothing before it to repeat; write \\" + e.Expr + " for the sign itself"
	case syntax.ErrInvalidPerlOp:
		return "“" + e.Expr + "” is not supported (no looking ahead or back); use “except” for texts that are right"
	default:
		return e.Code.String() + ": “" + e.Expr + "”"
	}
}

// pattern is the checker of “pattern”.
type pattern struct {
	scope
	expr    *regexp.Regexp
	instead *message // nil if the rule does not say
	custom  *message // nil for the message of the kind
	except  []string
	needles needles
	reach   int            // bytes of the longest match, 0 if there is no limit
	fold    bool           // the needles are for a text in small letters
	defined *regexp.Regexp // nil if nothing is explained
	whole   bool
	once    bool
	safe    bool
}

// check implements checker.
func (w *pattern) check(p *lint.Pass) {
	var first *lint.Finding
	count := 0
	list := passages.Of(p.Doc)
	explained := w.explained(list)
	var texts []string
	if w.fold {
		texts = lowered.Of(p.Doc)
	}
	for i := range list {
		at := &list[i]
		if at.at&w.in == 0 && !contains(w.fields, at.field) && w.in&(inQuotations|inLinkTexts) == 0 {
			continue
		}
		text := at.text.String()
		sought := text
		if w.fold {
			sought = texts[i]
		}
		for _, m := range w.matches(text, sought) {
			found := text[m[0]:m[1]]
			if found == "" || contains(w.except, found) || !w.selects(at.placesAt(p.Doc, m[0]), at.field) || symbol(p.Doc, at, m[0]) {
				continue
			}
			if explained[found] || len(m) > 2 && m[2] >= 0 && explained[text[m[2]:m[3]]] {
				continue
			}
			f := w.finding(p.Doc, at, text, m)
			if count++; !w.once {
				p.Report(f)
			} else if first == nil {
				first = &f
			}
		}
	}
	if first != nil {
		if count > 1 {
			first.Message += fmt.Sprintf(" (%d places)", count)
			first.Fixes = nil // it would mend only the first
		}
		p.Report(*first)
	}
}

// matches returns the places in a text that are flagged: those of the expression or, if
// texts must match as a whole, the text if it does not. sought is the text for the needles.
func (w *pattern) matches(text, sought string) (all [][]int) {
	if !w.whole {
		for _, part := range w.needles.around(sought, w.reach) {
			for _, m := range w.expr.FindAllStringSubmatchIndex(text[part.Start:part.End], -1) {
				for i := range m {
					if m[i] >= 0 {
						m[i] += part.Start
					}
				}
				all = append(all, m)
			}
		}
		return all
	}
	if plain := strings.TrimSpace(text); plain == "" || w.expr.MatchString(plain) {
		return nil
	}
	return [][]int{{0, len(text)}}
}

// explained returns what a draft explains.
func (w *pattern) explained(list []passage) map[string]bool {
	if w.defined == nil {
		return nil
	}
	out := map[string]bool{}
	for i := range list {
		for _, m := range w.defined.FindAllStringSubmatch(list[i].text.String(), -1) {
			out[m[1]] = true
		}
	}
	return out
}

// symbol reports whether code or an address stands at an offset.
func symbol(d *lint.Document, p *passage, offset int) bool {
	return p.block != lint.None && (d.Blocks[p.block].Marked(lint.MarkCode, offset) || voiceAt(d, p.block, offset) == language.Symbol)
}

func (w *pattern) finding(d *lint.Document, at *passage, text string, m []int) lint.Finding {
	found := text[m[0]:m[1]]
	part := func(name string) string {
		if i := w.expr.SubexpIndex(name); i >= 0 {
			if len(m) <= 2*i || m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		return found
	}
	instead := ""
	if w.instead != nil {
		instead = w.instead.fill(part)
	}
	shown := lint.Clip(60, strings.Join(strings.Fields(found), " "))
	f := lint.Finding{Span: at.text.Span(m[0], m[1])}
	switch {
	case w.custom != nil:
		f.Message = w.custom.fill(func(name string) string {
			if name == "instead" {
				return instead
			}
			return lint.Clip(60, part(name))
		})
	case instead != "":
		f.Message = fmt.Sprintf("House style: write “%s” instead of “%s”", lint.Clip(60, instead), shown)
	default:
		f.Message = fmt.Sprintf("“%s” is not the style of this house; write it in another way", shown)
	}
	if w.instead != nil && instead != found && d.Source.Slice(f.Span) == found && (at.block != lint.None || harmless(instead)) {
		f.Fixes = []lint.Fix{lint.Replace("Replace with “"+instead+"”", w.safe, f.Span, instead)}
	}
	return f
}
