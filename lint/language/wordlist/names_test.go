package wordlist

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// asked finds the lists that the program uses: the arguments of the methods of Lists and Pack, of
// lexicon.Of, and of WithLists, if they are literals or constants of their package.
type asked struct {
	t      *testing.T
	files  *token.FileSet
	consts map[string]map[string]string // by folder and name
	names  map[string]token.Position
	maybe  map[string]bool // names that are passed to a method of any type
}

// Other types have methods with these names. What is passed to Has, or in a file that imports
// neither wordlist nor wordpack, need not be a list.
var askingMethods = map[string]bool{"Words": true, "Phrases": true, "List": true, "Lines": true, "Table": true, "Has": true, "WithLists": true}

func (a *asked) walk(root string) {
	parsed := map[string][]*ast.File{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (d.Name() == "testdata" || d.Name()[0] == '.') {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(a.files, path, nil, parser.SkipObjectResolution)
		if err == nil {
			parsed[filepath.Dir(path)] = append(parsed[filepath.Dir(path)], f)
		}
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
	for folder, files := range parsed {
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool { a.constant(folder, n); return true })
		}
		for _, f := range files {
			sure := f.Name.Name == "wordlist" || imports(f, "wordlist") || imports(f, "wordpack")
			ast.Inspect(f, func(n ast.Node) bool { a.call(folder, n, sure); return true })
		}
	}
}

func (a *asked) constant(folder string, n ast.Node) {
	spec, ok := n.(*ast.ValueSpec)
	if !ok {
		return
	}
	for i, name := range spec.Names {
		if i < len(spec.Values) {
			if s, ok := literal(spec.Values[i]); ok {
				if a.consts[folder] == nil {
					a.consts[folder] = map[string]string{}
				}
				a.consts[folder][name.Name] = s
			}
		}
	}
}

// imports reports whether a file imports a package below language.
func imports(f *ast.File, name string) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool {
		return strings.HasSuffix(i.Path.Value, "/lint/language/"+name+`"`)
	})
}

func (a *asked) call(folder string, n ast.Node, sure bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return
	}
	method, ofPack, args := "", false, call.Args
	if qualified(call.Fun, "lexicon", "Of") {
		method, ofPack, args = "Phrases", true, args[1:]
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if method == "" {
			method, ofPack = f.Sel.Name, packed(f.X)
		}
	case *ast.Ident:
		method = f.Name
	}
	if !askingMethods[method] {
		return
	}
	for _, arg := range args {
		s, ok := literal(arg)
		if id, named := arg.(*ast.Ident); named && !ok {
			s, ok = a.consts[folder][id.Name]
		}
		switch {
		case ok && !ofPack && (!sure || method == "Has"):
			a.maybe[s] = true
		case ok:
			a.names[s] = a.files.Position(call.Pos())
		case ofPack || method == "WithLists":
			a.t.Errorf("%s: a pack is asked for a list whose name is neither a literal nor a constant of the package", a.files.Position(call.Pos()))
		}
	}
}

// packed reports whether an expression looks like a pack: a call of wordpack.Of or
// wordpack.Shared, or something called pack.
func packed(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.CallExpr:
		return packed(x.Fun)
	case *ast.SelectorExpr:
		return qualified(x, "wordpack", "Of", "Shared") || packed(x.Sel)
	case *ast.Ident:
		return x.Name == "pack"
	}
	return false
}

// qualified reports whether an expression is one of these names of a package.
func qualified(x ast.Expr, of string, names ...string) bool {
	s, ok := x.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := s.X.(*ast.Ident)
	return ok && id.Name == of && slices.Contains(names, s.Sel.Name)
}

func literal(x ast.Expr) (string, bool) {
	lit, ok := x.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestEveryListThatIsUsedExistsAndViceVersa(t *testing.T) {
	a := &asked{t: t, files: token.NewFileSet(), consts: map[string]map[string]string{}, names: map[string]token.Position{}, maybe: map[string]bool{}}
	a.walk(filepath.Join("..", "..", ".."))
	for name, where := range a.names {
		found := false
		for _, open := range languages() {
			found = found || open().Has(name)
		}
		if !found {
			t.Errorf("%s: no language has the list %q", where, name)
		}
	}
	for tag, open := range languages() {
		for _, name := range open().Names() {
			if _, ok := a.names[name]; !ok && !a.maybe[name] {
				t.Errorf("%s: nothing asks for the list %q", tag, name)
			}
		}
	}
}
