package importer_test

import (
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
// without emphasis and links.
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
	}{
		{"styles", "Harbour, Newsdesk, Choices, Counts", false, 55, 85, 92},
		{"styles", "Harbour, Newsdesk, Choices, Counts", true, 55, 85, 92},
		{"frequent", "Frequent", false, 75, 73, 86},
		{"frequent", "Frequent", true, 75, 78, 87},
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
			if c.finding < of.rules || 100*c.same < of.least*c.finding || 100*c.nearly < of.nearly*c.finding {
				t.Errorf("of %d rules that find something %d have the same findings, %d nineteen in twenty", c.finding, c.same, c.nearly)
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
	quiet        int // rules that find nothing
	noted        int // rules that differ, and about which the import report says why
	noted95      int // of those: with less than nineteen in twenty
}

func (c *comparison) log(t *testing.T) {
	t.Helper()
	per := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	t.Logf("%d drafts, %d rules, of which %d find something", c.drafts, c.all, c.finding)
	t.Logf("the same findings: %d of %d (%.1f %%), with those that find nothing %d of %d (%.1f %%)",
		c.same, c.finding, per(c.same, c.finding), c.same+c.quiet, c.all, per(c.same+c.quiet, c.all))
	t.Logf("nineteen in twenty: %d of %d (%.1f %%), with those that find nothing %d of %d (%.1f %%)",
		c.nearly, c.finding, per(c.nearly, c.finding), c.nearly+c.quiet, c.all, per(c.nearly+c.quiet, c.all))
	t.Logf("%d differ for a reason that the import report gives; without them the same findings %.1f %% (%.1f %%), nineteen in twenty %.1f %% (%.1f %%)",
		c.noted, per(c.same, c.finding-c.noted), per(c.same+c.quiet, c.all-c.noted),
		per(c.nearly-c.noted+c.noted95, c.finding-c.noted), per(c.nearly+c.quiet-c.noted+c.noted95, c.all-c.noted))
}

// compare runs both programs with the styles of an archive.
func compare(t *testing.T, vale, drafts string, archive *txtar.Archive, styles string, stripped bool) *comparison {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "styles/") && !strings.Contains(f.Name, "/config/") {
			write(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	names := flatten(t, drafts, filepath.Join(dir, "posts"), stripped)
	theirs, rejected := byVale(t, vale, dir, "BasedOnStyles = "+styles)
	ours, notes := byHouse(t, archive, filepath.Join(dir, "posts"), names)
	c := &comparison{drafts: len(names)}
	for _, f := range archive.Files {
		rule := ruleOf(f.Name)
		own, translated := ours[rule]
		if !translated || slices.Contains(rejected, rule) {
			continue
		}
		c.add(t, rule, counted(t, vale, dir, rule, f.Data, theirs[rule]), own, notes[rule])
	}
	return c
}

// counted returns the findings of Vale that are compared. Rules of one kind share what they have seen,
// so that they run alone; of a rule about two spellings each draft counts once, since Vale flags both.
func counted(t *testing.T, vale, dir, rule string, style []byte, found []string) []string {
	t.Helper()
	if kindOf(style, "conditional") {
		alone, _ := byVale(t, vale, dir, "BasedOnStyles =\n"+rule+" = YES")
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

// draftsOf returns each draft of findings once.
func draftsOf(found []string) (all []string) {
	for _, s := range found {
		name, _, _ := strings.Cut(s, " ")
		all = append(all, name+" ")
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// add counts a rule.
func (c *comparison) add(t *testing.T, rule string, theirs, ours []string, note string) {
	t.Helper()
	c.all++
	if len(theirs)+len(ours) == 0 {
		c.quiet++
		return
	}
	c.finding++
	share := agreement(theirs, ours)
	if share >= 0.95 {
		c.nearly++
	}
	if share == 1 {
		c.same++
		return
	}
	t.Logf("%s: %.0f %% the same; Vale %d, house %d %s", rule, 100*share, len(theirs), len(ours), note)
	t.Logf("  only Vale: %q, only house: %q", without(theirs, ours), without(ours, theirs))
	if note != "" {
		c.noted++
		if share < 0.95 {
			c.noted95++
		}
	}
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
