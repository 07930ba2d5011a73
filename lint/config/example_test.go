package config_test

import (
	"fmt"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/rules"
)

// From the bytes of a configuration and flags to the settings of a path, without a file system.
func Example() {
	file := config.Parse(".copychief.yml", []byte("rules: {long-headline: error}"), config.Place{})
	resolver, err := config.NewResolver(rules.All(), config.Flags{Only: []string{"headline"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	settings, err := resolver.For(file, "posts/budget.md")
	if err != nil {
		fmt.Println(err) // all problems of the file, a line each
		return
	}
	for _, s := range settings.Rules[:2] {
		fmt.Println(s.Rule.Name, s.Severity)
	}
	// Output:
	// missing-headline warning
	// long-headline error
}
