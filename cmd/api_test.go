package cmd_test

import (
	"bytes"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What docs/stability.md promises of the Go API is recorded in testdata/api.txt, a line for each
// name, field and method. A change has to be seen in the record: a line that is gone or another
// one breaks the programs of others.
func TestPromisedAPIIsTheRecordedOne(t *testing.T) {
	const file = "../testdata/api.txt"
	got := promisedAPI(t)
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	recorded := strings.Split(strings.TrimSpace(string(content)), "\n")
	var report bytes.Buffer
	for _, line := range recorded {
		if !slices.Contains(got, line) {
			fmt.Fprintf(&report, "gone, which breaks programs: %s\n", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(recorded, line) {
			fmt.Fprintf(&report, "new: %s\n", line)
		}
	}
	if report.Len() > 0 {
		t.Errorf("%sIf this is meant, name what breaks in CHANGELOG.md and run: go test ./cmd -run PromisedAPI -update", &report)
	}
}

// promisedAPI lists what the page about stability names.
func promisedAPI(t *testing.T) []string {
	t.Helper()
	page, err := os.ReadFile("../docs/stability.md")
	if err != nil {
		t.Fatal(err)
	}
	const module = "github.com/copychief/copychief/"
	kept := map[string][]string{} // names by package; empty for all
	var paths []string
	_, section, _ := strings.Cut(string(page), "## Rules in Go")
	section, _, _ = strings.Cut(section, "\n## ")
	quoted := regexp.MustCompile("`([\\w.]+)`")
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\| (.*) \\|$").FindAllStringSubmatch(section, -1) {
		names := []string{}
		for _, m := range quoted.FindAllStringSubmatch(row[2], -1) {
			names = append(names, m[1])
		}
		kept[module+row[1]] = names
		paths = append(paths, module+row[1])
	}
	if len(paths) < 5 {
		t.Fatalf("the page names %d packages", len(paths))
	}
	imports := importer.ForCompiler(token.NewFileSet(), "gc", exported(t, paths))
	var lines []string
	for _, path := range paths {
		p, err := imports.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		lister := apiLister{pkg: p, prefix: strings.TrimPrefix(path, module), kept: kept[path]}
		lister.list(t)
		lines = append(lines, lister.lines...)
	}
	slices.Sort(lines)
	return lines
}

// exported returns a function that opens what the compiler wrote down of packages and of those that
// they import.
func exported(t *testing.T, paths []string) importer.Lookup {
	t.Helper()
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}"}, paths...)
	out, err := exec.CommandContext(t.Context(), "go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, file, found := strings.Cut(strings.TrimSpace(line), "\t"); found {
			files[path] = file
		}
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(files[path]) }
}

// apiLister lists the exported names of a package.
type apiLister struct {
	pkg    *types.Package
	prefix string
	kept   []string // what is listed, with the fields and methods; all if it is empty
	lines  []string
}

func (l *apiLister) list(t *testing.T) {
	t.Helper()
	for _, name := range l.kept {
		if first, _, _ := strings.Cut(name, "."); l.pkg.Scope().Lookup(first) == nil && name != "Run" {
			t.Errorf("docs/stability.md names %s of %s, which does not exist", name, l.prefix)
		}
	}
	scope := l.pkg.Scope()
	for _, name := range scope.Names() {
		object := scope.Lookup(name)
		if !object.Exported() {
			continue
		}
		switch o := object.(type) {
		case *types.TypeName:
			l.typeName(o)
		case *types.Const:
			if l.keeps(name) || l.prefix == "cmd" {
				line := "const " + name + " " + l.show(o.Type())
				if l.prefix == "cmd" { // exit codes, whose numbers are kept
					line += " = " + o.Val().String()
				}
				l.add(line)
			}
		case *types.Var:
			if l.keeps(name) {
				l.add("var " + name + " " + l.show(o.Type()))
			}
		case *types.Func:
			if l.keeps(name) {
				l.add("func " + name + l.signature(o))
			}
		}
	}
}

func (l *apiLister) keeps(name string) bool { return len(l.kept) == 0 || slices.Contains(l.kept, name) }

func (l *apiLister) add(line string) { l.lines = append(l.lines, l.prefix+": "+line) }

func (l *apiLister) show(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == l.pkg {
			return ""
		}
		return strings.TrimPrefix(p.Path(), "github.com/copychief/copychief/")
	})
}

// signature shows a function without the names of its parameters, which are not kept.
func (l *apiLister) signature(o types.Object) string {
	unnamed := func(list *types.Tuple) *types.Tuple {
		var all []*types.Var
		for i := range list.Len() {
			all = append(all, types.NewParam(token.NoPos, nil, "", list.At(i).Type()))
		}
		return types.NewTuple(all...)
	}
	s := o.Type().(*types.Signature)
	if s.TypeParams().Len() > 0 {
		return strings.TrimPrefix(l.show(s), "func")
	}
	return strings.TrimPrefix(l.show(types.NewSignatureType(nil, nil, nil, unnamed(s.Params()), unnamed(s.Results()), s.Variadic())), "func")
}

func (l *apiLister) typeName(o *types.TypeName) {
	name := o.Name()
	if l.keeps(name) {
		switch u := o.Type().Underlying().(type) {
		case *types.Struct:
			l.add("type " + name + " struct")
			for i := range u.NumFields() {
				if f := u.Field(i); f.Exported() {
					l.add("field " + name + "." + f.Name() + " " + l.show(f.Type()))
				}
			}
		default:
			l.add("type " + name + " " + l.show(u))
		}
	}
	if types.IsInterface(o.Type()) {
		return
	}
	methods := types.NewMethodSet(types.NewPointer(o.Type()))
	for i := range methods.Len() {
		m := methods.At(i).Obj()
		if m.Exported() && (l.keeps(name) || slices.Contains(l.kept, name+"."+m.Name()) || l.prefix == "cmd" && slices.Contains(l.kept, m.Name())) {
			l.add("method " + name + "." + m.Name() + l.signature(m))
		}
	}
}
