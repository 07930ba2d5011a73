package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// choice is a flag whose value is one of a few words. The library calls RunAction
// after it has parsed all flags, so a wrong word is reported as the error stands.
type choice struct {
	*cli.StringFlag
	words []string
}

// oneOf returns a flag that must be one of some words, of which the first is the
// default.
func oneOf(name, placeholder string, words ...string) cli.Flag {
	last := len(words) - 1
	usage := "`" + placeholder + "`: " + words[0] + " (default)"
	if last > 1 {
		usage += ", " + strings.Join(words[1:last], ", ")
	}
	return &choice{&cli.StringFlag{Name: name, Value: words[0], Usage: usage + " or " + words[last]}, words}
}

// RunAction returns an error where the value is none of the words.
func (f *choice) RunAction(c *cli.Context) error {
	return allow(f.Name, c.String(f.Name), f.words)
}

// allow returns an error where the value of a flag is none of some words.
func allow(flag, value string, words []string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return fmt.Errorf("--%s: %s", flag, config.Unknown("value", value, words))
}

// optional is the value of a flag that may stand alone, which means a value of its
// own, or be given another with an equals sign. The argument after it is never its
// value and may be a path.
type optional struct {
	value string
	alone string   // the value without an equals sign
	help  string   // what help shows after the name
	words []string // that may follow the equals sign; nil for any
}

// IsBoolFlag lets package flag call Set with "true" where no value is given.
func (o *optional) IsBoolFlag() bool { return true }

// Set takes a value; it never fails.
func (o *optional) Set(value string) error {
	if value == "true" {
		value = o.alone
	}
	o.value = value
	return nil
}

// String returns the value, or "" where the flag is not given.
func (o *optional) String() string { return o.value }

// others returns the words beside the one that the flag means alone.
func (o *optional) others() []string {
	return slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return w == o.alone })
}

// repeated is the value of a flag that may be given several times. Unlike a slice of
// strings it is not split at commas, which names of files may contain.
type repeated []string

// Set adds a value; it never fails.
func (r *repeated) Set(value string) error {
	*r = append(*r, value)
	return nil
}

// String returns the values as one.
func (r *repeated) String() string { return strings.Join(*r, " ") }

// count returns a flag for a number that is not negative.
func count(name, usage string) cli.Flag {
	return &cli.IntFlag{Name: name, Usage: usage, Action: func(_ *cli.Context, n int) error {
		if n < 0 {
			return noNumber(name, fmt.Sprint(n))
		}
		return nil
	}}
}

// noNumber is the error about the value of such a flag.
func noNumber(flag, value string) error {
	return fmt.Errorf("--%s needs a whole number, not “%s”", flag, value)
}

// optionalValue returns what a flag that may stand alone has as its value; nil for
// all other flags.
func optionalValue(f cli.Flag) *optional {
	if g, is := f.(*cli.GenericFlag); is {
		o, _ := g.Value.(*optional)
		return o
	}
	return nil
}

// standsAlone reports whether a flag needs no value, so that the argument after it is
// not taken for one.
func standsAlone(f cli.Flag) bool {
	_, is := f.(*cli.BoolFlag)
	return is || optionalValue(f) != nil
}
