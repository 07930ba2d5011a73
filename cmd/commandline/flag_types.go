package commandline

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// Choice is a flag whose value is one of a few words. The library calls RunAction
// after it has parsed all flags, and returns its error unchanged.
type Choice struct {
	*cli.StringFlag
	Words []string
}

// OneOf returns a flag that accepts the given words; the first is the default.
func OneOf(name, placeholder string, words ...string) cli.Flag {
	last := len(words) - 1
	usage := "`" + placeholder + "`: " + words[0] + " (default)"
	if last > 1 {
		usage += ", " + strings.Join(words[1:last], ", ")
	}
	return &Choice{&cli.StringFlag{Name: name, Value: words[0], Usage: usage + " or " + words[last]}, words}
}

// Among returns a flag that accepts the given words and says itself which is the default.
func Among(flag *cli.StringFlag, words []string) cli.Flag { return &Choice{flag, words} }

// RunAction returns an error if the value is not one of the words.
func (f *Choice) RunAction(c *cli.Context) error {
	return Allow(f.Name, c.String(f.Name), f.Words)
}

// Allow returns an error if the value of a flag is not one of the words.
func Allow(flag, value string, words []string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return fmt.Errorf("--%s: %s", flag, config.Unknown("value", value, words))
}

// Optional is the value of a flag whose argument is optional and is given with an equals
// sign: --fix, --fix=all. The next argument is never its value, so it may be a path.
type Optional struct {
	value string
	Alone string   // the value of the flag without an argument
	Help  string   // what help shows after the name
	Words []string // the values that are allowed; nil for any
}

// IsBoolFlag makes package flag call Set with "true" for a flag without an argument.
func (o *Optional) IsBoolFlag() bool { return true }

// Set takes a value; it never fails.
func (o *Optional) Set(value string) error {
	if value == "true" {
		value = o.Alone
	}
	o.value = value
	return nil
}

// String returns the value, or "" if the flag is not given.
func (o *Optional) String() string { return o.value }

// Others returns the allowed words other than the value of the flag without an argument.
func (o *Optional) Others() []string {
	return slices.DeleteFunc(slices.Clone(o.Words), func(w string) bool { return w == o.Alone })
}

// Repeated is the value of a flag that may be given several times. Unlike a slice of
// strings it is not split at commas, which file names may contain.
type Repeated []string

// Set adds a value; it never fails.
func (r *Repeated) Set(value string) error {
	*r = append(*r, value)
	return nil
}

// String returns the values, separated by spaces.
func (r *Repeated) String() string { return strings.Join(*r, " ") }

// Count returns a flag for a number that is not negative.
func Count(name, usage string) cli.Flag {
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

// OptionalValue returns the value of a flag whose argument is optional, and nil for all
// other flags.
func OptionalValue(f cli.Flag) *Optional {
	if g, is := f.(*cli.GenericFlag); is {
		o, _ := g.Value.(*Optional)
		return o
	}
	return nil
}

// StandsAlone reports whether the argument after a flag is not its value.
func StandsAlone(f cli.Flag) bool {
	_, is := f.(*cli.BoolFlag)
	return is || OptionalValue(f) != nil
}
