// Package manual makes the manual page, in the language of man(7), from the commands and
// flags themselves and from man.roff, which has the text around them.
package manual

import (
	_ "embed" // for man.roff
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
)

// manual has placeholders for what is made from the commands and flags.
//
//go:embed man.roff
var manual string

// Page returns the manual page of a program with a version, whose commands root has.
func Page(root *cli.Command, version string) string {
	return strings.NewReplacer(
		"@DATE@", dateOf(debug.ReadBuildInfo()),
		"@VERSION@", roff(version),
		"@COMMANDS@\n", sections(root.Subcommands, ""),
	).Replace(manual)
}

// dateOf returns the day of the revision that the program was built from, or "", so
// that the same program prints the same page.
func dateOf(info *debug.BuildInfo, ok bool) string {
	if ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.time" {
				return setting.Value[:min(len("2006-01-02"), len(setting.Value))]
			}
		}
	}
	return ""
}

// sections returns a section for each command and subcommand.
func sections(commands []*cli.Command, group string) string {
	var b strings.Builder
	for _, c := range commands {
		fmt.Fprintf(&b, ".SS \"copychief %s\"\n%s.\n", roff(group+c.Name), sentence(c.Usage))
		fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(c.UsageText))
		for _, f := range c.Flags {
			b.WriteString(entry(f))
		}
		b.WriteString(".PP\nExamples:\n.PP\n.RS\n.nf\n")
		for _, line := range strings.Split(strings.TrimSuffix(c.Description, "\n"), "\n") {
			b.WriteString(roff(strings.TrimPrefix(line, "  ")) + "\n")
		}
		b.WriteString(".fi\n.RE\n" + sections(c.Subcommands, c.Name+" "))
	}
	return b.String()
}

// entry returns the paragraph about a flag.
func entry(f cli.Flag) string {
	name, value, usage := commandline.Described(f)
	line := `\fB` + roff(name) + `\fR`
	for _, short := range f.Names()[1:] {
		line = `\fB` + roff("-"+short) + `\fR, ` + line
	}
	if value = strings.TrimSpace(value); strings.HasPrefix(value, "[") {
		line += roff(value)
	} else if value != "" {
		line += ` \fI` + roff(value) + `\fR`
	}
	return ".TP\n" + line + "\n" + sentence(usage) + ".\n"
}

// sentence returns a phrase as lines of a paragraph. It begins with a capital letter,
// unless the first word is a literal value.
func sentence(text string) string {
	words := strings.Fields(text)
	plain := strings.ToLower(words[0]) == words[0] && !strings.ContainsAny(words[0], ",:-")
	if plain && (len(words) == 1 || words[1] != "(default)") {
		words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	}
	var lines []string
	line := ""
	for _, word := range words {
		if line != "" && len(roff(line+" "+word)) > 78 {
			lines, line = append(lines, roff(line)), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return strings.Join(append(lines, roff(line)), "\n")
}

// roff returns text that the formatter shows as it is: hyphens that can be copied,
// no escapes, no requests at the beginning of a line, and only ASCII.
func roff(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case i == 0 && (r == '.' || r == '\''):
			b.WriteString(`\&` + string(r))
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
