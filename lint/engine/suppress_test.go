package engine_test

import (
	"testing"

	"github.com/copychief/copychief/lint/config"
)

func TestSuppressionsApplyWhereTheyAreWritten(t *testing.T) {
	for name, c := range map[string]struct {
		draft string
		want  []string
	}{
		"next block": {"bad\n\n<!-- copychief-ignore bad-word: quoted law -->\n\nbad\nand bad\n\nbad\n", []string{
			"a.md:1:1 warning bad-word: Found bad", "a.md:5:1 warning bad-word: Found bad (suppressed: quoted law)",
			"a.md:6:5 warning bad-word: Found bad (suppressed: quoted law)", "a.md:8:1 warning bad-word: Found bad"}},
		"own block": {"bad and <!-- copychief-ignore bad-word --> bad\n\nbad\n", []string{
			"a.md:1:1 warning bad-word: Found bad (suppressed: )", "a.md:1:44 warning bad-word: Found bad (suppressed: )",
			"a.md:3:1 warning bad-word: Found bad"}},
		"a list": {"<!-- copychief-ignore bad-word: a -->\n\n- bad\n- bad\n\nbad\n", []string{
			"a.md:3:3 warning bad-word: Found bad (suppressed: a)", "a.md:4:3 warning bad-word: Found bad (suppressed: a)",
			"a.md:6:1 warning bad-word: Found bad"}},
		"two rules": {"<!-- copychief-ignore bad-word, sad-word: a -->\n\nbad sad\n", []string{
			"a.md:3:1 warning bad-word: Found bad (suppressed: a)", "a.md:3:5 error sad-word: Found sad (suppressed: a)"}},
		"range": {"<!-- copychief-disable bad-word: a -->\n\nbad\n\nbad\n\n<!-- copychief-enable bad-word -->\n\nbad\n", []string{
			"a.md:3:1 warning bad-word: Found bad (suppressed: a)", "a.md:5:1 warning bad-word: Found bad (suppressed: a)",
			"a.md:9:1 warning bad-word: Found bad"}},
		"open range": {"bad\n\n<!-- copychief-disable bad-word: a -->\n\nbad", []string{
			"a.md:1:1 warning bad-word: Found bad", "a.md:5:1 warning bad-word: Found bad (suppressed: a)"}},
		"file": {"bad\n\n<!-- copychief-ignore-file bad-word: a -->\n", []string{
			"a.md:1:1 warning bad-word: Found bad (suppressed: a)"}},
		"front matter": {"---\ntitle: x\ncopychief:\n  ignore: [bad-word, sad-wort]\n---\n\nbad\n", []string{
			"a.md:4:22 error bad-suppression: Suppression of an unknown rule “sad-wort”; did you mean “sad-word”?",
			"a.md:7:1 warning bad-word: Found bad (suppressed: )"}},
		"unused": {"<!-- copychief-ignore bad-word, sad-word: a -->\n\nsad\n", []string{
			"a.md:1:23 advice unused-suppression: Suppression of “bad-word” matches no finding; remove it",
			"a.md:3:1 error sad-word: Found sad (suppressed: a)"}},
		"skipped or off is not unused": {"<!-- copychief-ignore missing-phrase -->\n\nx\n", nil},
		"unknown": {"<!-- copychief-ignore bad-wurd -->\n\nbad\n", []string{
			"a.md:1:23 error bad-suppression: Suppression of an unknown rule “bad-wurd”; did you mean “bad-word”?",
			"a.md:3:1 warning bad-word: Found bad"}},
		"no name": {"<!-- copychief-ignore: because -->\n\nbad\n", []string{
			"a.md:1:6 error bad-suppression: Suppression names no rule; write copychief-ignore RULE: reason",
			"a.md:3:1 warning bad-word: Found bad"}},
		"verb": {"<!-- copychief-ingore bad-word -->\n\nx\n", []string{
			"a.md:1:6 error bad-suppression: Unknown comment “copychief-ingore”; write copychief-ignore, -disable, -enable or -ignore-file"}},
		"twice": {"<!-- copychief-disable bad-word: a -->\n\n<!-- copychief-disable bad-word: b -->\n\nbad\n", []string{
			"a.md:3:24 error bad-suppression: Rule “bad-word” is disabled already; remove this, or enable it before",
			"a.md:5:1 warning bad-word: Found bad (suppressed: a)"}},
		"own": {"<!-- copychief-ignore-file unused-suppression: a -->\n\nx\n", []string{
			"a.md:1:28 error bad-suppression: Rule “unused-suppression” cannot be suppressed in a draft; set it in .copychief.yml"}},
		"enable": {"<!-- copychief-enable bad-word -->\n\nx\n", []string{
			"a.md:1:23 error bad-suppression: Rule “bad-word” is not disabled here; remove copychief-enable or correct the name"}},
	} {
		t.Run(name, func(t *testing.T) {
			wants(t, check(t, map[string]string{"a.md": c.draft}, config.Flags{}), c.want...)
		})
	}
}

func TestMetadataSuppressesInEveryFormat(t *testing.T) {
	for name, draft := range map[string]string{
		"list.md":   "---\ntitle: x\ncopychief:\n  ignore:\n  - 'bad-word, sad-word: a law'\n---\n\nbad\n",
		"map.md":    "---\ntitle: x\ncopychief: {ignore: {bad-word: a law}}\n---\n\n\n\nbad\n",
		"toml.md":   "+++\ntitle = 'x'\n\n[copychief.ignore]\nbad-word = 'a law'\n+++\n\nbad\n",
		"lines.txt": "Title: x\nCopychief-Ignore: bad-word: a law\n\n\n\n\n\nbad\n",
		"head.html": "<title>x</title>\n<meta name=copychief-ignore content='bad-word: a law'>\n\n\n\n\n\nbad\n",
	} {
		wants(t, check(t, map[string]string{name: draft}, config.Flags{Only: []string{"bad-word"}}),
			name+":8:1 warning bad-word: Found bad (suppressed: a law)")
	}
}

func TestMDXCommentsSuppressToo(t *testing.T) {
	wants(t, check(t, map[string]string{"a.mdx": "{/* copychief-ignore bad-word: a */}\n\nbad\n"}, config.Flags{}), "a.mdx:3:1 warning bad-word: Found bad (suppressed: a)")
}
