package cmd

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
)

// declare reads the rules that a configuration declares.
func (s *session) declare(root *config.File) (configfile.Declared, error) {
	set, err := house.Load(root, s.known)
	s.house = set.Declared()
	return configfile.Declared{Rules: set.Rules, Files: set.Files}, err
}

// withDeclared returns the rules of the program and those that the configuration declares,
// if it was read.
func (s *session) withDeclared() []*lint.Rule {
	if s.all != nil {
		return s.all
	}
	return s.known
}

// readDeclared reads the configuration that applies to the working directory, for commands
// that have no draft, so that [session.withDeclared] has its rules.
func (s *session) readDeclared() error {
	loader, err := configfile.NewLoader(s.known, configfile.Options{Declare: s.declare})
	if err == nil {
		s.all = byFamily(slices.Clone(loader.Rules()))
	}
	return err
}

// recordExamples runs the examples of a declared rule and adds the findings to its page, as
// the pages of the program's own rules have them.
func (s *session) recordExamples(page *docs.Page) error {
	for _, r := range s.house {
		if r.Rule != page.Rule {
			continue
		}
		files, err := s.repositoryFiles()
		if err != nil {
			return err
		}
		outcomes, err := trial.Run(s.ctx, []*house.Declared{r}, files)
		if err != nil {
			return err
		}
		for i := range outcomes {
			page.Examples[i].Recorded = outcomes[i].Recorded
		}
	}
	return nil
}
