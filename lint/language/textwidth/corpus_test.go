package textwidth

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

func TestTitleWidthsAgreeWithAnotherChecker(t *testing.T) {
	t.Run("drafts", titlesOfDrafts)
	t.Run("posts", titlesOfPosts)
}

// helvetica has the widths of the characters from space to z in thousandths of the size,
// as Adobe publishes them; Arial was made to have the same.
var helvetica = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
}

func titlesOfDrafts(t *testing.T) {
	measured := 0
	for _, draft := range corpus.Drafts(t) {
		title := parse.Parse(draft.Name, draft.Content, parse.Options{}).Title().String()
		want := 0.0
		for _, r := range title {
			if r < ' ' || r > 'z' {
				want = -1
				break
			}
			want += float64(helvetica[r-' ']) * 20 / 1000
		}
		if want < 0 {
			continue
		}
		measured++
		if got := Of(title, 20); math.Abs(got-want) > 1 {
			t.Errorf("%s: %q is %.2f px, want %.2f", draft.Name, title, got, want)
		}
	}
	if measured < 15 {
		t.Errorf("only %d titles were measured", measured)
	}
}

func titlesOfPosts(t *testing.T) {
	data, err := os.ReadFile(corpus.Shared(t, "oracle", "18f.yoast.jsonl"))
	if err != nil {
		t.Fatal(err)
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
