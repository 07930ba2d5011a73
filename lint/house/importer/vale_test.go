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

	"github.com/copychief/copychief/lint"
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
func byVale(t *testing.T, vale, dir, drafts, styles string) (found map[string][]finding, rejected []string) {
	t.Helper()
	settings := "StylesPath = styles\nMinAlertLevel = suggestion\n"
	if vocabularies, err := os.ReadDir(filepath.Join(dir, "styles/config/vocabularies")); err == nil && len(vocabularies) > 0 {
		settings += "Vocab = " + vocabularies[0].Name() + "\n"
	}
	write(t, filepath.Join(dir, ".vale.ini"), []byte(settings+"[*.md]\n"+styles+"\n"))
	for range 20 {
		run := exec.CommandContext(t.Context(), vale, "--output", "JSON", drafts)
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
		var alerts map[string][]struct {
			Check, Match string
			Line         int
		}
		if err := json.Unmarshal(out, &alerts); err != nil {
			t.Fatal(err)
		}
		found = map[string][]finding{}
		for file, list := range alerts {
			content, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(string(content), "\n")
			for _, a := range list {
				f := finding{draft: filepath.Base(file), text: plain(a.Match), line: a.Line, source: lines[a.Line-1]}
				found[a.Check] = append(found[a.Check], f)
			}
		}
		return found, rejected
	}
	t.Fatal("Vale takes none of the styles")
	return nil, nil
}

// translated is what the translations of styles find, and what the import says about them, by the rule
// of Vale that they were made from.
type translated struct {
	found map[string][]finding
	notes map[string][]string
	whole map[string]bool // rules that count, which report no words
}

// byHouse runs the translations of styles.
func byHouse(t *testing.T, archive *txtar.Archive, dir string, names []string) *translated {
	t.Helper()
	packs := fstest.MapFS{}
	out := &translated{map[string][]finding{}, map[string][]string{}, map[string]bool{}}
	for _, p := range read(t, archive).Packs {
		content, err := p.YAML()
		if err != nil {
			t.Fatal(err)
		}
		for _, note := range p.Notes {
			file, why, _ := strings.Cut(note, ": ")
			out.notes[ruleOf(file)] = append(out.notes[ruleOf(file)], "("+why+")")
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
	spellings := map[string]bool{}
	for _, r := range set.Declared() {
		of := sourceOf(r.Basis.Source)
		out.whole[of], spellings[of], out.found[of] = r.Kind == "limit", r.Kind == "one-of", nil
	}
	out.run(t, f, set, dir, names)
	for of, list := range out.found {
		if spellings[of] {
			out.found[of] = draftsOf(list)
		}
	}
	return out
}

// run runs the rules of a set on drafts.
func (o *translated) run(t *testing.T, f *config.File, set *house.Set, dir string, names []string) {
	t.Helper()
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
		for x := range result.Findings.All() {
			of := sourceOf(x.Basis.Source)
			f := finding{draft: name, text: plain(string(content[x.Span.Start:x.Span.End])), line: x.From.Line}
			f.source, f.around = strings.Split(string(content), "\n")[f.line-1], nearby(string(content), x.Span)
			if o.whole[of] { // Vale flags the first of the things that are counted
				f.text, f.around = "", ""
			}
			o.found[of] = append(o.found[of], f)
		}
	}
}

// nearby returns a place of a draft with a few words around it in its line.
func nearby(content string, at lint.Span) string {
	const most = 20 // bytes
	from, to := strings.LastIndexByte(content[:at.Start], '\n')+1, len(content)
	if n := strings.IndexByte(content[at.End:], '\n'); n >= 0 {
		to = at.End + n
	}
	if k := at.Start - most; k > from {
		from = k + strings.IndexByte(content[k:at.Start]+" ", ' ')
	}
	if k := at.End + most; k < to {
		to = at.End + strings.LastIndexByte(content[at.End:k], ' ') + 1
	}
	return strings.TrimSpace(content[min(from, at.Start):to])
}

// sourceOf returns the rule of Vale that a basis names: “Harbour.Latin”.
func sourceOf(basis string) string {
	return strings.Replace(strings.TrimPrefix(basis, "Vale style "), "-", ".", 1)
}
