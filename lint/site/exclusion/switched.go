package exclusion

import (
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/counterpart"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// mostSwitched is the number of rules of a linter that a file may switch off.
const mostSwitched = 200

// configurations are the files in which linters are configured. In those that have no extension,
// JSON is distinguished from YAML by its first character.
var configurations = [...]struct {
	linter, file string
	off          func(s settings.Map, content []byte) []string // the names of rules that are off
}{
	{counterpart.Markdownlint, ".markdownlint.json", falseBelow("")},
	{counterpart.Markdownlint, ".markdownlint.jsonc", falseBelow("")},
	{counterpart.Markdownlint, ".markdownlint.yaml", falseBelow("")},
	{counterpart.Markdownlint, ".markdownlint.yml", falseBelow("")},
	{counterpart.Markdownlint, ".markdownlintrc", falseBelow("")},
	{counterpart.Markdownlint, ".markdownlint-cli2.jsonc", falseBelow("config.")},
	{counterpart.Markdownlint, ".markdownlint-cli2.yaml", falseBelow("config.")},
	{counterpart.Markdownlint, "package.json", falseBelow("markdownlint-cli2.config.")},
	{counterpart.Markdownlint, ".rumdl.toml", listed("global.disable.")},
	{counterpart.Markdownlint, "rumdl.toml", listed("global.disable.")},
	{counterpart.Markdownlint, "pyproject.toml", listed("tool.rumdl.disable.")},
	{counterpart.Markdownlint, ".mdlrc", matched(struck)},
	{counterpart.PyMarkdown, ".pymarkdown", disabled},
	{counterpart.Textlint, ".textlintrc", falseBelow("rules.")},
	{counterpart.Textlint, ".textlintrc.json", falseBelow("rules.")},
	{counterpart.Textlint, ".textlintrc.yml", falseBelow("rules.")},
	{counterpart.Textlint, ".textlintrc.yaml", falseBelow("rules.")},
	{counterpart.Remark, ".remarkrc", plugins("plugins.")},
	{counterpart.Remark, ".remarkrc.json", plugins("plugins.")},
	{counterpart.Remark, ".remarkrc.yml", plugins("plugins.")},
	{counterpart.Remark, ".remarkrc.yaml", plugins("plugins.")},
	{counterpart.Remark, "package.json", plugins("remarkconfig.plugins.")},
	{counterpart.Vale, ".vale.ini", matched(assigned)},
	{counterpart.HTMLValidate, ".htmlvalidate.json", falseBelow("rules.")},
	{counterpart.HTMLHint, ".htmlhintrc", falseBelow("")},
}

// Switched reads which rules with a counterpart here the configurations of other linters in the
// folder of a site, or at the root, switch off. A configuration that is a program is not
// run, and what it switches off is not known.
func Switched(files *repository.Files, base string) (all []lint.SwitchedRule) {
	seen := map[string]bool{}
	for _, dir := range [...]string{base, "."} {
		for _, c := range configurations {
			name := path.Join(dir, c.file)
			if seen[c.linter+name] || !files.List(dir)[c.file] {
				continue
			}
			seen[c.linter+name] = true
			names := c.off(settingsIn(files, name), files.Read(name))
			for _, rule := range names[:min(len(names), mostSwitched)] {
				for _, own := range counterpart.Of(c.linter, rule) {
					if isAboutTargets(own.Name) {
						continue
					}
					all = append(all, lint.SwitchedRule{Rule: own.Name, Fragments: own.Fragments, Linter: c.linter, By: name, Name: rule})
				}
			}
		}
	}
	return all
}

// isAboutTargets reports whether a rule finds links and pictures that lead nowhere. A site switches
// such a rule of another linter off because the linter does not know the site, not because readers
// may have dead links; a comment at a link means that link.
func isAboutTargets(rule string) bool {
	switch rule {
	case "broken-link", "broken-image", "empty-link", "unresolved-reference":
		return true
	}
	return false
}

// settingsIn reads a configuration, also one without an extension.
func settingsIn(files *repository.Files, name string) settings.Map {
	if path.Ext(name) != path.Base(name) && path.Ext(name) != "" {
		return files.Settings(name)
	}
	content := files.Read(name)
	if strings.HasPrefix(strings.TrimSpace(string(content)), "{") {
		return settings.Parse(name+".jsonc", content)
	}
	return settings.Parse(name+".yaml", content)
}

// falseBelow returns a function that returns the keys below a prefix whose value switches a
// rule off.
func falseBelow(prefix string) func(settings.Map, []byte) []string {
	return func(s settings.Map, _ []byte) (names []string) {
		for _, key := range s.Keys(prefix) {
			if v := s[prefix+key]; v == "false" || v == "off" {
				names = append(names, display(key))
			}
		}
		return names
	}
}

// display returns the name of a rule as people write it: the names of markdownlint are in capitals.
func display(key string) string {
	if numbered().MatchString(key) {
		return strings.ToUpper(key)
	}
	return key
}

var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:md|gh)\d{3}$`) })

// listed returns a function that returns the values of a list.
func listed(prefix string) func(settings.Map, []byte) []string {
	return func(s settings.Map, _ []byte) (names []string) {
		for _, key := range s.Keys(prefix) {
			names = append(names, s[prefix+key])
		}
		return names
	}
}

// plugins returns a function that returns the plugins that are false, in a list of names and values or
// in a map.
func plugins(prefix string) func(settings.Map, []byte) []string {
	return func(s settings.Map, _ []byte) (names []string) {
		for _, key := range s.Keys(prefix) {
			if s[prefix+key] != "false" {
				continue
			}
			if pair, is := strings.CutSuffix(key, ".1"); is {
				key = s[prefix+pair+".0"]
			}
			names = append(names, key)
		}
		return names
	}
}

// disabled returns the plugins of PyMarkdown that are not enabled.
func disabled(s settings.Map, _ []byte) (names []string) {
	for _, key := range s.Keys("plugins.") {
		if name, is := strings.CutSuffix(key, ".enabled"); is && s["plugins."+key] == "false" {
			names = append(names, display(name))
		}
	}
	return names
}

// struck matches a rule that a line of mdl's configuration excludes, and assigned one that a line
// of Vale's switches off.
var (
	struck   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`~(MD\d{3}|[a-z-]+\b)`) })
	assigned = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^[ \t]*([\w-]+\.[\w-]+)[ \t]*=[ \t]*NO[ \t]*$`) })
)

// matched returns a function that returns what the group of an expression matches.
func matched(expression func() *regexp.Regexp) func(settings.Map, []byte) []string {
	return func(_ settings.Map, content []byte) (names []string) {
		for _, m := range expression().FindAllSubmatch(content, mostSwitched) {
			if len(m[1]) > 0 {
				names = append(names, string(m[1]))
			}
		}
		return names
	}
}
