package site_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/locale"
	"github.com/copychief/copychief/lint/site/place"
)

var update = flag.Bool("update", false, "rewrite what sites are recognised as")

// recorded is the name of the file in a test site that contains the expected result.
const recorded = "recognised"

// TestSites recognises a small site of each generator.
func TestSites(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range generator.Names() {
		if !slices.Contains(files, filepath.Join("testdata", name+".txtar")) {
			t.Errorf("%s: no site to recognise", name)
		}
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == recorded })
			if at < 0 {
				at = len(archive.Files)
				archive.Files = append(archive.Files, txtar.File{Name: recorded})
			}
			got := described(archive.Files[:at])
			if *update {
				archive.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(archive.Files[at].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// described recognises the sites of files and formats the result: each site, and the kind,
// language and inherited metadata of each draft.
func described(files []txtar.File) string {
	tree := fstest.MapFS{}
	var drafts []string
	for _, f := range files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
		if _, ok := parse.FormatOf(f.Name); ok && !strings.HasPrefix(filepath.Base(f.Name), ".") {
			drafts = append(drafts, f.Name)
		}
	}
	slices.Sort(drafts)
	known := site.Recognise(tree, drafts, site.Quick())
	var out strings.Builder
	for _, f := range known.Sites {
		fmt.Fprintf(&out, "%s in %s by %s\n", f.Generator, f.Base, f.Marker)
		fmt.Fprintf(&out, "  summary: %s\n", f.Summary())
		fmt.Fprintf(&out, "  content %v static %v languages %v ids %v\n", f.Content, f.Static, f.Languages, f.HeadingIDs)
		if len(f.Appended) > 0 || f.Links.Named || f.Rewritten {
			fmt.Fprintf(&out, "  appended %v named %v rewritten %v\n", f.Appended, f.Links.Named, f.Rewritten)
		}
		if len(f.Companions) > 0 {
			fmt.Fprintf(&out, "  companions %v\n", f.Companions)
		}
		if f.Typographer {
			out.WriteString("  curly quotation marks\n")
		}
		if f.LineBreaks {
			out.WriteString("  line breaks are shown\n")
		}
		for _, p := range f.Fields {
			fmt.Fprintf(&out, "  role %d from %v in %d of %d\n", p.Role, p.Names, p.Articles, f.Read)
		}
	}
	for _, d := range drafts {
		f := known.For(d)
		fmt.Fprintf(&out, "%s: kind %d", d, place.KindOf(&f.Site, d))
		if tag := locale.Of(&f.Site, d); tag != "" {
			fmt.Fprintf(&out, ", %s", tag)
		}
		if e := place.ExclusionOf(&f.Site, d); e != nil {
			fmt.Fprintf(&out, ", %s by %s", e.Kind, e.By)
		}
		for _, in := range known.Inherited(f, d) {
			fmt.Fprintf(&out, ", %s %q by %s", in.Name, in.Values, in.Where)
		}
		out.WriteByte('\n')
	}
	return out.String()
}
