package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"
)

// TestFindingsAtTheTopSayWhatTheyAreAbout reports a rule whose finding about something
// missing sits at the top of the draft but does not name its subject. A run over changed
// lines would treat such a finding as one about the title.
func TestFindingsAtTheTopSayWhatTheyAreAbout(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, file := range files {
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			fields := map[string]ast.Expr{}
			for _, e := range literal.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					if key, ok := pair.Key.(*ast.Ident); ok {
						fields[key.Name] = pair.Value
					}
				}
			}
			if call, ok := fields["Span"].(*ast.CallExpr); ok {
				if method, ok := call.Fun.(*ast.SelectorExpr); ok && method.Sel.Name == "Top" {
					looked++
					if fields["About"] == nil {
						t.Errorf("%s: set About to what is missing or too much: Doc.Head(), Doc.Body() or a part", set.Position(literal.Pos()))
					}
				}
			}
			return true
		})
	}
	if looked < 10 {
		t.Errorf("%d findings at the top found", looked)
	}
}
