package config

import (
	"reflect"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
)

type (
	// Problem is one mistake in a configuration file. Line and Column start at 1; columns
	// count code points.
	Problem = strict.Problem
	// Problems are all mistakes in a configuration file, in order of position. As an error,
	// it has one line per problem.
	Problems = strict.Problems

	decoder = strict.Decoder
	text    = strict.Text
)

var (
	textType = reflect.TypeFor[text]()
	nodeType = reflect.TypeFor[*yaml.Node]()
)

// Nearest returns the element of names that name was probably meant to be, or "".
func Nearest(name string, names []string) string { return strict.Nearest(name, names) }

// Unknown returns the message about an unknown name, with the most similar known one.
func Unknown(what, name string, names []string) string { return strict.Unknown(what, name, names) }
