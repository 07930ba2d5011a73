package importer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

// TestTranslatedRulesFindWhatValeFinds runs Vale and the translations of its styles on the same
// words, and counts the rules with the same findings. COPYCHIEF_VALE names the program and
// COPYCHIEF_VALE_DRAFTS a folder of drafts in Markdown. Drafts with template tags or HTML, which
// Vale reads as words, are left out, and the lines of a paragraph joined, since Vale finds no
// phrase across them.
func TestTranslatedRulesFindWhatValeFinds(t *testing.T) {
	vale, drafts := os.Getenv("COPYCHIEF_VALE"), os.Getenv("COPYCHIEF_VALE_DRAFTS")
	if vale == "" || drafts == "" {
		t.Skip("COPYCHIEF_VALE and COPYCHIEF_VALE_DRAFTS are not set")
	}
	dir := t.TempDir()
	archive, err := txtar.ParseFile("testdata/styles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "styles/") && !strings.Contains(f.Name, "/config/") {
			write(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	write(t, filepath.Join(dir, ".vale.ini"), []byte("StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Harbour, Newsdesk, Choices, Counts\n"))
	names := flatten(t, drafts, filepath.Join(dir, "posts"))
	theirs, rejected := byVale(t, vale, dir)
	ours := byHouse(t, archive, filepath.Join(dir, "posts"), names)
	same, nearly, all := 0, 0, 0
	for _, rule := range slices.Sorted(keys(ours)) {
		if slices.Contains(rejected, rule) {
			continue
		}
		share := agreement(theirs[rule], ours[rule])
		if all++; share == 1 {
			same++
		} else {
			t.Logf("%s: %.0f %% the same; Vale %d, house %d", rule, 100*share, len(theirs[rule]), len(ours[rule]))
		}
		if share >= 0.95 {
			nearly++
		}
	}
	t.Logf("%d drafts; of %d translated rules %d have the same findings (%.1f %%), %d nineteen of twenty", len(names), all, same, 100*float64(same)/float64(all), nearly)
	if all < 100 || 100*same < 90*all {
		t.Errorf("%d of %d rules have the same findings", same, all)
	}
}

func keys(m map[string][]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func write(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

var (
	notWords = regexp.MustCompile(`\{\{|\{%|\{:|<[a-zA-Z/]`)
	block    = regexp.MustCompile(`^\s*([-*+>#|]|\d+[.)])|^` + "```" + `|^    |^\[|^---|^===`)
	closed   = regexp.MustCompile(`^\s*#|^` + "```" + `|^---|^===|^\||  $`)
)

// flatten copies drafts with each paragraph on one line, and returns their names.
func flatten(t *testing.T, from, to string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(from, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if notWords.Match(content) || bytes.Contains(content, []byte("\r")) {
			continue
		}
		body := string(content)
		if rest, ok := strings.CutPrefix(body, "---\n"); ok {
			_, body, _ = strings.Cut(rest, "\n---\n")
		}
		var lines []string
		code := false
		for line := range strings.Lines(body) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "```") {
				code = !code
			}
			if n := len(lines); n > 0 && !code && strings.TrimSpace(line) != "" && strings.TrimSpace(lines[n-1]) != "" && !block.MatchString(line) && !closed.MatchString(lines[n-1]) {
				lines[n-1] = strings.TrimRight(lines[n-1], " ") + " " + strings.TrimSpace(line)
				continue
			}
			lines = append(lines, line)
		}
		name := filepath.Base(file)
		write(t, filepath.Join(to, name), []byte(strings.Join(lines, "\n")+"\n"))
		names = append(names, name)
	}
	if len(names) < 20 {
		t.Fatalf("%d drafts without tags in %s", len(names), from)
	}
	return names
}

// byVale returns what Vale finds, by rule. A style with a mistake stops it and is left out, and returned as rejected.
func byVale(t *testing.T, vale, dir string) (found map[string][]string, rejected []string) {
	t.Helper()
	for range 20 {
		run := exec.CommandContext(t.Context(), vale, "--output", "JSON", "posts")
		run.Dir = dir
		var failed bytes.Buffer
		run.Stderr = &failed
		out, err := run.Output()
		var mistake struct{ Path, Text string }
		if json.Unmarshal(failed.Bytes(), &mistake) == nil && mistake.Path != "" {
			t.Logf("Vale does not take %s: %s", filepath.Base(mistake.Path), mistake.Text)
			if err := os.Remove(mistake.Path); err != nil {
				t.Fatal(err)
			}
			rejected = append(rejected, filepath.Base(filepath.Dir(mistake.Path))+"."+strings.TrimSuffix(filepath.Base(mistake.Path), ".yml"))
			continue
		}
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		var alerts map[string][]struct{ Check, Match string }
		if err := json.Unmarshal(out, &alerts); err != nil {
			t.Fatal(err)
		}
		found = map[string][]string{}
		for file, list := range alerts {
			for _, a := range list {
				found[a.Check] = append(found[a.Check], filepath.Base(file)+" "+plain(a.Match))
			}
		}
		return found, rejected
	}
	t.Fatal("Vale takes none of the styles")
	return nil, nil
}

// byHouse returns what the translations find, by the rule that they were made from.
func byHouse(t *testing.T, archive *txtar.Archive, dir string, names []string) map[string][]string {
	t.Helper()
	packs := fstest.MapFS{}
	whole := map[string]bool{}
	for _, p := range read(t, archive).Packs {
		content, err := p.YAML()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.Name, "vale-") {
			packs["style/"+p.Name+".yml"] = &fstest.MapFile{Data: content}
		}
	}
	f := config.Parse(".copychief.yml", []byte("packs: [style/*.yml]"), config.Place{Files: packs})
	set, err := house.Load(f, append(rules.All(), engine.Rules()...))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, r := range set.Declared() {
		whole[sourceOf(r.Basis.Source)] = r.Kind == "limit"
		found[sourceOf(r.Basis.Source)] = nil
	}
	resolver, err := config.NewResolver(set.Rules, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New(set.Rules, resolver)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(os.DirFS(dir), name)
		if err != nil {
			t.Fatal(err)
		}
		settings, err := resolver.For(f, name)
		if err != nil {
			t.Fatal(err)
		}
		result, err := e.Run(t.Context(), false, engine.Draft{Path: name, Name: name, Content: content, Settings: settings})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range result.Findings {
			of := sourceOf(x.Basis.Source)
			text := plain(string(content[x.Span.Start:x.Span.End]))
			if whole[of] { // Vale flags the first of the things that are counted
				text = ""
			}
			found[of] = append(found[of], name+" "+text)
		}
	}
	return found
}

// sourceOf returns the rule of Vale that a basis names: “Harbour.Latin”.
func sourceOf(basis string) string {
	return strings.Replace(strings.TrimPrefix(basis, "Vale style "), "-", ".", 1)
}

var (
	target = regexp.MustCompile(`\]\([^)]*\)`)
	signs  = regexp.MustCompile(`[^\pL\pN]+`)
)

// plain returns words without markup and signs.
func plain(s string) string {
	s = strings.ReplaceAll(target.ReplaceAllString(s, "]"), "’s", "")
	return strings.ToLower(strings.TrimSpace(signs.ReplaceAllString(strings.TrimSuffix(s, "'s"), " ")))
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
