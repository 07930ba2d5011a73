package href

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

func TestParseReadsWhatBrowsersFollow(t *testing.T) {
	for target, want := range map[string]URL{
		"https://a.example":                    {"https", "a.example", "", ""},
		"HTTP://me:pw@A.example:80/x?y=1#z?w":  {"HTTP", "A.example", "/x", "y=1"},
		"//a.example/":                         {"", "a.example", "/", ""},
		"http://[::1]:8080/":                   {"http", "[::1]", "/", ""},
		"https://a.example?b=//c":              {"https", "a.example", "", "b=//c"},
		"https://a.example/2014/http://b.test": {"https", "a.example", "/2014/http://b.test", ""},
	} {
		if got, ok := Parse(target); !ok || got != want {
			t.Errorf("%s: got %+v, %v", target, got, ok)
		}
	}
	for _, target := range []string{"", "/a//b", "a.md", "mailto:a@b.example", "ftp://a.example/", "https:", "https://", "#a//b"} {
		if got, ok := Parse(target); ok {
			t.Errorf("%s: got %+v", target, got)
		}
	}
}

func TestAddressesInMemoryOfAnotherDraft(t *testing.T) {
	for range 4 {
		for _, targets := range [][]string{{"https://a.example/b?c", "d.md", "//e.example"}, {"http://f.example"}, {}} {
			d := &lint.Document{}
			for _, target := range targets {
				d.Links = append(d.Links, lint.Link{Target: lint.Verbatim(target, 0)})
			}
			got := Of(d)
			if len(got) != len(targets) {
				t.Fatalf("%d addresses of %d links", len(got), len(targets))
			}
			for i, target := range targets {
				if want, _ := Parse(target); got[i] != want {
					t.Errorf("%s: got %+v", target, got[i])
				}
			}
			bufpool.Release(d)
			bufpool.Overwrite(&got)
		}
	}
}

func TestKnownHostsAnswerSecurely(t *testing.T) {
	for address, want := range map[string]bool{
		"http://en.Wikipedia.org/wiki/Ferry": true,
		"http://ada.github.io/":              true,
		"http://ferry.dev":                   true,
		"http://ferry.example/":              false,
		"http://notwikipedia.org/":           false,
		"http://wikipedia.org.example/":      false,
	} {
		if a, _ := Parse(address); a.AnswersSecurely() != want {
			t.Errorf("%s: %v", address, !want)
		}
	}
	for host := range secureHosts {
		if host != strings.ToLower(host) || strings.ContainsAny(host, "/: ") {
			t.Errorf("%q is no host in lower case", host)
		}
	}
}
