package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// version is the version of the file format. It is incremented for changes that older
// versions of copychief would misread.
const version = 1

// about describes the file to people who open it.
const about = "Known findings, which copychief check sets aside. Written by copychief baseline."

// key identifies a finding in a draft.
type key struct{ rule, words string }

// entry is a known finding of a draft.
type entry struct {
	key
	count   int
	message string // for people who review the file
}

// entries are the entries of one draft.
type entries map[key]*entry

// contents are the entries of a baseline, by the path of the draft.
type contents map[string]entries

// add adds count occurrences of a finding.
func (c contents) add(path string, k key, count int, message string) {
	if c[path] == nil {
		c[path] = entries{}
	}
	if e := c[path][k]; e != nil {
		e.count += count
		return
	}
	c[path][k] = &entry{k, count, message}
}

// size returns the number of known findings and of drafts.
func (c contents) size() (findings, drafts int) {
	for _, of := range c {
		for _, e := range of {
			findings += e.count
		}
	}
	return findings, len(c)
}

// The file as JSON.
type fileJSON struct {
	About   string                 `json:"about"`
	Version int                    `json:"version"`
	Files   map[string][]entryJSON `json:"files"`
}

type entryJSON struct {
	Rule    string `json:"rule"`
	Words   string `json:"words"`
	Count   *int   `json:"count"`
	Message string `json:"message"`
}

// parse parses a baseline. The error says where it is invalid and what to do.
func parse(raw []byte) (contents, error) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	var in fileJSON
	var what struct{ Version int }
	if err := json.Unmarshal(raw, &what); err != nil {
		return nil, broken(raw, err)
	}
	switch v := what.Version; {
	case v == 0:
		return nil, fmt.Errorf("has no version, so it is not a baseline; %s", remedy)
	case v != version:
		return nil, fmt.Errorf("has version %d, but this copychief supports version %d; use the copychief that wrote it, or delete the file and run copychief baseline", v, version)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return nil, broken(raw, atOffset{d.InputOffset(), err})
	}
	out := contents{}
	for path, of := range in.Files {
		for _, e := range of {
			n := 1
			if e.Count != nil {
				n = *e.Count
			}
			if e.Rule == "" || e.Words == "" || n < 1 {
				return nil, fmt.Errorf("an entry of %q lacks a rule, words or a count above 0; %s", path, remedy)
			}
			out.add(path, key{e.Rule, e.Words}, n, e.Message)
		}
	}
	return out, nil
}

// encode encodes a baseline: drafts and entries are sorted and there is one entry per line,
// so that a change to one finding changes one line.
func (c contents) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"about\": %s,\n  \"version\": %d,\n  \"files\": {", quote(about), version)
	separator := "\n"
	for _, path := range slices.Sorted(maps.Keys(c)) {
		fmt.Fprintf(&b, "%s    %s: [\n", separator, quote(path))
		separator = ",\n"
		of := slices.SortedFunc(maps.Values(c[path]), func(a, b *entry) int {
			return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.words, b.words))
		})
		for i, e := range of {
			fmt.Fprintf(&b, `      {"rule": %s, "words": %s, `, quote(e.rule), quote(e.words))
			if e.count > 1 {
				fmt.Fprintf(&b, `"count": %d, `, e.count)
			}
			fmt.Fprintf(&b, `"message": %s}`, quote(e.message))
			if i < len(of)-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		b.WriteString("    ]")
	}
	if len(c) > 0 {
		b.WriteString("\n  ")
	}
	b.WriteString("}\n}\n")
	return b.Bytes()
}

// excerpt is the maximum length of a message in the file, in characters.
const excerpt = 120

// shorten truncates a message for the file.
func shorten(message string) string { return lint.Clip(excerpt, message) }

// quote returns a JSON string in which invisible characters are escaped, since people read
// the file and its diffs in terminals.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range validUTF8(s) {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x80 && r >= 0x20 && r != 0x7f, r >= 0x80 && unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// validUTF8 replaces bytes that are not UTF-8, which JSON cannot contain. Paths are
// compared in this form.
func validUTF8(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }
