package driver

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config"
)

func TestARuleThatFindsTooMuchIsCutOffAndSaysSo(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md": strings.Repeat("bad ", mostReported+2) + "sad\n",
		"b.md": strings.Repeat("bad ", mostReported) + "\n",
	})
	res := run(t, request(t, dir, config.Flags{}, "."))
	if got := len(res.Findings); got != 2*mostReported+1 {
		t.Errorf("%d findings, want %d: a thousand of each rule", got, 2*mostReported+1)
	}
	want := "[{a.md rule bad-word finds more than 1000 places; the rest is not listed}]"
	if got := fmt.Sprint(res.NotChecked); got != want {
		t.Errorf("not checked: %s, want %s", got, want)
	}
}
