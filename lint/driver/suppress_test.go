package driver

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

func TestReasonsAreRequiredIfConfigured(t *testing.T) {
	for draft, want := range map[string]string{
		"<!-- copychief-ignore-file bad-word -->\n\nbad\n": "a.md:1:6 error bad-suppression: " +
			"Suppression gives no reason; write copychief-ignore-file bad-word: reason",
		"<!-- copychief-disable bad-word: -->\n\nbad\n\n<!-- copychief-enable bad-word -->\n": "a.md:1:6 error bad-suppression: " +
			"Suppression gives no reason; write copychief-disable bad-word: reason",
		"---\ncopychief: {ignore: [bad-word]}\n---\nbad\n": "a.md:2:22 error bad-suppression: " +
			"Suppression gives no reason; write copychief: {ignore: {RULE: reason}}",
		"---\ncopychief: {ignore: {bad-word: }}\n---\nbad\n": "a.md:2:22 error bad-suppression: " +
			"Suppression gives no reason; write copychief: {ignore: {bad-word: reason}}",
		"<!-- copychief-ignore bad-word: a law -->\n\nbad\n": "",
	} {
		dir := folder(t, map[string]string{"a.md": draft, ".copychief.yml": "require-reason: true"})
		res := run(t, request(t, dir, config.Flags{}, "."))
		var complaints []string
		for _, line := range strings.Split(ruletest.Format(res), "\n") {
			if strings.Contains(line, "bad-suppression") {
				complaints = append(complaints, line)
			}
		}
		if got := strings.Join(complaints, "\n"); got != want || res.CountStatus(engine.Suppressed) != 1 {
			t.Errorf("%q: %d suppressed, %s", draft, res.CountStatus(engine.Suppressed), got)
		}
	}
}

func TestASuppressionForTheSiteIsUnusedOnlyWhereAllOfTheSiteWasSeen(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "---\ntitle: x\ncopychief: {ignore: [same-title]}\n---\n\nx\n", "b.md": "---\ntitle: y\n---\n\ny\n"})
	wants(t, run(t, request(t, dir, config.Flags{}, "a.md")))
	wants(t, run(t, request(t, dir, config.Flags{}, ".")),
		"a.md:3:22 advice unused-suppression: Suppression of “same-title” matches no finding; remove it")
}

func TestTheEnginesOwnRulesCanBeSwitchedOff(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md":           "<!-- copychief-ignore bad-word, x -->\n\nx\n",
		".copychief.yml": "rules: {unused-suppression: off, bad-suppression: advice}",
	})
	wants(t, run(t, request(t, dir, config.Flags{}, ".")),
		"a.md:1:33 advice bad-suppression: Suppression of an unknown rule “x”")
	if res := run(t, request(t, dir, config.Flags{Only: []string{"sad-word"}}, ".")); res.Findings.Len() > 0 {
		t.Errorf("with --only: %s", ruletest.Format(res))
	}
}
