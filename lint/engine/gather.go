package engine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine/form"
	"github.com/copychief/copychief/lint/engine/merge"
	"github.com/copychief/copychief/lint/engine/words"
	"github.com/copychief/copychief/lint/language"
)

// If many drafts have the same problem, it has one cause: a component, a page made at build
// time, a sentence copied from draft to draft. Findings of a rule with the same
// [Finding.Same] are merged into one, on the first draft, if at least sharedFiles drafts
// have them or, in a smaller run, a share of sharedPart of the drafts. Both thresholds are
// conventions; in the judged samples, no slip occurred in the same form in five files.
const (
	sharedFiles = 5
	sharedPart  = .03
	fewest      = 3 // minimum number of files, however small the run
	leastShared = 3 // minimum number of flagged bytes that identify a cause: a punctuation mark recurs by chance
)

// Gather merges active findings that have one cause: first those that many drafts share,
// then those that are fixed together in one draft (see [lint.Finding.Together]). The
// others become related places. Call it last, after filters have marked the findings that
// do not count, so that one new place among a hundred known ones is still new.
func (r *Result) Gather() {
	r.gatherShared()
	r.Findings.Change(together)
}

// sharing is a rule and a value of [Finding.Same].
type sharing struct{ rule, same string }

// gatherShared merges findings that many drafts share.
func (r *Result) gatherShared() {
	files := r.countShared()
	if len(files) == 0 {
		return
	}
	merged := map[sharing]*Finding{} // into the first of them
	for f := range r.Findings.All() {
		key := sharing{f.Rule, f.Same}
		if !sharable(f) || files[key] == 0 {
			continue
		}
		if first := merged[key]; first != nil {
			first.relate(f)
			continue
		}
		one := *f
		one.share(files[key])
		merged[key] = &one
	}
	placed := map[sharing]bool{}
	r.Findings.Change(func(draft []Finding) (kept []Finding, changed bool) {
		kept = draft[:0]
		for i := range draft {
			f := &draft[i]
			key := sharing{f.Rule, f.Same}
			switch {
			case !sharable(f) || merged[key] == nil:
				kept = append(kept, *f)
				continue
			case !placed[key]:
				kept = append(kept, *merged[key])
			}
			placed[key], changed = true, true
		}
		return kept, changed
	})
}

// share turns a finding into one that represents those of several drafts.
func (f *Finding) share(files int) {
	switch {
	case strings.HasPrefix(f.Same, sentenceMark):
		f.Severity = min(f.Severity, lint.Advice)
		f.Message += fmt.Sprintf(" (in a sentence that %s drafts have)", lint.Thousands(files))
	case f.Shared == "":
		f.Message += fmt.Sprintf(" (the same in %s drafts)", lint.Thousands(files))
	default:
		f.Severity = lint.Advice
		f.Message += fmt.Sprintf(" (the same in %s drafts, so the site may supply it)", lint.Thousands(files))
	}
	f.Together = ""
}

// countShared counts the drafts that share each finding, for findings that will be merged.
func (r *Result) countShared() map[sharing]int {
	files, last := map[sharing]int{}, map[sharing]string{}
	for f := range r.Findings.All() {
		if key := (sharing{f.Rule, f.Same}); sharable(f) && last[key] != f.Path {
			last[key] = f.Path
			files[key]++
		}
	}
	enough := min(sharedFiles, max(int(sharedPart*float64(r.Files)), fewest))
	for key, n := range files {
		if n < enough {
			delete(files, key)
		}
	}
	return files
}

// sharable reports whether a finding may be merged with those of other drafts.
func sharable(f *Finding) bool { return f.Same != "" && f.Status == Active && !f.Asked }

// together merges the findings of one draft that are fixed together, in place. The worst of them
// remains: the most severe and, among these, the largest.
func together(findings []Finding) (kept []Finding, changed bool) {
	worst, number := map[string]int{}, map[string]int{} // by rule
	for i := range findings {
		f := &findings[i]
		if !gathered(f) {
			continue
		}
		if at, found := worst[f.Rule]; !found || f.worse(&findings[at]) {
			worst[f.Rule] = i
		}
		number[f.Rule]++
	}
	if len(number) == 0 {
		return findings, false
	}
	for i := range findings {
		if f := &findings[i]; gathered(f) && worst[f.Rule] != i {
			one := &findings[worst[f.Rule]]
			one.Fixes = merge.Fixes(one.Fixes, f.Fixes)
			one.relate(f)
		}
	}
	kept = findings[:0]
	for i := range findings {
		f := &findings[i]
		if gathered(f) && number[f.Rule] > 1 {
			if worst[f.Rule] != i {
				continue
			}
			f.Message = fmt.Sprintf(f.Together, number[f.Rule])
		}
		kept = append(kept, *f)
	}
	return kept, true
}

// gathered reports whether a finding is merged with others of its draft.
func gathered(f *Finding) bool { return f.Together != "" && f.Status == Active }

// worse reports whether a finding is worse than another one of its rule.
func (f *Finding) worse(than *Finding) bool {
	if f.Severity != than.Severity {
		return f.Severity > than.Severity
	}
	return f.Size > than.Size
}

// relate adds another finding as a related place.
func (f *Finding) relate(other *Finding) {
	message := "the same"
	if f.Path == other.Path {
		message = "another one"
	}
	if len(f.Related) >= mostRelated {
		f.Unlisted++
		return
	}
	f.Related = append(slices.Clip(f.Related), Related{Path: other.Path, Span: other.Span, From: other.From, To: other.To, Place: other.Place, Message: message})
}

// identify sets what drafts with the same finding share: what the rule says or, for a rule
// about structure, the flagged bytes. Phrases of a language recur without a common cause, so
// for other rules it is the whole sentence: of an advertisement, a closing line, a licence.
func identify(findings []Finding, d *Draft) {
	for i := range findings {
		f := &findings[i]
		switch {
		case f.Shared != "":
			f.Same = f.Shared
		case !f.About.Empty():
		case isStructural(d.Settings, f.Rule):
			if f.Span.Len() >= leastShared {
				f.Same = words.Digest([]byte(flagged(d.Doc, f.Span)))
			}
		case len(f.Finding.Related)+len(f.Related) == 0:
			f.Same = formula(d.Doc, f.Span)
		}
	}
}

// formula returns a digest of the sentence that a span is in, without its numbers and the
// targets of its links, or "" if there is none. A last paragraph that is flagged as a whole may be of
// any length: the line “Source” below each article.
func formula(d *lint.Document, span lint.Span) string {
	p := form.PartOf(d, span)
	if p.Len() != 1 {
		return ""
	}
	b := &d.Blocks[p.From]
	if all := b.Text.All(); p.To == len(d.Blocks) && b.Kind == lint.Paragraph && all.Start >= span.Start && all.End <= span.End && b.Text.Len() >= leastShared {
		return sentenceMark + words.Digest([]byte(b.Text.String()))
	}
	sentences := language.ProseOf(d).SentencesIn(p.From)
	for i := range sentences {
		of := b.Text.Span(int(sentences[i].Start), int(sentences[i].End))
		if of.End < span.End && i < len(sentences)-1 {
			continue
		}
		text := withoutDigits(b.Text.String()[sentences[i].Start:sentences[i].End])
		if len(text) < leastFormula || b.Kind == lint.Heading {
			return ""
		}
		return sentenceMark + words.Digest([]byte(text))
	}
	return ""
}

// flagged returns the bytes of a span; those of a heading without its numbers, so that the parts of
// a series have one cause: the heading “Issue 42” below the headline “Issue 42”. A heading that is
// mostly a number keeps it.
func flagged(d *lint.Document, span lint.Span) string {
	s := d.Source.Slice(span)
	if p := form.PartOf(d, span); p.Len() != 1 || d.Blocks[p.From].Kind != lint.Heading {
		return s
	}
	if rest := withoutDigits(s); len(rest) > len(s)/2 {
		return rest
	}
	return s
}

func withoutDigits(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}

// Sentences of fewer bytes recur by chance.
const leastFormula = 30

// sentenceMark begins [Finding.Same] where a whole sentence recurs.
const sentenceMark = "sentence "

// isStructural reports whether a rule is about structure.
func isStructural(settings *config.Settings, rule string) bool {
	s := settingOf(settings, rule)
	return s != nil && s.Rule.Structure
}
