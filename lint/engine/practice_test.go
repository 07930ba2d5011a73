package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// undescribed returns a rule with an Absence.
func undescribed() *lint.Rule {
	r := ruletest.New("undescribed", lint.Warning, func(p *lint.Pass) {
		if p.Doc.Meta.Description().Len() > 0 {
			p.Present()
			return
		}
		p.Report(lint.Finding{Span: p.Doc.Top(), Message: "No description"})
	})
	r.Absence, r.Articles = "have a description", true
	return r
}

// site returns monthly dated drafts in a folder, with and without a description.
func site(folder string, with, without int) (drafts []engine.Draft) {
	for i := range with + without {
		content := fmt.Sprintf("---\ntitle: Day %d\ndate: 2026-%02d-01\n", i, i%12+1)
		if i < with {
			content += "description: What happened\n"
		}
		drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("%s/%02d.md", folder, i), Content: []byte(content + "---\n\nText.\n")})
	}
	return drafts
}

func runRule(t *testing.T, rule *lint.Rule, flags config.Flags, drafts ...engine.Draft) *engine.Result {
	t.Helper()
	conf, err := config.NewResolver([]*lint.Rule{rule}, flags)
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New([]*lint.Rule{rule}, conf)
	if err != nil {
		t.Fatal(err)
	}
	res, err := e.Run(t.Context(), false, drafts...)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestAnAbsenceCountsByThePracticeOfThePlace(t *testing.T) {
	for _, c := range []struct {
		with, without, want int
	}{
		{0, 20, 0}, // no article has one
		{1, 19, 0},
		{19, 1, 1},  // all other articles have one
		{10, 10, 0}, // half of them: undecided
		{13, 7, 0},  // two thirds are not enough either
		{2, 3, 3},   // too few articles
	} {
		res := runRule(t, undescribed(), config.Flags{}, site("posts", c.with, c.without)...)
		withheld := 0
		for _, n := range res.Practice {
			withheld += n.Withheld
		}
		active, held := res.CountStatus(engine.Active), res.CountStatus(engine.Practice)
		if active+held != c.without || held != withheld {
			t.Errorf("%d with and %d without: %d findings, %d held back, %d in the notes", c.with, c.without, active, held, withheld)
		}
		if active != c.want {
			t.Errorf("%d with and %d without: %d findings, want %d", c.with, c.without, active, c.want)
		}
	}
	res := runRule(t, undescribed(), config.Flags{}, site("posts", 19, 1)...)
	if !strings.HasSuffix(res.Findings.List()[0].Message, " (19 of 20 articles here have a description)") {
		t.Errorf("%s", res.Findings.List()[0].Message)
	}
}

func TestTheNearestFolderSetsThePractice(t *testing.T) {
	drafts := append(site("blog", 12, 1), site("docs", 0, 40)...)
	res := runRule(t, undescribed(), config.Flags{}, drafts...)
	if res.CountStatus(engine.Active) != 1 || !strings.HasPrefix(res.Findings.List()[0].Path, "blog/") {
		t.Errorf("%s", ruletest.Format(res))
	}
	if len(res.Practice) != 1 || res.Practice[0].Present != 12 || res.Practice[0].Articles != 53 || res.Practice[0].Withheld != 40 {
		t.Errorf("%+v", res.Practice)
	}
}

func TestFoldersOfTheSameNameHaveOnePractice(t *testing.T) {
	var drafts []engine.Draft
	for i := range 10 {
		drafts = append(drafts, site(fmt.Sprintf("docs/%02d", i), 2, 0)...)
		drafts = append(drafts, site(fmt.Sprintf("docs/%02d/practice", i), 0, 1)...)
	}
	if res := runRule(t, undescribed(), config.Flags{}, drafts...); res.CountStatus(engine.Active) != 0 || res.CountStatus(engine.Practice) != 10 {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestConfiguredSeverityOverridesThePractice(t *testing.T) {
	flags := config.Flags{Rules: map[string]string{"undescribed": "warning"}}
	if res := runRule(t, undescribed(), flags, site("posts", 0, 20)...); res.Findings.Len() != 20 || len(res.Practice) != 0 {
		t.Errorf("%d findings, %+v", res.Findings.Len(), res.Practice)
	}
}

func TestRulesAboutArticlesSkipOtherDrafts(t *testing.T) {
	drafts := append(site("posts", 3, 1), engine.Draft{Path: "README.md", Content: []byte("# Ferry\n\nHow to build.\n")})
	res := runRule(t, undescribed(), config.Flags{}, drafts...)
	if res.Findings.Len() != 1 || res.Findings.List()[0].Path == "README.md" || res.Kinds[lint.KindProject] != 1 || len(res.Skipped) != 0 {
		t.Errorf("%s%v %v", ruletest.Format(res), res.Kinds, res.Skipped)
	}
}
