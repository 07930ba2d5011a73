package house

import (
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/copychief/copychief/lint/config/strict"
)

// languages returns the primary subtags of the languages of the rule or, if it sets none,
// of its file.
func (c *compiler) languages() (tags []string) {
	list := c.common.Language
	if len(list) == 0 {
		list = c.from.language
	}
	for _, t := range list {
		tag, _, _ := strings.Cut(strings.ToLower(t.Value), "-")
		if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
			c.Fail(t.Node, "%s is no language; write its code, such as en, de or pt-BR", strict.Quoted(t.Value))
			continue
		}
		tags = append(tags, tag)
	}
	return tags
}

// regions returns the languages with a region that the rule names, such as en-us: it is not for
// drafts of another region. It is empty if one is named without.
func (c *compiler) regions() (tags []string) {
	list := c.common.Language
	if len(list) == 0 {
		list = c.from.language
	}
	for _, t := range list {
		tag := strings.ToLower(t.Value)
		if !strings.Contains(tag, "-") {
			return nil
		}
		tags = append(tags, tag)
	}
	return tags
}

// language returns the language whose word forms the rule uses.
func (c *compiler) language() string {
	if tags := c.languages(); len(tags) > 0 {
		return tags[0]
	}
	return "en"
}

func (c *compiler) globs(list []strict.Text) (globs []string) {
	for _, t := range list {
		glob := strings.TrimPrefix(t.Value, "./")
		switch {
		case glob == "" || !doublestar.ValidatePattern(glob) || len(glob) > longPhrase || strings.Count(glob, "{") > 4:
			c.Fail(t.Node, "%s is no valid pattern for files; write one such as news/**", strict.Quoted(t.Value))
		case strings.HasPrefix(glob, "/") || strings.HasPrefix(glob, "../") || strings.Contains(glob, `\`):
			c.Fail(t.Node, "%s: files are relative to the folder of .copychief.yml and use slashes", strict.Quoted(t.Value))
		case !strings.ContainsAny(glob, "/*?[{."):
			c.Fail(t.Node, "%s would be a file of this name; for the folder, write %s/**", strict.Quoted(t.Value), strict.Printable(glob))
		default:
			if strings.HasSuffix(glob, "/") {
				glob += "**"
			}
			globs = append(globs, glob)
		}
	}
	return globs
}

// prefix returns the folder of the site relative to that of the configuration.
func (c *compiler) prefix() string {
	rel, err := filepath.Rel(c.loader.dir, c.loader.conf.Root)
	if err != nil || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel) + "/"
}
