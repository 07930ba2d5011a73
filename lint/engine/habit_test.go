package engine_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// dotted returns a rule about a form: a paragraph that ends with a full stop.
func dotted(habit lint.Habit) *lint.Rule {
	r := ruletest.New("dotted", lint.Warning, func(p *lint.Pass) {
		for _, b := range p.Doc.Paragraphs() {
			if text := b.Text.String(); text[len(text)-1] == '.' {
				p.Report(lint.Finding{Span: b.Text.All(), Message: "Full stop"})
			}
		}
	})
	r.Habit = habit
	return r
}

// folder returns drafts, some of which have the form.
func folder(name string, with, without int) (drafts []engine.Draft) {
	for i := range with + without {
		text := "A ferry"
		if i < with {
			text = "A ferry."
		}
		drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("%s/%03d.md", name, i), Content: []byte("## Times\n\n" + text + "\n")})
	}
	return drafts
}

func TestAFormOfManyDraftsIsThePractice(t *testing.T) {
	some := lint.Habit{Does: "end with a full stop"}
	for _, c := range []struct {
		of     lint.Habit
		drafts []engine.Draft
		held   int
	}{
		{some, folder("posts", 30, 70), 30},
		{some, folder("posts", 29, 71), 0},
		{some, folder("posts", 6, 14), 6},
		{some, folder("posts", 6, 13), 0}, // too few drafts
		{some, folder("posts", 6, 2), 6},  // but nearly all of them
		{some, folder("posts", 5, 2), 0},
		{lint.Habit{Does: "end with a full stop", Most: true}, folder("posts", 6, 2), 0},
		{lint.Habit{Does: "end with a full stop", Most: true}, folder("posts", 44, 56), 0},
		{lint.Habit{Does: "end with a full stop", Most: true}, folder("posts", 45, 55), 45},
		{lint.Habit{Does: "end with a full stop", Of: lint.ImagePart}, folder("posts", 50, 50), 0}, // no draft has an image
		{lint.Habit{Does: "end with a full stop", Of: lint.HeadingPart}, folder("posts", 50, 50), 50},
		{some, slices.Concat(folder("blog", 1, 60), folder("docs", 60, 20)), 60}, // a slip in the blog
		{some, slices.Concat(folder("blog", 9, 51), folder("docs", 60, 20)), 69}, // the site decides
		{some, slices.Concat(folder("blog/a", 8, 2), folder("blog/b", 8, 2)), 16},
		{lint.Habit{}, folder("posts", 50, 50), 0},
	} {
		res := runRule(t, dotted(c.of), config.Flags{}, c.drafts...)
		if n := res.CountStatus(engine.Practice); n != c.held {
			t.Errorf("%+v, %d drafts: %d held back, want %d", c.of, len(c.drafts), n, c.held)
		}
		noted := 0
		for _, n := range res.Practice {
			noted += n.Withheld
		}
		if noted != c.held {
			t.Errorf("%+v, %d drafts: %d in the notes, want %d", c.of, len(c.drafts), noted, c.held)
		}
	}
}

func TestTheNoteOnAPracticeHasItsShareAndAnExample(t *testing.T) {
	res := runRule(t, dotted(lint.Habit{Does: "end with a full stop"}), config.Flags{}, folder("posts", 12, 28)...)
	want := []engine.PracticeNote{{Rule: "dotted", Does: "end with a full stop", Present: 12, Articles: 40, Withheld: 12, Example: "posts/000.md:3"}}
	if !slices.Equal(res.Practice, want) {
		t.Errorf("%+v, want %+v", res.Practice, want)
	}
}

func TestNamingARuleAsksForItsFindings(t *testing.T) {
	rule := dotted(lint.Habit{Does: "end with a full stop"})
	for _, flags := range []config.Flags{{Only: []string{"dotted"}}, {Rules: map[string]string{"dotted": "advice"}}} {
		if res := runRule(t, rule, flags, folder("posts", 30, 30)...); res.CountStatus(engine.Active) != 30 || len(res.Practice) != 0 {
			t.Errorf("%+v: %d findings, %+v", flags, res.CountStatus(engine.Active), res.Practice)
		}
	}
}

// The practice is that of all drafts, whatever the number of workers and the order in which
// they check the drafts.
func TestThePracticeDoesNotDependOnTheOrder(t *testing.T) {
	rule := dotted(lint.Habit{Does: "end with a full stop"})
	conf, err := config.NewResolver([]*lint.Rule{rule}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New([]*lint.Rule{rule}, conf)
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(folder("blog", 9, 51), folder("docs/a", 7, 13), folder("docs/b", 3, 50))
	var first string
	for _, jobs := range []int{1, 2, 8} {
		outcomes := make([]*engine.Outcome, len(all))
		err := parallel.For(t.Context(), jobs, len(all), func(i int) {
			d := all[len(all)-1-i]
			d.Settings, _ = conf.For(config.NoFile(""), d.Path)
			d.Doc, _ = engine.Parse(d.Path, d.Content, d.Settings.Parse)
			outcomes[len(all)-1-i] = e.Check(t.Context(), &d)
		})
		if err != nil {
			t.Fatal(err)
		}
		notes, err := e.Finish(t.Context(), outcomes, false, jobs)
		if err != nil {
			t.Fatal(err)
		}
		res := engine.Collect(outcomes, false)
		got := fmt.Sprintf("%+v\n", notes)
		for i := range res.Findings.List() {
			got += fmt.Sprintln(res.Findings.List()[i].Path, res.Findings.List()[i].Status)
		}
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("with %d workers:\n%s\nwith one:\n%s", jobs, got, first)
		}
	}
}

// A rule about the site fires after all drafts have been checked.
func TestARuleAboutTheSiteMayHaveAHabit(t *testing.T) {
	rule := &lint.Rule{Name: "alike", Severity: lint.Warning, Habit: lint.Habit{Does: "are alike"}, NewSite: func() lint.SiteChecker {
		return ruletest.CheckSite(func(p *lint.SitePass) {
			for i, page := range p.Pages {
				if i < 10 {
					p.Report(page, lint.Finding{Message: "Alike"})
				}
			}
		})
	}}
	for n, held := range map[int]int{30: 10, 50: 0} {
		if res := runRule(t, rule, config.Flags{}, folder("posts", 0, n)...); res.CountStatus(engine.Practice) != held || res.Findings.Len() != 10 {
			t.Errorf("of %d drafts: %d of %d held back, want %d", n, res.CountStatus(engine.Practice), res.Findings.Len(), held)
		}
	}
}
