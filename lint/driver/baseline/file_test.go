package baseline

import (
	"reflect"
	"strings"
	"testing"
)

func sample() contents {
	c := contents{}
	c.add("posts/b.md", key{"bare-url", "w2"}, 2, "“https://…” stands bare")
	c.add("posts/b.md", key{"bare-url", "w1"}, 1, "tab\there, \x1b[31mred\x1b[0m, \u202e and \U000e0001")
	c.add("posts/a \"b\" \\.md", key{"cliche", "w3"}, 1, "")
	c.add("posts/b.md", key{"bare-url", "w2"}, 1, "another message")
	return c
}

func TestWhatIsWrittenCanBeReadAgain(t *testing.T) {
	for _, c := range []contents{sample(), {}} {
		got, err := parse(c.encode())
		if err != nil {
			t.Fatalf("%v\n%s", err, c.encode())
		}
		if !reflect.DeepEqual(got, c) {
			t.Errorf("%+v, want %+v", got, c)
		}
	}
}

func TestAFileHasAnEntryALineInOrderAndNothingThatATerminalActsUpon(t *testing.T) {
	raw := string(sample().encode())
	if strings.ContainsAny(raw, "\x1b\t\u202e\U000e0001") {
		t.Errorf("%q", raw)
	}
	const want = `  "files": {
    "posts/a \"b\" \\.md": [
      {"rule": "cliche", "words": "w3", "message": ""}
    ],
    "posts/b.md": [
      {"rule": "bare-url", "words": "w1", "message": "tab\u0009here, \u001b[31mred\u001b[0m, \u202e and \udb40\udc01"},
      {"rule": "bare-url", "words": "w2", "count": 3, "message": "“https://…” stands bare"}
    ]
  }
}
`
	if !strings.HasSuffix(raw, want) {
		t.Errorf("%s\nwant at its end\n%s", raw, want)
	}
}

func TestAPathThatIsNoUTF8IsFoundAgain(t *testing.T) {
	s := &store{dir: "/repository", folders: map[string]string{"/repository/a": "/repository/a"}}
	path := s.path("/repository/a/\xff\xfe.md")
	c := contents{}
	c.add(path, key{"r", "w"}, 1, "")
	read, err := parse(c.encode())
	if err != nil || read[path] == nil {
		t.Errorf("%v, %v", read, err)
	}
}

func FuzzFile(f *testing.F) {
	f.Add(sample().encode())
	f.Add([]byte(`{"version": 1, "files": {"a": [{"rule": "r", "words": "w"}, {"rule": "r", "words": "w", "count": 2}]}}`))
	f.Add([]byte("<<<<<<< "))
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := parse(raw)
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
			return
		}
		again, err := parse(c.encode())
		if err != nil {
			t.Fatalf("%v\n%s", err, c.encode())
		}
		if string(again.encode()) != string(c.encode()) {
			t.Error("written twice, it differs")
		}
	})
}
