package git

import (
	"strings"
	"testing"
)

// FuzzPatch reads what is nearly the output of git diff: whatever it is, it is read or
// refused.
func FuzzPatch(f *testing.F) {
	const record = ":100644 100644 1111 2222 M\x00a.md\x00"
	for _, seed := range []string{
		"", "\x00", record, ":100644 100644 1111 2222 R056\x00a.md\x00b.md\x00",
		record + "\x00diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1 @@ x\n-a\n-b\n+c\n\\ No newline at end of file\n",
		record + "\x00diff --git a/a.md b/a.md\nBinary files a/a.md and b/a.md differ\n",
		"\x00Binary files a/a.md and b/a.md differ\n", "\x00@@ -1 +1 @@\n-a\n+b\n",
		record + "\x00diff --git a/b.md b/b.md\n", record + "\x00diff --git a/a.md b/a.md\n@@ -1 +1 @@\n a\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, out string) {
		p := &patch{}
		if err := p.read(strings.NewReader(out)); err != nil {
			return
		}
		for _, file := range p.files() {
			for _, l := range file.Lines {
				if l.To < l.From-1 {
					t.Errorf("%q has the lines %v", file.Path, l)
				}
			}
		}
	})
}

func TestALineLongerThanTheBufferIsReadToItsEnd(t *testing.T) {
	long := strings.Repeat("x", 1<<18)
	p := &patch{}
	err := p.read(strings.NewReader(":100644 100644 1111 2222 M\x00a.md\x00\x00diff --git a/a.md b/a.md\n@@ -1 +1,2 @@ " + long + "\n-" + long + "\n+" + long + "\n+y\n@@ -9 +10 @@\n-a\n+b\n"))
	if err != nil || len(p.records) != 1 || len(p.records[0].Lines) != 2 || p.records[0].Lines[1] != (Lines{10, 10}) {
		t.Errorf("%+v, %v", p.records, err)
	}
}
