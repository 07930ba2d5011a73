package address

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestTargetsAreDistinguished(t *testing.T) {
	hosts := []string{"gazette.example", "www.sister.example"}
	for target, want := range map[string]lint.LinkKind{
		"/a":                                lint.Internal,
		"a/b.md":                            lint.Internal,
		"../a?b#c":                          lint.Internal,
		"?page=2":                           lint.Internal,
		"https://gazette.example/a":         lint.Internal,
		"HTTP://WWW.Gazette.example:80/a":   lint.Internal,
		"//gazette.example":                 lint.Internal,
		"https://sister.example":            lint.Internal,
		"https://gazette.example.":          lint.Internal,
		"https://gazette.example.evil.com":  lint.External,
		"https://evil.com@other.example/":   lint.External,
		"https://notgazette.example":        lint.External,
		"https://blog.gazette.example":      lint.External,
		"//cdn.example/x":                   lint.External,
		`\\cdn.example\x`:                   lint.External,
		"https://a.example/gazette.example": lint.External,
		"ftp://a.example":                   lint.External,
		"#a":                                lint.Fragment,
		"#":                                 lint.Fragment,
		"mailto:a@b.example":                lint.Email,
		"MailTo:a@b.example":                lint.Email,
		"tel:+44":                           lint.Other,
		"javascript:void(0)":                lint.Other,
		"data:text/plain,a":                 lint.Other,
		"":                                  lint.Other,
		"  ":                                lint.Other,
		"\uFFFC":                            lint.Other,
		"2024/05:notes.md":                  lint.Internal,
	} {
		if got := Classify(target, hosts); got != want {
			t.Errorf("%q is %s, want %s", target, got, want)
		}
	}
}
