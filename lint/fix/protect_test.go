package fix

import (
	"bytes"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// whole is an article with markup in many dialects. Each "ab" in markup is in upper case.
const whole = "---\ntitle: Some ab here\n---\n\n" +
	"Prose with ab, `code AB`, $AB^2 + AB$ and <span title=\"AB\">ab</span>.\n\n" +
	"A [link ab](https://example.org/AB?AB=1 \"AB\") and https://AB.example/AB, :AB_AB: done.\n{: title=\"AB\" .AB}\n\n" +
	"```sh\nAB AB\n```\n\n{% highlight AB %}\nAB AB\n{% endhighlight %}\n\n" +
	"$$\nAB = \\sum AB\n$$\n\n\\[ AB \\]\n\n<%= link_to \"AB\" %> and [gallery ids=\"AB\"] ab\n\n" +
	"!!! note \"AB\"\n\n%%AB%% {{< figure alt=\"AB\" >}} ab\n\n[ref]: /AB \"AB\"\n"

// TestSafeFixesDoNotChangeMarkup proposes to swap each "ab", in any case, one by one. The
// fix must be accepted in prose and refused in markup.
func TestSafeFixesDoNotChangeMarkup(t *testing.T) {
	text := strings.ToLower(whole)
	o := fixed(t, text, swap{"every", "ab", "xy"})
	want := strings.ReplaceAll(whole, "ab", "xy")
	if got := string(o.Text); got != strings.ToLower(want) {
		t.Errorf("got\n%s\nwant\n%s", got, strings.ToLower(want))
	}
	if len(o.Rejected) == 0 {
		t.Error("nothing was refused")
	}
}

func TestAFixThatIsAboutAnAddressMayEditIt(t *testing.T) {
	text := "See [it](https://example.org/a?utm_source=b).\n"
	at := strings.Index(text, "?utm")
	propose := func(target bool) Outcome {
		read := func(text []byte) *lint.Document { return parse.Parse("a.md", text, parse.Options{}) }
		o, err := All([]byte(text), Draft{Parse: read, Check: func(now []byte) (Checked, error) {
			c := Checked{Doc: read(now)}
			if i := bytes.Index(now, []byte("?utm")); i >= 0 {
				f := lint.Replace("drop", true, lint.Span{Start: at, End: at + len("?utm_source=b")}, "")
				f.Markup = target
				c.Proposals = []Proposal{{Rule: "tracking", Fix: f}}
			}
			return c, nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	if o := propose(true); string(o.Text) != "See [it](https://example.org/a).\n" {
		t.Errorf("%q, %+v", o.Text, o.Rejected)
	}
	if o := propose(false); string(o.Text) != text || len(o.Rejected) != 1 {
		t.Errorf("%q, %+v", o.Text, o.Rejected)
	}
}

func TestNoFixOfWordsEditsATarget(t *testing.T) {
	for text, want := range map[string]string{
		"See [[ab cd]] and [[ab|ab]] and ab.\n": "See [[ab cd]] and [[ab|xy]] and xy.\n",
		"See ![[ab]] and [ab](ab.md).\n":        "See ![[ab]] and [xy](ab.md).\n",
	} {
		d := draft(swap{"every", "ab", "xy"})
		check := d.Check
		d.Check = func(text []byte) (Checked, error) {
			c, err := check(text)
			for i := range c.Proposals {
				c.Proposals[i].Fix.Safe = false
			}
			return c, err
		}
		o, err := All([]byte(text), d)
		if err != nil || string(o.Text) != want {
			t.Errorf("%q, want %q: %v", o.Text, want, err)
		}
	}
}

// FuzzSafeFix swaps a word everywhere and checks that no protected parts are lost.
func FuzzSafeFix(f *testing.F) {
	f.Add(whole)
	f.Add("a `a` <a href='a'>a</a> $a$ {a=a} [a]: a\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || strings.Count(text, "a") > 40 {
			return
		}
		read := func(text []byte) *lint.Document { return parse.Parse("a.md", text, parse.Options{}) }
		before := read([]byte(text))
		o, err := All([]byte(text), draft(swap{"a", "a", "zz"}))
		if err != nil || len(o.Applied) == 0 || before.Source.Codec != nil {
			return
		}
		g := newGuard()
		old, now := g.regions(before), g.regions(read(o.Text))
		for i := range old {
			if len(old[i]) > len(now[i]) {
				t.Fatalf("%q became %q: pattern %d matched %d times, and matches %d times", text, o.Text, i, len(old[i]), len(now[i]))
			}
		}
	})
}
