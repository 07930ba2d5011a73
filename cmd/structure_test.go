package cmd_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
)

// What a newcomer has to read to follow the code stays bounded: a type is explained by three
// files at most, a file fits a few screens, and each package says what it is for.
const (
	mostMethodFiles = 3
	mostFileLines   = 300
	mostDriverFiles = 20
	mostDriverLines = 2000
	mostWayFiles    = 40
)

// mostOfPackage is the most files and lines of a package, by the beginning of its folder; the first
// row that fits counts.
var mostOfPackage = []struct {
	below        string
	files, lines int
}{
	{"lint/language", 20, 2500},
	{"", 30, 4000},
}

// sources parses the Go files of the program, by folder; tests, examples and generated files
// are left out.
func sources(t *testing.T) (folders map[string]map[string]*ast.File, lines map[string]int) {
	t.Helper()
	root := corpus.Root(t)
	folders, lines = map[string]map[string]*ast.File{}, map[string]int{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && name != root) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil || bytes.Contains(text, []byte("Code generated ")) || bytes.Contains(text, []byte("//go:build ignore")) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		shown, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(shown))
		if folders[folder] == nil {
			folders[folder] = map[string]*ast.File{}
		}
		folders[folder][filepath.Base(name)] = file
		lines[filepath.ToSlash(shown)] = bytes.Count(text, []byte("\n"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) < 50 || len(lines) < 500 {
		t.Fatalf("%d files in %d folders were found", len(lines), len(folders))
	}
	return folders, lines
}

func TestTypesHaveTheirMethodsInThreeFiles(t *testing.T) {
	folders, _ := sources(t)
	types := 0
	for folder, files := range folders {
		methods := map[string]map[string]bool{} // files by type
		for name, file := range files {
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
					of := receiver(f.Recv.List[0].Type)
					if methods[of] == nil {
						methods[of] = map[string]bool{}
					}
					methods[of][name] = true
				}
			}
		}
		for of, in := range methods {
			if types++; len(in) > mostMethodFiles {
				t.Errorf("%s: %s has methods in %d files, more than %d; make functions of those that only use it", folder, of, len(in), mostMethodFiles)
			}
		}
	}
	if types < 100 {
		t.Errorf("only %d types with methods were found", types)
	}
}

// receiver returns the name of the type of a receiver.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func TestFilesAreShortAndPackagesAreDocumented(t *testing.T) {
	folders, lines := sources(t)
	driver, driverLines := 0, 0
	for name, n := range lines {
		if n > mostFileLines {
			t.Errorf("%s has %d lines, more than %d; split it", name, n, mostFileLines)
		}
		if filepath.ToSlash(filepath.Dir(name)) == "lint/driver" {
			driver, driverLines = driver+1, driverLines+n
		}
	}
	if driver > mostDriverFiles || driverLines > mostDriverLines {
		t.Errorf("lint/driver has %d files with %d lines; it only coordinates", driver, driverLines)
	}
	for folder, files := range folders {
		explained := false
		for _, file := range files {
			explained = explained || file.Doc != nil && len(file.Doc.Text()) > 40
		}
		if !explained {
			t.Errorf("%s: no comment says what the package is for", folder)
		}
	}
}

func TestPackagesHaveALimitedSize(t *testing.T) {
	folders, lines := sources(t)
	sums := map[string]int{}
	for name, n := range lines {
		sums[filepath.ToSlash(filepath.Dir(name))] += n
	}
	for folder, files := range folders {
		for _, most := range mostOfPackage {
			if !strings.HasPrefix(folder, most.below) {
				continue
			}
			if len(files) > most.files || sums[folder] > most.lines {
				t.Errorf("%s has %d files and %d lines, more than %d or %d; divide it", folder, len(files), sums[folder], most.files, most.lines)
			}
			break
		}
	}
}

// The page about the architecture lists the files to read from the command to a finding.
func TestTheWayOfADraftIsShort(t *testing.T) {
	root := corpus.Root(t)
	page, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| what happens | files |")
	table, _, _ = strings.Cut(table, "\n\n")
	files := regexp.MustCompile("`([^`]+\\.go)`").FindAllStringSubmatch(table, -1)
	for _, m := range files {
		if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
			t.Errorf("the way of a draft leads through %s, which is not there", m[1])
		}
	}
	if n := len(files); n < 30 || n > mostWayFiles {
		t.Errorf("the way of a draft leads through %d files", n)
	}
}

// The page about the architecture lists the packages as a tree, with some of them on one line.
func TestThePageListsEveryPackage(t *testing.T) {
	folders, _ := sources(t)
	page, err := os.ReadFile(filepath.Join(corpus.Root(t), "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, tree, _ := strings.Cut(string(page), "## Packages\n\n```\n")
	tree, _, _ = strings.Cut(tree, "```")
	listed := map[string]bool{}
	var above []string // the folders that contain the current line
	for line := range strings.Lines(tree) {
		names := strings.TrimLeft(line, " ")
		above = above[:min((len(line)-len(names))/2, len(above))]
		parent := strings.Join(above, "/")
		for i := 0; ; i++ {
			name, rest, found := strings.Cut(names, "/")
			if !found || strings.ContainsAny(name, " ;:(") {
				break
			}
			listed[strings.TrimPrefix(parent+"/"+name, "/")] = true
			if i == 0 {
				above = append(above, name)
			}
			names = strings.TrimLeft(rest, " ")
		}
	}
	for folder := range folders {
		if !listed[folder] && !strings.HasPrefix(folder, "rules") && folder != "." {
			t.Errorf("docs/architecture.md does not list %s", folder)
		}
	}
	for folder := range listed {
		if _, err := os.Stat(filepath.Join(corpus.Root(t), folder)); err != nil {
			t.Errorf("docs/architecture.md lists %s, which is not there", folder)
		}
	}
}
