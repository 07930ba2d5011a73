package cmd_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
)

func TestPageAboutStabilityHasTheVersionsOfTheFormats(t *testing.T) {
	page, err := os.ReadFile("../docs/stability.md")
	if err != nil {
		t.Fatal(err)
	}
	repository(t)
	calls := map[string]string{
		"JSON of `check`":        "copychief --format json --exit-zero content",
		"JSON lines of `check`":  "copychief --format jsonl --exit-zero content | tail -n 1",
		"JSON of `inspect`":      "copychief inspect --format json content",
		"JSON of `quotes`":       "copychief quotes --format json content",
		"JSON of `rules`":        "copychief rules --format json",
		"JSON of `config show`":  "copychief config show --format json content",
		"JSON of `config check`": "echo 'profile: blog' >ok.yml; copychief config check --format json ok.yml",
		"file of `baseline`":     "copychief baseline content >/dev/null; cat .copychief-baseline.json",
	}
	rows := regexp.MustCompile(`(?m)^\| (.*?) \| (\d+) \| \[`).FindAllStringSubmatch(string(page), -1)
	if len(rows) != len(calls) {
		t.Errorf("%d contracts on the page", len(rows))
	}
	for _, row := range rows {
		out, code := shell(t, calls[row[1]], nil)
		var said struct{ Version int }
		if err := json.Unmarshal([]byte(out), &said); err != nil || code != 0 || strconv.Itoa(said.Version) != row[2] {
			t.Errorf("%s: version %d, exit code %d, %v: %.300s", row[1], said.Version, code, err, out)
		}
	}
	sarif, code := shell(t, "copychief --format sarif --exit-zero content", nil)
	if code != 0 || !strings.Contains(sarif, `"copychief/v1"`) {
		t.Error("SARIF names its fingerprints otherwise")
	}
}

func TestPageAboutStabilityHasTheExitCodes(t *testing.T) {
	page, err := os.ReadFile("../docs/stability.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "## Exit codes")
	section, _, _ = strings.Cut(section, "## ")
	var codes []string
	for _, row := range regexp.MustCompile(`(?m)^\| (\d+) \|`).FindAllStringSubmatch(section, -1) {
		codes = append(codes, row[1])
	}
	var want []string
	for _, code := range []int{cmd.ExitClean, cmd.ExitFindings, cmd.ExitTrouble, cmd.ExitInterrupted} {
		want = append(want, strconv.Itoa(code))
	}
	if !slices.Equal(codes, want) {
		t.Errorf("%s, want %s", codes, want)
	}
}

func TestABaselineOfAnotherVersionIsRefused(t *testing.T) {
	repository(t)
	out, code := shell(t, `copychief baseline content >/dev/null
sed 's/"version": 1/"version": 2/' .copychief-baseline.json >newer.json
copychief --exit-zero --baseline newer.json content`, nil)
	if code != cmd.ExitTrouble || !strings.Contains(out, "newer.json") || !strings.Contains(out, "version") {
		t.Errorf("exit code %d: %s", code, out)
	}
}

func TestFingerprintsDependOnNoLineAndNoMessage(t *testing.T) {
	repository(t)
	const prints = `copychief --exit-zero --format json content | grep -o '"fingerprint": ".*"'`
	before, code := shell(t, prints, nil)
	after, then := shell(t, `{ head -n 4 content/library.md; printf 'A new line.\n\n'; tail -n +5 content/library.md; } >new && mv new content/library.md && `+prints, nil)
	if code != 0 || then != 0 || !strings.Contains(before, "fingerprint") || before != after {
		t.Errorf("exit codes %d and %d: %s became %s", code, then, before, after)
	}
}
