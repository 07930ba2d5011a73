package resolve

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// document is what a command of a makefile or a script makes of several drafts.
type document struct {
	inputs   []string // paths and patterns, relative to the folder of the command
	complete bool     // all inputs are known
}

// documents returns the documents that the commands of a makefile, a script or a list of scripts make
// of drafts. Nothing is run: variables that the text sets are filled in, and an input with any other is
// unknown.
func documents(text string) (all []*document) {
	if !slices.ContainsFunc(joiners(), func(program string) bool { return strings.Contains(text, program+" ") }) {
		return nil // most readmes and scripts
	}
	r := &recipe{variables: map[string]string{}, of: map[string]*document{}}
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\\\n", " ")) {
		if rest := strings.TrimSpace(line); rest != "" && rest[0] != '#' && strings.ContainsAny(rest, ":=.$") { // names, files, variables
			r.line(line)
		}
	}
	return r.all
}

// recipe is the state in which the lines of a makefile or a script are read.
type recipe struct {
	variables map[string]string
	of        map[string]*document // by output
	all       []*document
}

// assigns matches the assignment of a variable, in a makefile or a script.
var assigns = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:export\s+|local\s+)?([A-Za-z_]\w*)\s*(?::{0,3}|\+|\?)=\s*(.*)$`)
})

// assigned returns the parts of the assignment of a variable, or nil.
func assigned(line string) []string {
	if !strings.Contains(line, "=") {
		return nil
	}
	return assigns().FindStringSubmatch(line)
}

// line reads a line: an assignment, the names of a rule, or commands.
func (r *recipe) line(line string) {
	line = strings.TrimRight(line, "\n")
	if m := assigned(line); m != nil && !strings.Contains(m[2], " && ") {
		value := strings.Trim(m[2], `"'()`)
		if strings.Contains(line[:len(line)-len(m[2])], "+=") {
			value = r.variables[m[1]] + " " + value
		}
		r.variables[m[1]] = value
		return
	}
	if _, sources, rule := strings.Cut(line, ":"); rule && line[0] != '\t' && !strings.ContainsAny(line, `"'`) {
		r.variables["^"], r.variables["+"] = sources, sources
		r.variables["<"] = ""
		if first := strings.Fields(sources); len(first) > 0 {
			r.variables["<"] = first[0]
		}
	}
	folder := ""
	for _, command := range commandsOf(line) {
		command = r.filled(command, 1)
		words := strings.Fields(strings.NewReplacer(`"`, " ", `'`, " ", ">>", " > ", ">", " > ", "`", " ").Replace(command))
		for len(words) > 0 && (words[0] == "-" || words[0] == "do" || words[0] == "run:" || strings.HasSuffix(words[0], ":")) {
			words = words[1:]
		}
		switch {
		case len(words) < 2:
		case words[0] == "cd":
			folder = path.Join(folder, words[1])
		case words[0] == "for" && len(words) > 3 && words[2] == "in":
			r.variables[words[1]] = strings.Join(words[3:], " ")
		default:
			r.command(folder, words, command)
		}
	}
}

// commandsOf splits a line into its commands. What follows a pipe reads the output of what is before.
func commandsOf(line string) []string {
	return strings.FieldsFunc(strings.NewReplacer("&&", ";", "||", ";", "|", ";").Replace(line), func(c rune) bool { return c == ';' })
}

// filled returns a line with the values of its variables.
func (r *recipe) filled(line string, depth int) string {
	const deepest, longest = 4, 64 << 10
	if depth > deepest || len(line) > longest || !strings.Contains(line, "$") {
		return line
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(line, "$")
		out.WriteString(before)
		if !found || rest == "" {
			break
		}
		name, after := rest[:1], rest[1:]
		if at := strings.IndexAny(rest, ")}"); (rest[0] == '(' || rest[0] == '{') && at > 0 {
			name, after = rest[1:at], rest[at+1:]
		} else if n := len(rest) - len(strings.TrimLeft(rest, wordLetters)); n > 0 {
			name, after = rest[:n], rest[n:]
		}
		if value, known := r.variables[strings.TrimSuffix(name, "[@]")]; known {
			out.WriteString(r.filled(value, depth+1))
		} else {
			out.WriteString("$" + name)
		}
		line = after
	}
	return out.String()
}

const wordLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// command reads a command that writes several drafts into one document.
func (r *recipe) command(folder string, words []string, written string) {
	at := 0
	for at < len(words) && !joining(words[at]) {
		at++
	}
	if at == len(words) {
		return
	}
	d, output := &document{complete: true}, ""
	for i := at + 1; i < len(words); i++ {
		word := words[i]
		switch {
		case (word == ">" || word == "-o" || word == "--output") && i+1 < len(words):
			i++
			output = path.Join(folder, words[i])
		case strings.HasPrefix(word, "--output="):
			output = path.Join(folder, strings.TrimPrefix(word, "--output="))
		case strings.HasPrefix(word, "-"):
		case strings.Contains(word, "$"):
			d.complete = false
		default:
			if _, ok := lint.FormatOf(word); ok {
				d.inputs = append(d.inputs, path.Join(folder, strings.Trim(word, ",()")))
			}
		}
	}
	if output == "" {
		output = written
	}
	if known := r.of[output]; known != nil { // it is appended
		known.inputs, known.complete = append(known.inputs, d.inputs...), known.complete && d.complete
		return
	}
	r.of[output] = d
	r.all = append(r.all, d)
}

// joining reports whether a word is the name of a program that makes one document of several.
func joining(word string) bool {
	return slices.Contains(joiners(), path.Base(strings.TrimLeft(word, "@-+")))
}

func joiners() []string {
	return []string{"cat", "pandoc", "paste", "mmd", "multimarkdown", "md2pdf", "markdown-pdf", "mdpdf"}
}
