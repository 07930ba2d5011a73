package importer_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestTranslatedRulesFindWhatValeFinds runs Vale and the translations of its styles on the same
// words, and counts the rules with the same findings. COPYCHIEF_VALE names the program and
// COPYCHIEF_VALE_DRAFTS a folder of drafts in Markdown. The rules of testdata/styles.txtar are those
// of an ordinary style guide, of which half find nothing in a given archive; those of
// testdata/frequent.txtar have words that are in every draft, so that each difference shows.
//
// Drafts with template tags or HTML, which Vale reads as words, are left out, and the lines of a
// paragraph joined, since Vale finds no phrase across them. Vale searches the source for the place of
// what it found, and drops what it does not find there, so that all is counted again on drafts
// without emphasis and links. Findings that only one of the programs has are tried again in smaller drafts (see
// setAside), and rules about sentences in the paragraphs that both divide alike.
func TestTranslatedRulesFindWhatValeFinds(t *testing.T) {
	vale, drafts := os.Getenv("COPYCHIEF_VALE"), os.Getenv("COPYCHIEF_VALE_DRAFTS")
	if vale == "" || drafts == "" {
		t.Skip("COPYCHIEF_VALE and COPYCHIEF_VALE_DRAFTS are not set")
	}
	for _, of := range []struct {
		archive string
		styles  string
		plain   bool
		rules   int // that find something, at least
		least   int // per cent of those that have the same findings
		nearly  int // per cent of those that have nineteen in twenty of them
		told    int // per cent of those that differ only in what Vale loses or makes up, or for a reason that the import report gives
	}{
		{"styles", "Harbour, Newsdesk, Choices, Counts", false, 57, 93, 98, 100},
		{"styles", "Harbour, Newsdesk, Choices, Counts", true, 57, 93, 98, 100},
		{"frequent", "Frequent", false, 75, 84, 92, 98},
		{"frequent", "Frequent", true, 75, 92, 96, 100},
	} {
		name := of.archive
		if of.plain {
			name += ", without emphasis and links"
		}
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile("testdata/" + of.archive + ".txtar")
			if err != nil {
				t.Fatal(err)
			}
			c := compare(t, vale, drafts, archive, of.styles, of.plain)
			c.log(t)
			told := c.proven + c.divided + c.noted
			if c.finding < of.rules || 100*c.same < of.least*c.finding || 100*c.nearly < of.nearly*c.finding || 100*told < of.told*c.finding {
				t.Errorf("of %d rules that find something %d have the same findings, %d nineteen in twenty, %d differ for a known reason", c.finding, c.same, c.nearly, told)
			}
		})
	}
}

// TestStylesOfOthersFindWhatValeFinds compares in the same way with the styles in the folder
// COPYCHIEF_VALE_STYLES. It has no bars, since nobody knows what is in them.
func TestStylesOfOthersFindWhatValeFinds(t *testing.T) {
	vale, drafts, styles := os.Getenv("COPYCHIEF_VALE"), os.Getenv("COPYCHIEF_VALE_DRAFTS"), os.Getenv("COPYCHIEF_VALE_STYLES")
	if vale == "" || drafts == "" || styles == "" {
		t.Skip("COPYCHIEF_VALE, COPYCHIEF_VALE_DRAFTS and COPYCHIEF_VALE_STYLES are not all set")
	}
	archive, names := &txtar.Archive{}, []string(nil)
	files, err := filepath.Glob(filepath.Join(styles, "*", "*.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		style := filepath.Base(filepath.Dir(file))
		archive.Files = append(archive.Files, txtar.File{Name: "styles/" + style + "/" + filepath.Base(file), Data: content})
		if !slices.Contains(names, style) {
			names = append(names, style)
		}
	}
	c := compare(t, vale, drafts, archive, strings.Join(names, ", "), false)
	c.log(t)
	if c.all == 0 {
		t.Errorf("no rule of %s was translated", styles)
	}
}

// comparison is what two programs find with the same rules.
type comparison struct {
	drafts       int
	all          int // rules that both take
	finding      int // rules that find something
	same, nearly int // of those: with the same findings, and with nineteen in twenty of them
	proven       int // with the same findings, apart from those that Vale loses or makes up (see setAside)
	divided      int // ... or in the paragraphs that both divide into the same sentences
	quiet        int // rules that find nothing
	noted        int // rules that differ even so, and about which the import report says why
}

func (c *comparison) log(t *testing.T) {
	t.Helper()
	share := func(n int) string {
		return fmt.Sprintf("%d of %d (%.1f %%), with those that find nothing %d of %d (%.1f %%)", n, c.finding, 100*float64(n)/float64(max(c.finding, 1)),
			n+c.quiet, c.all, 100*float64(n+c.quiet)/float64(max(c.all, 1)))
	}
	t.Logf("%d drafts, %d rules, of which %d find something", c.drafts, c.all, c.finding)
	t.Logf("the same findings: %s", share(c.same))
	t.Logf("nineteen in twenty: %s", share(c.nearly))
	t.Logf("the same, apart from what Vale loses or makes up: %s", share(c.proven))
	t.Logf("... or in paragraphs that both divide into the same sentences: %s", share(c.proven+c.divided))
	t.Logf("... or different for a reason that the import report gives: %s", share(c.proven+c.divided+c.noted))
}

// compare runs both programs with the styles of an archive.
func compare(t *testing.T, vale, drafts string, archive *txtar.Archive, styles string, stripped bool) *comparison {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "styles/") {
			write(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	names := flatten(t, drafts, filepath.Join(dir, "posts"), stripped)
	theirs, rejected := byVale(t, vale, dir, "posts", "BasedOnStyles = "+styles)
	ours := byHouse(t, archive, filepath.Join(dir, "posts"), names)
	c := &comparison{drafts: len(names)}
	files := map[string][]byte{}
	for _, f := range archive.Files {
		rule := ruleOf(f.Name)
		if _, ok := ours.found[rule]; ok && !slices.Contains(rejected, rule) {
			files[rule] = f.Data
			theirs[rule] = counting(counted(t, vale, dir, rule, f.Data, theirs[rule]), ours.whole[rule])
		}
	}
	lost, made := setAside(t, vale, dir, styles, ours, theirs)
	differ := sentencesDiffer(t, vale, dir, names)
	for _, rule := range slices.Sorted(maps.Keys(files)) {
		lost, made := left(ours.found[rule], lost[rule]), left(theirs[rule], made[rule])
		if !aboutSentences(files[rule]) {
			c.add(t, rule, theirs[rule], made, lost, nil, ours)
			continue
		}
		c.add(t, rule, theirs[rule], made, lost, differ, ours)
	}
	return c
}

// aboutSentences reports whether a style looks at each sentence on its own.
func aboutSentences(style []byte) bool {
	return regexp.MustCompile(`(?m)^scope:\s*['"]?sentence\b`).Match(style)
}

// counted returns the findings of Vale that are compared. Rules of one kind share what they have seen,
// so that they run alone; of a rule about two spellings each draft counts once, since Vale flags both.
func counted(t *testing.T, vale, dir, rule string, style []byte, found []finding) []finding {
	t.Helper()
	if kindOf(style, "conditional") {
		alone, _ := byVale(t, vale, dir, "posts", "BasedOnStyles =\n"+rule+" = YES")
		return alone[rule]
	}
	if kindOf(style, "consistency") {
		return draftsOf(found)
	}
	return found
}

// kindOf reports whether a style is of a kind.
func kindOf(style []byte, kind string) bool {
	return regexp.MustCompile(`(?m)^extends:\s*['"]?` + kind + `\b`).Match(style)
}

// draftsOf returns the first finding of each draft, without its words.
func draftsOf(found []finding) (all []finding) {
	seen := map[string]bool{}
	for _, f := range found {
		if !seen[f.draft] {
			seen[f.draft] = true
			all = append(all, finding{draft: f.draft, line: f.line, source: f.source})
		}
	}
	return all
}

// add counts a rule: what Vale finds, all and without what it makes up, and what the translation finds without what Vale
// loses. differ are the lines that the programs divide into other sentences, if that matters.
func (c *comparison) add(t *testing.T, rule string, theirs, made, lost []finding, differ map[string]bool, ours *translated) {
	t.Helper()
	own := ours.found[rule]
	c.all++
	if len(theirs)+len(own) == 0 {
		c.quiet++
		return
	}
	c.finding++
	share := agreement(theirs, own)
	if share >= 0.95 {
		c.nearly++
	}
	if share == 1 {
		c.same++
		c.proven++
		return
	}
	others := func(f finding) bool { return differ[f.place()] }
	alike, own2 := slices.DeleteFunc(slices.Clone(theirs), others), slices.DeleteFunc(slices.Clone(own), others)
	verdict := ""
	switch {
	case agreement(made, lost) == 1:
		c.proven++
		verdict = fmt.Sprintf("Vale loses %d and makes up %d", len(own)-len(lost), len(theirs)-len(made))
	case differ != nil && agreement(alike, own2) == 1:
		c.divided++
		verdict = fmt.Sprintf("the same in the lines with the same sentences: %d of Vale, %d of the house", len(alike), len(own2))
	case len(ours.notes[rule]) > 0:
		c.noted++
		verdict = strings.Join(ours.notes[rule], " ")
	}
	t.Logf("%s: %.0f %% the same; Vale %d, house %d; %s", rule, 100*share, len(theirs), len(own), verdict)
	if only, own := left(made, lost), left(lost, made); len(only)+len(own) > 0 {
		t.Logf("  only Vale: %q, only house: %q", few(only), few(own))
	}
}

// few returns the first findings.
func few(findings []finding) (some []string) {
	const most = 4
	for i := range findings[:min(most, len(findings))] {
		some = append(some, findings[i].place()+" "+findings[i].text)
	}
	return some
}

// agreement is the share of the findings of either that both have.
func agreement(theirs, ours []finding) float64 {
	common := len(theirs) - len(left(theirs, ours))
	if all := len(theirs) + len(ours) - common; all > 0 {
		return float64(common) / float64(all)
	}
	return 1
}
