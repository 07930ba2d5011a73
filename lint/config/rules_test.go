package config

import (
	"errors"
	"fmt"

	"github.com/copychief/copychief/lint"
)

type wide struct {
	Max      int               `yaml:"max" doc:"px"`
	Ratio    float64           `yaml:"ratio"`
	Strict   bool              `yaml:"strict"`
	Position string            `yaml:"position"`
	Words    []string          `yaml:"words"`
	Names    map[string]string `yaml:"names"`
	Hidden   int
	compiled int
}

func (*wide) Check(*lint.Pass) {}

func (w *wide) Init() error {
	w.compiled++
	if w.Position != "anywhere" && w.Position != "start" {
		return fmt.Errorf("position is %q; allowed are anywhere and start", w.Position)
	}
	if w.Max < 0 {
		return errors.New("a width cannot be negative")
	}
	return nil
}

type across struct {
	Alike float64 `yaml:"alike"`
}

func (*across) CheckSite(*lint.SitePass) {}

type none struct{}

func (none) Check(*lint.Pass) {}

func testRules() []*lint.Rule {
	return []*lint.Rule{
		{Name: "long-headline", Family: lint.HeadlineFamily, Severity: lint.Warning,
			New: func() lint.Checker { return &wide{Max: 600, Position: "anywhere"} }},
		{Name: "missing-alt", Family: lint.ImagesFamily, Severity: lint.Error,
			New: func() lint.Checker { return none{} }},
		{Name: "hard-to-read", Family: lint.ReadabilityFamily, Severity: lint.Advice, Off: true,
			New: func() lint.Checker { return &wide{Position: "start"} }},
		{Name: "near-duplicate", Family: lint.SiteFamily, Severity: lint.Warning,
			NewSite: func() lint.SiteChecker { return &across{0.85} }},
		{Name: "unused-suppression", Severity: lint.Advice},
	}
}
