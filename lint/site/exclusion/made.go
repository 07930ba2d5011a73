package exclusion

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
)

// madeFiles reads which drafts a program of the repository writes, so that changes to them would
// be overwritten: targets of a makefile, output files of scripts in package.json, files that
// .gitattributes marks as generated, and what a workflow or a script writes.
func madeFiles(files *repository.Files, base string) (all []lint.Exclusion) {
	if name := makefileOf(files, base); name != "" {
		globs, _ := targets(base, files.Read(name))
		all = append(all, lint.Exclusion{Kind: lint.KindGenerated, By: name, Globs: globs})
	}
	if files.Has(base, "package.json") {
		s := files.Settings(path.Join(base, "package.json"))
		var globs []string
		for _, key := range s.Keys("scripts.") {
			globs = append(globs, outputs(base, s["scripts."+key])...)
		}
		all = append(all, lint.Exclusion{Kind: lint.KindGenerated, By: path.Join(base, "package.json"), Globs: globs})
	}
	if files.Has(base, ".gitattributes") {
		name := path.Join(base, ".gitattributes")
		all = append(all, lint.Exclusion{Kind: lint.KindGenerated, By: name, Globs: attributed(base, string(files.Read(name)))})
	}
	all = append(all, scripted(files, base)...)
	return usable(all)
}

// makefileOf returns the makefile of a folder, or "".
func makefileOf(files *repository.Files, base string) string {
	for _, name := range [...]string{"Makefile", "makefile", "GNUmakefile"} {
		if files.Has(base, name) {
			return path.Join(base, name)
		}
	}
	return ""
}

// targets returns the drafts that the rules of a makefile make, targets and files that a
// recipe writes, and those that they are made from.
func targets(base string, makefile []byte) (made, sources []string) {
	for line := range bytes.Lines(makefile) {
		text := strings.TrimRight(string(line), "\r\n")
		if strings.HasPrefix(text, "\t") {
			made = append(made, outputs(base, text)...)
			continue
		}
		left, right, rule := strings.Cut(text, ":")
		if !rule || strings.HasPrefix(right, "=") || strings.ContainsAny(left, "#=") || strings.TrimSpace(right) == "" {
			continue
		}
		for name := range strings.FieldsSeq(left) {
			made = append(made, draft(base, name)...)
		}
		for name := range strings.FieldsSeq(right) {
			sources = append(sources, draft(base, name)...)
		}
	}
	return made, sources
}

// outputs returns the drafts that a command writes: “> page.md”, “-o page.md”.
func outputs(base, command string) (globs []string) {
	words := strings.Fields(command)
	for i, word := range words {
		rest, found := "", false
		for _, sign := range [...]string{">", "-o", "--output", "--out", "--output="} {
			if word == sign && i+1 < len(words) {
				rest, found = words[i+1], true
			} else if after, ok := strings.CutPrefix(word, sign); ok && (sign == ">" || sign == "--output=") && after != "" {
				rest, found = after, true
			}
		}
		if found {
			globs = append(globs, draft(base, strings.Trim(rest, `"';`))...)
		}
	}
	return globs
}

// draft returns the path of a file as a glob if it is a draft below a folder, and nothing for a
// name with a variable or a pattern.
func draft(base, name string) []string {
	name = path.Clean(name)
	if _, ok := lint.FormatOf(name); !ok || !repository.IsLocal(name) || strings.ContainsAny(name, `$%*?[\(){}&>`) {
		return nil
	}
	return []string{path.Join(base, name)}
}

// attributed returns globs for the files that .gitattributes calls generated. A pattern for
// all files of a format only hides them from statistics.
func attributed(base, content string) (globs []string) {
	for line := range strings.Lines(content) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0][0] == '#' || strings.HasPrefix(fields[0], "*.") || fields[0] == "*" || fields[0] == "**" {
			continue
		}
		sign := ""
		switch {
		case slices.Contains(fields, "linguist-generated"), slices.Contains(fields, "linguist-generated=true"):
		case slices.Contains(fields, "-linguist-generated"), slices.Contains(fields, "linguist-generated=false"):
			sign = "!"
		default:
			continue
		}
		for _, glob := range ignoreLines(base, fields[0]) {
			globs = append(globs, sign+glob)
		}
	}
	return globs
}
