package importer_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// alone returns what Vale finds in addition, by rule, if a line in which only the translation finds
// something is a draft of its own, or its sentences are paragraphs of one, without markup: in a draft, Vale
// does not find some places again.
func (o *translated) alone(t *testing.T, vale, dir, styles string, theirs map[string][]string) map[string][]string {
	t.Helper()
	var lines []string
	where := map[string][]string{} // rule and finding -> names of the drafts of a line
	for rule, own := range o.found {
		for _, finding := range only(own, spoken(theirs[rule], o.whole[rule])) {
			key := rule + " " + finding
			for _, line := range o.lines[key] {
				at := slices.Index(lines, line)
				if at < 0 {
					at = len(lines)
					lines = append(lines, line)
					plainly := markup.ReplaceAllString(line, "$1$2") + "\n"
					write(t, filepath.Join(dir, "lines", lineDraft(at)), []byte(plainly))
					write(t, filepath.Join(dir, "lines", sentenceDraft(at)), []byte(sentenceEnd.ReplaceAllString(plainly, "$1\n\n")))
				}
				if !slices.Contains(where[key], lineDraft(at)) {
					where[key] = append(where[key], lineDraft(at))
				}
			}
		}
	}
	more := map[string][]string{}
	if len(lines) == 0 {
		return more
	}
	found, _ := byVale(t, vale, dir, "lines", "BasedOnStyles = "+styles)
	for key, names := range where {
		rule, finding, _ := strings.Cut(key, " ")
		name, text, _ := strings.Cut(finding, " ")
		inLines, inSentences := 0, 0
		for _, f := range spoken(found[rule], o.whole[rule]) {
			at, words, _ := strings.Cut(f, " ")
			switch {
			case words != text:
			case slices.Contains(names, at):
				inLines++
			case slices.Contains(names, strings.TrimPrefix(at, "s")):
				inSentences++
			}
		}
		n := min(max(inLines, inSentences), len(o.lines[key])) - count(spoken(theirs[rule], o.whole[rule]), finding)
		for range max(n, 0) {
			more[rule] = append(more[rule], name+" "+text)
		}
	}
	return more
}

// lineDraft returns the name of the draft of a line.
func lineDraft(i int) string { return fmt.Sprintf("%04d.md", i) }

// sentenceDraft returns the name of the draft of its sentences.
func sentenceDraft(i int) string { return "s" + lineDraft(i) }

// spoken returns findings, without their words if the rule counts.
func spoken(findings []string, whole bool) []string {
	if !whole {
		return findings
	}
	var all []string
	for _, s := range findings {
		name, _, _ := strings.Cut(s, " ")
		all = append(all, name+" ")
	}
	return all
}

// only returns the findings, each once, that are not as often among others.
func only(findings, others []string) (some []string) {
	for _, s := range findings {
		if !slices.Contains(some, s) && count(findings, s) > count(others, s) {
			some = append(some, s)
		}
	}
	return some
}

func count(list []string, s string) (n int) {
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// without returns the first findings that others do not have.
func without(findings, others []string) (some []string) {
	const most = 4
	counts := map[string]int{}
	for _, s := range others {
		counts[s]++
	}
	for _, s := range findings {
		if counts[s]--; counts[s] < 0 && len(some) < most {
			some = append(some, s)
		}
	}
	return some
}

// ruleOf returns the rule of Vale in a file: “Harbour.Latin”.
func ruleOf(file string) string {
	return filepath.Base(filepath.Dir(file)) + "." + strings.TrimSuffix(filepath.Base(file), ".yml")
}

var (
	sentenceEnd = regexp.MustCompile(`([.!?][”"')]?)\s+`)

	target = regexp.MustCompile(`\]\([^)]*\)?|\]\[[^]]*\]?`)
	signs  = regexp.MustCompile(`[^\pL\pN]+`)
	ending = regexp.MustCompile(`['’](?:s|re|ve|d|ll|m)$`)
)

// plain returns words without markup, signs and what a verb leaves of itself: the span of a finding
// has all of “we’re”.
func plain(s string) string {
	s = ending.ReplaceAllString(target.ReplaceAllString(s, "]"), "")
	return strings.ToLower(strings.TrimSpace(signs.ReplaceAllString(strings.ReplaceAll(s, "’s", ""), " ")))
}

// agreement is the share of the findings of either that both have.
func agreement(theirs, ours []string) float64 {
	counts, common := map[string]int{}, 0
	plainly := slices.ContainsFunc(ours, func(s string) bool { return strings.HasSuffix(s, " ") })
	for _, s := range theirs {
		if plainly {
			s, _, _ = strings.Cut(s, " ")
			s += " "
		}
		counts[s]++
	}
	for _, s := range ours {
		if counts[s] > 0 {
			counts[s]--
			common++
		}
	}
	if all := len(theirs) + len(ours) - common; all > 0 {
		return float64(common) / float64(all)
	}
	return 1
}
