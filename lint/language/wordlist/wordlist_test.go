package wordlist

import (
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
)

// A language is added by a folder of files alone.
func elvish() fstest.MapFS {
	return fstest.MapFS{
		"qya/grammar.txt": {Data: []byte("# what it is for\n\n[function-words]\ni ar # the, and\nna\n[empty]\n")},
		"qya/time.txt": {Data: []byte("[months]\nNarvinyë Nénimë\nSúlimë\n\n[clichés]\nelen síla = aiya, anar | aiya\nnamárië\n" +
			"[numerals]\nminë, min = 1\natta = 2\nminë = 9\n")},
		"qya/notes.md":   {Data: []byte("no list")},
		"sjn/gramma.txt": {Data: []byte("[function-words]\na\n")},
	}
}

func TestALanguageIsAFolderOfLists(t *testing.T) {
	p, err := read(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Names(), []string{"clichés", "empty", "function-words", "months", "numerals"}; !slices.Equal(got, want) {
		t.Errorf("lists %q, want %q", got, want)
	}
	if got, want := p.List("months"), []string{"Narvinyë", "Nénimë", "Súlimë"}; !slices.Equal(got, want) {
		t.Errorf("months %q, want %q", got, want)
	}
	if table := p.Table("numerals"); len(table) != 3 || table["minë"] != "1" || table["min"] != "1" || table["atta"] != "2" {
		t.Errorf("table %q", table)
	}
	if got := p.Table("clichés")["elen síla"]; got != "aiya, anar | aiya" {
		t.Errorf("replacements %q", got)
	}
	if got := p.Lines("clichés"); len(got) != 2 {
		t.Errorf("lines %q", got)
	}
}

func TestAListThatIsNotThereIsEmpty(t *testing.T) {
	p, err := read(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []*Lists{p, none, Of("xx")} {
		if p.Has("no") || p.List("no") != nil || p.Table("no")["i"] != "" || p.Lines("no") != nil {
			t.Error("a list that is not there has something in it")
		}
	}
	if !p.Has("empty") || p.List("empty") != nil {
		t.Error("an empty list")
	}
}

func TestARuleSupportsTheLanguagesThatHaveItsLists(t *testing.T) {
	all := open(elvish())
	if got := with(all, []string{"function-words"}); !slices.Equal(got, []string{"qya", "sjn"}) {
		t.Errorf("function words in %q", got)
	}
	if got := with(all, []string{"function-words", "months"}); !slices.Equal(got, []string{"qya"}) {
		t.Errorf("months in %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a list of no language passes")
		}
	}()
	with(all, []string{"mnths"})
}

func TestListsOfAllLanguagesAreOne(t *testing.T) {
	all := merge(open(elvish()))
	if got, want := all.List("function-words"), []string{"i", "ar", "na", "a"}; !slices.Equal(got, want) {
		t.Errorf("function words %q, want %q", got, want)
	}
	if got := all.Table("numerals")["atta"]; got != "2" {
		t.Errorf("a numeral of one language is %q", got)
	}
	if p, err := read(elvish(), "qya"); err != nil || len(p.List("function-words")) != 3 {
		t.Error("the pack of a language changed with them")
	}
}

func TestListsAreRefusedThatNobodyCouldMean(t *testing.T) {
	for name, data := range map[string]string{"twice": "[a]\nx\n[b]\ny\n[a]\nz\n", "homeless": "# remark\nx\n[a]\ny\n"} {
		if _, err := read(fstest.MapFS{"xx/a.txt": {Data: []byte(data)}}, "xx"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	twice := fstest.MapFS{"xx/a.txt": {Data: []byte("[a]\nx")}, "xx/b.txt": {Data: []byte("[a]\nx")}}
	if _, err := read(twice, "xx"); err == nil {
		t.Error("a list in two files: no error")
	}
}

func TestAListIsReadOnce(t *testing.T) {
	l, err := read(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if len(l.List("months")) != 3 || len(l.Table("numerals")) != 3 {
				t.Error("a list is not whole")
			}
		})
	}
	all.Wait()
	if n := testing.AllocsPerRun(100, func() { l.List("months"); l.Table("numerals"); l.Lines("months") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}

func TestTheListsOfTheProgramAreSound(t *testing.T) {
	folders, err := fs.ReadDir(files, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		p, err := read(files, f.Name())
		if err != nil {
			t.Error(err)
			continue
		}
		for _, name := range p.Names() {
			if len(p.Lines(name)) == 0 {
				t.Errorf("%s: the list %s is empty", f.Name(), name)
			}
		}
		if Of(f.Name()) == none {
			t.Errorf("%s is not registered", f.Name())
		}
	}
}
