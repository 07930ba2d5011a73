package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// choice is a flag whose value is one of a few words. The library calls RunAction
// after it has parsed all flags, and returns its error unchanged.
type choice struct {
	*cli.StringFlag
	words []string
}

// oneOf returns a flag that accepts the given words; the first is the default.
func oneOf(name, placeholder string, words ...string) cli.Flag {
	last := len(words) - 1
	usage := "`" + placeholder + "`: " + words[0] + " (default)"
	if last > 1 {
		usage += ", " + strings.Join(words[1:last], ", ")
	}
	return &choice{&cli.StringFlag{Name: name, Value: words[0], Usage: usage + " or " + words[last]}, words}
}

// RunAction returns an error if the value is not one of the words.
func (f *choice) RunAction(c *cli.Context) error {
	return allow(f.Name, c.String(f.Name), f.words)
}

// allow returns an error if the value of a flag is not one of the words.
func allow(flag, value string, words []string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return fmt.Errorf("--%s: %s", flag, config.Unknown("value", value, words))
}

// optional is the value of a flag whose argument is optional and is given with an equals
// sign: --fix, --fix=all. The next argument is never its value, so it may be a path.
type optional struct {
	value string
	alone string   // the value of the flag without an argument
	help  string   // what help shows after the name
	words []string // the values that are allowed; nil for any
}

// IsBoolFlag makes package flag call Set with "true" for a flag without an argument.
func (o *optional) IsBoolFlag() bool { return true }

// Set takes a value; it never fails.
func (o *optional) Set(value string) error {
	if value == "true" {
		value = o.alone
	}
	o.value = value
	return nil
}

// String returns the value, or "" if the flag is not given.
func (o *optional) String() string { return o.value }

// others returns the allowed words other than the value of the flag without an argument.
func (o *optional) others() []string {
	return slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return w == o.alone })
}

// repeated is the value of a flag that may be given several times. Unlike a slice of
// strings it is not split at commas, which file names may contain.
type repeated []string

// Set adds a value; it never fails.
func (r *repeated) Set(value string) error {
	*r = append(*r, value)
	return nil
}

// String returns the values, separated by spaces.
func (r *repeated) String() string { return strings.Join(*r, " ") }

// count returns a flag for a number that is not negative.
func count(name, usage string) cli.Flag {
	return &cli.IntFlag{Name: name, Usage: usage, Action: func(_ *cli.Context, n int) error {
		if n < 0 {
			return notANumber(name, fmt.Sprint(n))
		}
		return nil
	}}
}

// notANumber is the error about the value of a flag that needs a number.
func notANumber(flag, value string) error {
	return fmt.Errorf("--%s needs a whole number, not “%s”", flag, value)
}

// optionalValue returns the value of a flag whose argument is optional, and nil for all
// other flags.
func optionalValue(f cli.Flag) *optional {
	if g, is := f.(*cli.GenericFlag); is {
		o, _ := g.Value.(*optional)
		return o
	}
	return nil
}

// standsAlone reports whether the argument after a flag is not its value.
func standsAlone(f cli.Flag) bool {
	_, is := f.(*cli.BoolFlag)
	return is || optionalValue(f) != nil
}
