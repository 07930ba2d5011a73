package house

import (
	"cmp"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// oneOfSpec is a rule that an article uses one of several spellings.
type oneOfSpec struct {
	common
	located
	matching
	fixing
	OneOf *yaml.Node `yaml:"one-of" doc:"the spellings of a word, or several such lists"`
}

func (s *oneOfSpec) compile(c *compiler) checker {
	w := &consistent{words: c.newWords(&s.located, &s.matching, "instead", "count")}
	w.fix = readFix(c, s.fixing)
	if w.fix == fixSafe {
		c.Fail(s.Fix.Node, "which of the spellings is meant is a guess, so that this fix cannot be safe; use “replace”")
	}
	forms := c.forms(&s.matching)
	groups := []*yaml.Node{s.OneOf}
	if s.OneOf != nil && s.OneOf.Kind == yaml.SequenceNode && len(s.OneOf.Content) > 0 && s.OneOf.Content[0].Kind == yaml.SequenceNode {
		groups = s.OneOf.Content
	}
	seen := seenPhrases(c)
	var listed []string
	for i, group := range groups {
		if group == nil || group.Kind != yaml.SequenceNode || len(group.Content) < 2 {
			c.Fail(cmp.Or(group, c.at), "rule %s: “one-of” is a list of two spellings or more, as in [e-mail, email]", strict.Quoted(c.name))
			continue
		}
		for _, n := range group.Content {
			if n.Kind != yaml.ScalarNode {
				c.Fail(n, "a spelling is a text, not %s", strict.Kind(n))
				continue
			}
			t := strict.Text{Value: n.Value, Node: n}
			if phrase, ok := c.phrase(t); ok && !seen(t, phrase) {
				listed = append(listed, phrase)
				w.add(c, &term{phrase: phrase, group: i, acronym: s.acronym(phrase)}, forms, s.cased(), n)
			}
		}
	}
	c.summary = "an article uses one of " + few(listed)
	return w
}

// consistent is the checker of “one-of”.
type consistent struct{ *words }

// check implements checker. The spelling that an article uses most is the one to keep; of
// equally frequent ones, the first.
func (w *consistent) check(p *lint.Pass) {
	hits := w.index.of(w.rule, &w.scope, p.Doc)
	if len(hits) < 2 {
		return
	}
	counts, kept := map[int32]int{}, map[int]int32{}
	for i := range hits {
		counts[w.index.entries[hits[i].entry].term]++
	}
	for i := range hits {
		term := w.index.entries[hits[i].entry].term
		group := w.index.terms[term].group
		if best, any := kept[group]; !any || counts[term] > counts[best] {
			kept[group] = term
		}
	}
	list, reported := passages.Of(p.Doc), map[int32]bool{}
	for i := range hits {
		h := &hits[i]
		e := &w.index.entries[h.entry]
		keep := kept[w.index.terms[e.term].group]
		if e.term == keep || w.once && reported[e.term] {
			continue
		}
		reported[e.term] = true
		w.reportOther(p, &list[h.passage], h, e, w.index.terms[keep].phrase, counts[keep])
	}
}

func (w *consistent) reportOther(p *lint.Pass, at *passage, h *hit, e *entry, keep string, count int) {
	t := w.index.terms[e.term]
	t.instead = []string{keep}
	s := spot{at.text.String(), int(h.start), int(h.end), h.at}
	shown := lint.Clip(60, strings.Join(strings.Fields(s.found()), " "))
	times := "once"
	if count > 1 {
		times = fmt.Sprintf("%d times", count)
	}
	f := lint.Finding{Span: at.text.Span(s.start, s.end)}
	f.Message = fmt.Sprintf("“%s” stands beside “%s” (%s) in this draft; write one of them throughout", shown, keep, times)
	if w.custom != nil {
		f.Message = w.custom.fill(func(name string) string {
			if name == "count" {
				return fmt.Sprint(count)
			}
			return w.values(&t, shown, keep)(name)
		})
	}
	if f.Fixes = fixesOf(w.words, p.Doc, at, &t, s, w.replacements(&t, e, s)); len(f.Fixes) > 0 {
		f.Fixes[0].Safe = false // which of the spellings is meant is a guess
	}
	p.Report(f)
}
