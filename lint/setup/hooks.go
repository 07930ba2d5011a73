package setup

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/site/settings"
)

// ErrPresent means that the file already contains copychief.
var ErrPresent = errors.New("copychief is already in it")

// project is the repository of copychief.
const project = "copychief/copychief"

// PreCommit adds the hook to the content of a .pre-commit-config.yaml, which may be empty.
// revision is the tag or branch of copychief to run. Everything else is unchanged, byte for
// byte. The error is [ErrPresent] or, if the file cannot be edited automatically, says what
// to add by hand.
func PreCommit(content []byte, revision string) ([]byte, error) {
	return extend(content, "repos", []string{
		"repo: https://github.com/" + project,
		"rev: " + revision,
		"hooks:",
		"  - id: copychief",
	})
}

// GitLab adds the template of a revision to the content of a .gitlab-ci.yml; see [PreCommit].
func GitLab(content []byte, revision string) ([]byte, error) {
	return extend(content, "include", []string{"remote: https://raw.githubusercontent.com/" + project + "/" + revision + "/gitlab/copychief.yml"})
}

// GitHub returns a workflow that checks the articles of pull requests with a revision of
// copychief. Its only permission is to read the repository.
func GitHub(revision string) []byte {
	return []byte(`# Checks the articles: https://github.com/` + project + `/blob/main/docs/ci.md
name: Articles
on:
  pull_request:
permissions:
  contents: read
jobs:
  copychief:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: ` + project + `@` + revision + `
        with:
          fail-on: error # or warning, advice, never
`)
}

// extend adds an item, a mapping given as lines, to the list under a key of a YAML file. It
// edits the text, to preserve comments and order, and then verifies by parsing that nothing
// else has changed.
func extend(content []byte, key string, item []string) ([]byte, error) {
	byHand := func(why string) error {
		return fmt.Errorf("%s; add this by hand:\n%s:\n  - %s", why, key, strings.Join(item, "\n    "))
	}
	before, err := parseList(content, key)
	if err != nil {
		return nil, byHand(err.Error())
	}
	if before.mentions(project) {
		return nil, ErrPresent
	}
	f := textFile(content)
	switch {
	case before.key == nil:
		f.appendKey(key, item)
	case before.list == nil || len(before.list.Content) == 0:
		f.fill(before.key, key, item)
	default:
		f.appendItem(before.list, item)
	}
	out := f.bytes()
	after, err := parseList(out, key)
	if err != nil || !after.adds(before, item) {
		return nil, byHand("its list “" + key + "” is written in a way that cannot be added to")
	}
	return out, nil
}

// listFile is a YAML file and the list under one of its keys.
type listFile struct {
	root, key, list *yaml.Node // nil if they do not exist
}

func parseList(content []byte, key string) (out listFile, err error) {
	n := settings.YAML(content)
	if n == nil {
		if strings.TrimSpace(string(content)) == "" || onlyComments(content) {
			return out, nil
		}
		return out, errors.New("it is not valid YAML")
	}
	if n.Kind == yaml.DocumentNode {
		if len(n.Content) == 0 {
			return out, nil
		}
		n = n.Content[0]
	}
	if n.Kind != yaml.MappingNode {
		if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
			return out, nil
		}
		return out, errors.New("it does not consist of keys and values")
	}
	out.root = n
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != key {
			continue
		}
		if out.key != nil {
			return out, fmt.Errorf("its key “%s” is repeated", key)
		}
		out.key = n.Content[i]
		switch v := n.Content[i+1]; {
		case v.Kind == yaml.SequenceNode:
			out.list = v
		case v.Kind != yaml.ScalarNode || v.ShortTag() != "!!null":
			return out, fmt.Errorf("its “%s” is not a list", key)
		}
	}
	return out, nil
}

func onlyComments(content []byte) bool {
	for line := range strings.Lines(string(content)) {
		if t := strings.TrimSpace(line); t != "" && t != "---" && !strings.HasPrefix(t, "#") {
			return false
		}
	}
	return true
}

// mentions reports whether an item of the list contains a string.
func (l *listFile) mentions(what string) bool {
	if l.list == nil {
		return false
	}
	for _, item := range l.list.Content {
		if strings.Contains(canonical(item), what) {
			return true
		}
	}
	return false
}

// adds reports whether a file differs from before only by an item at the end of its list.
func (l *listFile) adds(before listFile, item []string) bool {
	if l.list == nil {
		return false
	}
	n := len(l.list.Content) - 1
	added := settings.YAML([]byte(strings.Join(item, "\n")))
	if n < 0 || added == nil || canonical(l.list.Content[n]) != canonical(added.Content[0]) {
		return false
	}
	rest := *l.list
	rest.Content = rest.Content[:n]
	if before.list == nil && n > 0 || before.list != nil && canonical(before.list) != canonical(&rest) {
		return false
	}
	return remaining(l.root, l.key) == remaining(before.root, before.key)
}

// remaining returns all keys and values of a mapping except one, for comparison.
func remaining(root, key *yaml.Node) string {
	if root == nil {
		return ""
	}
	var b strings.Builder
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i] != key {
			b.WriteString(canonical(root.Content[i]) + canonical(root.Content[i+1]))
		}
	}
	return b.String()
}

// canonical returns the meaning of a node, without positions and style, for comparison.
func canonical(n *yaml.Node) string {
	var b strings.Builder
	fmt.Fprintf(&b, "(%d %s %q", n.Kind, n.Tag, n.Value)
	for _, c := range n.Content {
		b.WriteString(canonical(c))
	}
	return b.String() + ")"
}
