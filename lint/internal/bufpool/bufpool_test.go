package bufpool

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

type line struct {
	text  string
	at    int32
	whole bool
	more  []int
}

type list struct {
	lines []line
	bytes []byte
	count int
}

func TestOverwriteSpoilsMemoryBeyondTheLength(t *testing.T) {
	more := []int{1}
	v := &list{lines: make([]line, 1, 3), bytes: []byte("abc"), count: 7}
	v.lines[0] = line{"a", 1, false, more}
	Overwrite(v)
	for i, l := range v.lines[:3] {
		if l.text != Poisoned || l.at >= 0 || !l.whole || l.more != nil {
			t.Errorf("line %d is %+v", i, l)
		}
	}
	if string(v.bytes) != "\xff\xff\xff" || len(v.lines) != 1 || v.count != 7 || more[0] != 1 {
		t.Errorf("%+v, %v", v, more)
	}
}

func TestAReleasedValueIsReused(t *testing.T) {
	built, reused := 0, 0
	fact := NewFact(func(d *lint.Document, into *list) {
		built++
		if cap(into.lines) > 0 {
			reused++
		}
		into.lines = append(into.lines[:0], line{text: d.Language})
	})
	const documents = 100
	for range documents {
		d := &lint.Document{Language: "en"}
		for range 2 {
			if got := fact.Of(d).lines[0].text; got != "en" {
				t.Fatalf("the language is %q", got)
			}
		}
		Release(d)
		Release(d) // does nothing
	}
	if built != documents || reused < documents/4 { // the race detector has pools drop some
		t.Errorf("%d built, %d in memory of another", built, reused)
	}
}

func TestTwoDocumentsAtOnceHaveMemoryOfTheirOwn(t *testing.T) {
	fact := NewFact(func(d *lint.Document, into *list) {
		into.lines = append(into.lines[:0], line{text: d.Language})
	})
	for range 10 {
		a, b := &lint.Document{Language: "en"}, &lint.Document{Language: "de"}
		if fact.Of(a).lines[0].text+fact.Of(b).lines[0].text != "ende" {
			t.Error("one document shows in the other")
		}
		Release(a)
		Release(a)
		c := &lint.Document{Language: "fr"}
		if fact.Of(c).lines[0].text+fact.Of(b).lines[0].text != "frde" {
			t.Error("a document shows in one that is in use")
		}
		Release(b)
		Release(c)
	}
}

func TestAReleasedDocumentHasNoNewFacts(t *testing.T) {
	fact := NewFact(func(_ *lint.Document, into *list) { into.count = 1 })
	d := &lint.Document{}
	Release(d)
	defer func() {
		if recover() == nil {
			t.Error("a fact about a released document was built")
		}
	}()
	fact.Of(d)
}
