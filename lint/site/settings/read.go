package settings

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"
)

// Limits for a configuration, which may be nested more deeply and be larger than is
// useful.
const (
	settingDepth = 8
	settingCount = 5000
)

// put adds a value and everything below it.
func (s Map) put(key string, value any, depth int) {
	if depth > settingDepth || len(s) > settingCount {
		return
	}
	join := func(name string) string {
		return strings.TrimPrefix(key+"."+strings.ToLower(name), ".")
	}
	switch v := value.(type) {
	case nil:
	case map[string]any:
		if len(v) == 0 && key != "" {
			s[key] = "" // the key itself is information, as in languages.de
		}
		for k, e := range v {
			s.put(join(k), e, depth+1)
		}
	case []any:
		for i, e := range v {
			s.put(join(strconv.Itoa(i)), e, depth+1)
		}
	case *yaml.Node:
		s.putNode(v, join, key, depth)
	default:
		s[key] = fmt.Sprint(v)
	}
}

// putNode adds a YAML node. Aliases are not followed, since a few lines of them can expand
// to millions of values.
func (s Map) putNode(n *yaml.Node, join func(string) string, key string, depth int) {
	switch n.Kind {
	case yaml.DocumentNode:
		for _, c := range n.Content {
			s.put(key, c, depth)
		}
	case yaml.MappingNode:
		if strings.HasPrefix(n.Tag, "!") && n.Tag != "!!map" {
			s[key+"!"] = n.Tag // a Python function, as in MkDocs' configuration
		}
		if len(n.Content) == 0 && key != "" {
			s[key] = ""
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			s.put(join(n.Content[i].Value), n.Content[i+1], depth+1)
		}
	case yaml.SequenceNode:
		for i, c := range n.Content {
			s.put(join(strconv.Itoa(i)), c, depth+1)
		}
	case yaml.ScalarNode:
		if n.ShortTag() != "!!null" {
			s[key] = n.Value
		} else if key != "" {
			s[key] = ""
		}
		if strings.HasPrefix(n.Tag, "!!python") || strings.HasPrefix(n.Tag, "tag:yaml.org,2002:python") {
			s[key+"!"] = n.Tag
		}
	default:
	}
}

// Parse parses a configuration in YAML, TOML or JSON, or searches a program,
// depending on its name. The result is empty if nothing can be read.
func Parse(name string, content []byte) Map {
	s := Map{}
	switch strings.ToLower(path.Ext(name)) {
	case ".yml", ".yaml":
		if n := YAML(content); n != nil {
			s.put("", n, 0)
		}
	case ".toml":
		var v map[string]any
		if toml.Unmarshal(content, &v) == nil {
			s.put("", v, 0)
		}
	case ".json":
		var v map[string]any
		if json.Unmarshal(content, &v) == nil {
			s.put("", v, 0)
		}
	case ".jsonc": // YAML allows the commas at the end of lists
		if n := YAML(withoutComments(content)); n != nil {
			s.put("", n, 0)
		}
	case ".py":
		s.python(content)
	case ".rb":
		s.ruby(content)
	case ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts":
		s.script(content)
	}
	return s
}

// YAML parses the first document of a file; it returns nil on failure. It accepts
// application-specific tags, such as those in MkDocs' configuration.
func YAML(content []byte) *yaml.Node {
	loader, err := yaml.NewLoader(bytes.NewReader(content), yaml.WithUniqueKeys(false))
	if err != nil {
		return nil
	}
	var n yaml.Node
	if loader.Load(&n) != nil {
		return nil
	}
	return &n
}

// withoutComments removes the comments of a JSON file.
func withoutComments(content []byte) []byte {
	var out bytes.Buffer
	for i := 0; i < len(content); i++ {
		rest := content[i:]
		switch {
		case content[i] == '"':
			end := 1
			for end < len(rest) && rest[end] != '"' && rest[end] != '\n' {
				if rest[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end+1, len(rest))
			out.Write(rest[:end])
			i += end - 1
		case bytes.HasPrefix(rest, []byte("//")):
			if end := bytes.IndexByte(rest, '\n'); end >= 0 {
				i += end - 1
			} else {
				i = len(content)
			}
		case bytes.HasPrefix(rest, []byte("/*")):
			if end := bytes.Index(rest, []byte("*/")); end >= 0 {
				i += end + 1
			} else {
				i = len(content)
			}
		case content[i] == '\t':
			out.WriteByte(' ')
		default:
			out.WriteByte(content[i])
		}
	}
	return out.Bytes()
}
