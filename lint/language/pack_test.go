package language

import (
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
)

// A language comes as a folder of files and as nothing else.
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
	p, err := readPack(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.names(), []string{"clichés", "empty", "function-words", "months", "numerals"}; !slices.Equal(got, want) {
		t.Errorf("lists %q, want %q", got, want)
	}
	if got, want := p.List("months"), []string{"Narvinyë", "Nénimë", "Súlimë"}; !slices.Equal(got, want) {
		t.Errorf("months %q, want %q", got, want)
	}
	words := p.Words("function-words")
	for w, want := range map[string]bool{"i": true, "AR": true, "na": true, "the": false, "elen": false} {
		if words.HasWord(w) != want {
			t.Errorf("function word %q: %v", w, !want)
		}
	}
	if both := p.Words("function-words", "months"); !both.HasWord("na") || !both.HasWord("nenime") || both.HasWord("atta") {
		t.Error("two lists are not one set")
	}
	if hits := p.Phrases("clichés").In("Elen síla, namárië"); len(hits) != 2 || hits[0].Entry != (Entry{"elen síla", "clichés"}) {
		t.Errorf("phrases %v", hits)
	}
	if hits := p.Phrases("clichés", "months").In("namárië, súlimë"); len(hits) != 2 || hits[1].Entry.Class != "months" {
		t.Errorf("phrases of two lists %v", hits)
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
	p, err := readPack(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []*Pack{p, emptyPack, PackOf("xx")} {
		if p.Has("no") || p.Words("no").HasWord("i") || p.Words("no", "none").HasWord("i") || len(p.Phrases("no").In("i ar")) > 0 ||
			len(p.Phrases("no", "none").In("i")) > 0 || p.List("no") != nil || p.Table("no")["i"] != "" || p.Lines("no") != nil {
			t.Error("a list that is not there has something in it")
		}
	}
	if !p.Has("empty") || p.Words("empty").HasWord("i") {
		t.Error("an empty list")
	}
}

func TestARuleKnowsTheLanguagesThatHaveItsLists(t *testing.T) {
	packs := openPacks(elvish())
	if got := withLists(packs, []string{"function-words"}); !slices.Equal(got, []string{"qya", "sjn"}) {
		t.Errorf("function words in %q", got)
	}
	if got := withLists(packs, []string{"function-words", "months"}); !slices.Equal(got, []string{"qya"}) {
		t.Errorf("months in %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a list of no language passes")
		}
	}()
	withLists(packs, []string{"mnths"})
}

func TestListsOfAllLanguagesAreOne(t *testing.T) {
	all := merge(openPacks(elvish()))
	if got, want := all.List("function-words"), []string{"i", "ar", "na", "a"}; !slices.Equal(got, want) {
		t.Errorf("function words %q, want %q", got, want)
	}
	if got := all.Table("numerals")["atta"]; got != "2" {
		t.Errorf("a numeral of one language is %q", got)
	}
	if p, err := readPack(elvish(), "qya"); err != nil || len(p.List("function-words")) != 3 {
		t.Error("the pack of a language changed with them")
	}
}

func TestListsAreRefusedThatNobodyCouldMean(t *testing.T) {
	for name, data := range map[string]string{"twice": "[a]\nx\n[b]\ny\n[a]\nz\n", "homeless": "# remark\nx\n[a]\ny\n"} {
		if _, err := readPack(fstest.MapFS{"xx/a.txt": {Data: []byte(data)}}, "xx"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	twice := fstest.MapFS{"xx/a.txt": {Data: []byte("[a]\nx")}, "xx/b.txt": {Data: []byte("[a]\nx")}}
	if _, err := readPack(twice, "xx"); err == nil {
		t.Error("a list in two files: no error")
	}
}

func TestAListIsCompiledOnce(t *testing.T) {
	p, err := readPack(elvish(), "qya")
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	sets, lexicons := make([]*WordSet, 8), make([]*Lexicon, 8)
	for i := range sets {
		all.Go(func() {
			sets[i], lexicons[i] = p.Words("months"), p.Phrases("clichés")
			p.Words("months", "numerals")
			p.Table("numerals")
		})
	}
	all.Wait()
	for i := range sets {
		if sets[i] != sets[0] || lexicons[i] != lexicons[0] {
			t.Error("a list was compiled twice")
		}
	}
	if p.Words("months", "numerals") != p.Words("months", "numerals") || p.Phrases("months", "numerals") != p.Phrases("months", "numerals") {
		t.Error("a combination was compiled twice")
	}
	if n := testing.AllocsPerRun(100, func() { p.Words("months"); p.Phrases("clichés"); p.List("months"); p.Table("numerals") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}

func TestThePacksOfTheProgramAreSound(t *testing.T) {
	folders, err := fs.ReadDir(packFiles, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		p, err := readPack(packFiles, f.Name())
		if err != nil {
			t.Error(err)
			continue
		}
		for _, name := range p.names() {
			if len(p.Lines(name)) == 0 {
				t.Errorf("%s: the list %s is empty", f.Name(), name)
			}
		}
		if PackOf(f.Name()+"-XX") == emptyPack {
			t.Errorf("%s is not registered", f.Name())
		}
	}
}
