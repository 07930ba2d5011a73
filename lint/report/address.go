package report

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Within returns a path relative to the root of the repository, clean and with slashes. A
// path outside of the root is only cleaned.
func (o Options) Within(name string) string {
	clean := path.Clean(filepath.ToSlash(name))
	if o.Root == "" || o.Dir == "" {
		return clean
	}
	whole := filepath.FromSlash(name)
	if !filepath.IsAbs(whole) {
		whole = filepath.Join(o.Dir, whole)
	}
	inside, err := filepath.Rel(o.Root, whole)
	if err != nil || !filepath.IsLocal(inside) {
		return clean
	}
	return filepath.ToSlash(inside)
}

// Reference returns a path as a URI: a relative one for a relative path, a file URI for an
// absolute one. Bytes that are not UTF-8 are percent-encoded.
func (o Options) Reference(name string) string {
	p := o.Within(name)
	if filepath.IsAbs(filepath.FromSlash(p)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(p, "/")}).String()
	}
	// A colon in the first segment would be taken for a scheme.
	return strings.ReplaceAll((&url.URL{Path: "/" + p}).EscapedPath()[1:], ":", "%3A")
}

// Address returns the address of the documentation of a rule, or "" if it is not one that
// other programs should open.
func (o Options) Address(f *engine.Finding) string {
	u, err := url.Parse(Hyperlink(About(f.Rule, f.Basis, o.Docs)))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// About returns the address of the documentation of a rule: that of its basis, otherwise its
// page under docs, otherwise "".
func About(name string, basis lint.Basis, docs string) string {
	if basis.URL == "" && docs != "" {
		return docs + url.PathEscape(name) + ".md"
	}
	return basis.URL
}

// Hyperlink percent-encodes every byte of an address outside printable ASCII, as OSC 8
// requires.
func Hyperlink(address string) string {
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if c := address[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
