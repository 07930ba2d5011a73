package cmd

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/house"
)

// declare reads the rules that a configuration declares.
func (s *session) declare(root *config.File) (configfile.Declared, error) {
	set, err := house.Load(root, s.known)
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
