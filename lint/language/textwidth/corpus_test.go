package textwidth

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func TestTitleWidthsAgreeWithAnotherChecker(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(langtest.Shared, "oracle", "18f.yoast.jsonl"))
	if err != nil {
		t.Skip("no measurements to compare with")
	}
	near, all := 0, 0
	for line := range strings.Lines(string(data)) {
		var m struct {
			Path, Title string
			Research    struct{ PageTitleWidthExact float64 }
		}
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		all++
		if w := Of(m.Title, 20); math.Abs(w-m.Research.PageTitleWidthExact) <= 1 {
			near++
		} else {
			t.Logf("%s: %q is %.2f px here, %.2f there", m.Path, m.Title, w, m.Research.PageTitleWidthExact)
		}
	}
	if share := float64(near) / float64(all); share < 0.99 {
		t.Errorf("%.1f %% of %d titles agree within 1 px", 100*share, all)
	}
}
