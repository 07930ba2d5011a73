package cache

import (
	"reflect"
	"strings"
	"testing"
)

type small struct {
	Name string
	N    int
}

type sample struct {
	Yes, No bool
	Low     int8
	High    uint64
	Text    string
	Again   string
	Empty   string
	Bytes   []byte
	Numbers []uint32
	List    []small
	None    []small
	Pointer *small
	Nil     *small
}

func example() sample {
	return sample{
		Yes: true, Low: -128, High: 1<<64 - 1, Text: "“text”\x00\xff", Again: "“text”\x00\xff",
		Bytes: []byte{0, 255}, Numbers: []uint32{0, 1, 1<<32 - 1},
		List: []small{{"a", -1}, {"", 1 << 40}, {"a", 0}}, Pointer: &small{Name: "p"},
	}
}

func TestValuesComeBackAsTheyWere(t *testing.T) {
	want := example()
	data, err := Encode(&want)
	if err != nil {
		t.Fatal(err)
	}
	var got sample
	if err := Decode(data, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v\n%+v", err, got, want)
	}
	for i := range data {
		if err := Decode(data[:i], new(sample)); err == nil {
			t.Errorf("the first %d of %d bytes are no error", i, len(data))
		}
	}
	if err := Decode(append(data, 0), new(sample)); err == nil {
		t.Error("a byte more is no error")
	}
}

func TestTextThatCannotBeDecodedAgainIsNotEncoded(t *testing.T) {
	if _, err := Encode(&struct{ hidden int }{}); err == nil || !strings.Contains(err.Error(), "hidden is not exported") {
		t.Errorf("%v", err)
	}
	if _, err := Encode(&struct{ F func() }{}); err == nil {
		t.Error("a function is encoded")
	}
}

func TestALineThatManyFindingsShareIsWrittenOnce(t *testing.T) {
	line := strings.Repeat("long ", 10_000)
	many := make([]small, 1000)
	for i := range many {
		many[i].Name = line
	}
	if data, err := Encode(&many); err != nil || len(data) > 2*len(line) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

func FuzzDecode(f *testing.F) {
	s := example()
	data, err := Encode(&s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte{1, 1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second sample
		if Decode(data, &first) != nil {
			return
		}
		again, err := Encode(&first)
		if err != nil {
			t.Fatal(err)
		}
		if err := Decode(again, &second); err != nil || !reflect.DeepEqual(first, second) {
			t.Fatalf("%v\n%+v\n%+v", err, first, second)
		}
	})
}
