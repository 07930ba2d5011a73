package html

import (
	"reflect"
	"slices"
	"testing"
)

var plainChunks = []string{
	"<p>text</p>",
	"<div class=\"a b\" id='c'>\n<img src=\"a.png\" alt=\"a > b\"/>\n</div>\n",
	"<br/><br />",
	"<!-- a note -->\n<!--b--><hr>",
	"</script></p>\n</div\n>",
	"<input disabled data-x=\"y\" aria-label=''>",
}

var oddChunks = []string{
	"<a href = \"x\">y</a >", "<iframe src=\"x\"></iframe>", "<h2 id=\"a\"b>", "<p\"a\">", "<x-y a:b=\"c\">",
	"<!---->", "<!--->", "<!-->", "<!-- a -- b -->", "<!-- a --!>", "<!-- a", "<p", "<p a=\"b", "<p a=b>", "<a/b>", "<p / >",
	"<1>", "</ p>", "</p a=\"b\">", "<?a?>", "<!doctype html>", "a < b", "a <",
}

func TestPlainHTMLIsReadAsTheTokenizerReadsIt(t *testing.T) {
	for _, s := range plainChunks {
		if !sameTokens(t, []byte(s)) {
			t.Errorf("%q was left to the tokenizer", s)
		}
	}
	for _, s := range oddChunks {
		if sameTokens(t, []byte(s)) {
			t.Errorf("%q was read without the tokenizer", s)
		}
	}
}

// sameTokens compares the tokens of quickTokens with the tokenizer's and reports
// whether quickTokens returned any.
func sameTokens(t *testing.T, src []byte) bool {
	t.Helper()
	quick, ok := quickTokens(nil, src, 0, len(src))
	if slow := tokenize(nil, src, 0, len(src)); ok && !reflect.DeepEqual(quick, slow) {
		t.Errorf("%q: got %+v, the tokenizer has %+v", src, quick, slow)
	}
	return ok
}

func FuzzQuickTokens(f *testing.F) {
	for _, s := range slices.Concat(plainChunks, oddChunks) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { sameTokens(t, src) })
}
