package engine

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/words"
	"github.com/copychief/copychief/lint/internal/packing"
)

// fill sets every field below a value to something else, with two elements in each list.
func fill(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), next)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), next)
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", *next))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(*next) * 1_000_003)
	case reflect.Uint8:
		v.SetUint(uint64(*next) % 4)
	default:
		panic("a finding has a field of kind " + v.Kind().String())
	}
}

// TestNothingOfAFindingIsLostInABundle fails if a new field of a finding is not packed.
func TestNothingOfAFindingIsLostInABundle(t *testing.T) {
	var full Finding
	next := 0
	fill(reflect.ValueOf(&full).Elem(), &next)
	other := full // on the same line, and with two digests
	other.Words, other.Same, other.Path = "0123456789abcdef", sentenceMark+"fedcba9876543210", "elsewhere.md"
	capital := Finding{Words: "0123456789ABCDEF", Same: "\x00\xff"}
	below := Finding{Finding: lint.Finding{Span: lint.Span{Start: 9, End: 3}, Message: strings.Repeat("long ", 100)}}
	want := []Finding{full, other, {}, capital, below}
	shared := new(packing.Table)
	for range 2 { // the second time, the table has all texts
		b := pack(want, shared)
		if diff := cmp.Diff(want, b.unpack(shared)); diff != "" {
			t.Error(diff)
		}
	}
	if b := pack(nil, shared); b != (bundle{}) || b.unpack(shared) != nil {
		t.Errorf("no findings became %+v", b)
	}
}

// wordy returns findings of a draft as rules make them.
func wordy(draft, number int) (all []Finding) {
	path := fmt.Sprintf("export.xml#the-harbour-and-its-bridges-%d", draft)
	for i := range number {
		line := fmt.Sprintf("<p>In draft %d, %s %d.</p>", draft, strings.Repeat("the council looks at the bridge of the harbour, ", 6), i/2)
		from := lint.Position{Line: 20 + i/2, Column: 100 + i}
		all = append(all, Finding{
			Finding: lint.Finding{
				Rule: "wordy-phrase", Severity: lint.Advice, Path: path, Span: lint.Span{Start: 4000 + 100*i, End: 4011 + 100*i},
				Message: "“In order to” can be shorter; write “to”",
				Fixes:   []lint.Fix{lint.Replace("Replace with “to”", false, lint.Span{Start: 4000 + 100*i, End: 4011 + 100*i}, "to")},
			},
			From: from, To: lint.Position{Line: from.Line, Column: from.Column + 11},
			Lines: []Line{{Number: from.Line, Text: line, Span: lint.Span{Start: 3900, End: 3900 + len(line)}}},
			Basis: lint.Basis{Kind: lint.Convention, Source: "The handbook of a house that has one", URL: "https://handbook.example.com/plain-words"},
			Words: words.Digest([]byte(line)), Same: sentenceMark + words.Digest([]byte(line[10:])),
		})
	}
	return all
}

// TestAPackedFindingTakesLittleMemory checks that packed findings, without the lines that they show, take
// at most a tenth of the size of the struct.
func TestAPackedFindingTakesLittleMemory(t *testing.T) {
	const drafts, each = 200, 6
	shared := new(packing.Table)
	bytes, lines := 0, 0
	for i := range drafts {
		findings := wordy(i, each)
		bytes += len(pack(findings, shared).data) + int(reflect.TypeFor[bundle]().Size())
		for k := 0; k < each; k += 2 { // two findings share a line
			lines += len(findings[k].Lines[0].Text)
		}
	}
	most := int(reflect.TypeFor[Finding]().Size()) / 5
	if got := (bytes - lines) / (drafts * each); got > most {
		t.Errorf("a packed finding takes %d bytes besides its line, want %d at most", got, most)
	}
}

// TestUnpackingAllocatesForTheDraftOnly checks that iterating over packed findings needs the memory of
// one draft: what is allocated for a draft can be collected before the next.
func TestUnpackingAllocatesForTheDraftOnly(t *testing.T) {
	const drafts, each = 2000, 6
	all := Findings{shared: new(packing.Table)}
	for i := range drafts {
		all.bundles = append(all.bundles, pack(wordy(i, each), all.shared))
	}
	var most, before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n := 0
	for f := range all.All() {
		if n++; n%(each*500) == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			if now.HeapAlloc > most.HeapAlloc {
				most = now
			}
		}
		_ = f.Message
	}
	if n != drafts*each || all.Len() != n {
		t.Errorf("%d findings of %d", n, all.Len())
	}
	runtime.KeepAlive(all)
	if grown := int64(most.HeapAlloc) - int64(before.HeapAlloc); grown > 256<<10 {
		t.Errorf("a walk holds %d KB", grown>>10)
	}
	allocs := testing.AllocsPerRun(10, func() {
		for _, b := range all.bundles[:100] {
			_ = b.unpack(all.shared)
		}
	})
	if perFinding := allocs / (100 * each); perFinding > 8 {
		t.Errorf("unpacking a finding allocates %.1f times", perFinding)
	}
}
