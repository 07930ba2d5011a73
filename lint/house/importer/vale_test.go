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
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

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
	block    = regexp.MustCompile(`^\s*([-*+#|]|\d+[.)])|^` + "```" + `|^\[[^\]]*\]:|^---|^===`)
	markup   = regexp.MustCompile(`!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|\\|\*\*|\*(\S[^*]*)\*|\b_|_\b|^(\[\^?[^\]]*\]:.*)$`)
	closed   = regexp.MustCompile(`^\s*#|^` + "```" + `|^---|^===|^\||  $`)
)

// flatten copies drafts with each paragraph on one line, without emphasis and links if these are to be
// stripped, and returns their names.
func flatten(t *testing.T, from, to string, stripped bool) (names []string) {
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
			if n := len(lines); n > 0 && strings.HasPrefix(line, "> ") && strings.HasPrefix(lines[n-1], "> ") {
				line = line[len("> "):]
			}
			if strings.HasPrefix(line, "```") {
				code = !code
			}
			if n := len(lines); n > 0 && !code && strings.TrimSpace(line) != "" && strings.TrimSpace(lines[n-1]) != "" && !block.MatchString(line) && !closed.MatchString(lines[n-1]) {
				lines[n-1] = strings.TrimRight(lines[n-1], " ") + " " + strings.TrimSpace(line)
				continue
			}
			lines = append(lines, line)
		}
		for i, line := range lines {
			if stripped && !strings.HasPrefix(line, "* ") {
				lines[i] = markup.ReplaceAllString(line, "$1$2")
			}
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
func byVale(t *testing.T, vale, dir, styles string) (found map[string][]string, rejected []string) {
	t.Helper()
	write(t, filepath.Join(dir, ".vale.ini"), []byte("StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\n"+styles+"\n"))
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
			rejected = append(rejected, ruleOf(mistake.Path))
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

// byHouse returns what the translations find, and what the import says about them, by the rule that
// they were made from.
func byHouse(t *testing.T, archive *txtar.Archive, dir string, names []string) (found map[string][]string, notes map[string]string) {
	t.Helper()
	packs := fstest.MapFS{}
	whole, spellings := map[string]bool{}, map[string]bool{}
	found, notes = map[string][]string{}, map[string]string{}
	for _, p := range read(t, archive).Packs {
		content, err := p.YAML()
		if err != nil {
			t.Fatal(err)
		}
		for _, note := range p.Notes {
			file, why, _ := strings.Cut(note, ": ")
			notes[ruleOf(file)] = "(" + why + ")"
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
	for _, r := range set.Declared() {
		whole[sourceOf(r.Basis.Source)] = r.Kind == "limit"
		spellings[sourceOf(r.Basis.Source)] = r.Kind == "one-of"
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
	for of, list := range found {
		if spellings[of] {
			found[of] = draftsOf(list)
		}
	}
	return found, notes
}

// sourceOf returns the rule of Vale that a basis names: “Harbour.Latin”.
func sourceOf(basis string) string {
	return strings.Replace(strings.TrimPrefix(basis, "Vale style "), "-", ".", 1)
}
