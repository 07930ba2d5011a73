package setup

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
)

// settings are the scalar values of a configuration by path: keys in lower case, joined by
// dots, with indexes into lists starting at 0.
type settings map[string]string

const (
	settingDepth = 6
	settingCount = 5000
)

// put adds a value, recursively.
func (s settings) put(key string, value any, depth int) {
	if depth > settingDepth || len(s) > settingCount {
		return
	}
	join := func(name string) string {
		return strings.TrimPrefix(key+"."+strings.ToLower(name), ".")
	}
	switch v := value.(type) {
	case nil:
	case map[string]any:
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

// putNode adds a YAML node. Aliases are not followed, since a few lines of them can expand to
// millions of values.
func (s settings) putNode(n *yaml.Node, join func(string) string, key string, depth int) {
	switch n.Kind {
	case yaml.DocumentNode:
		for _, c := range n.Content {
			s.put(key, c, depth)
		}
	case yaml.MappingNode:
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
		}
	default:
	}
}

// readSetting reads a configuration in YAML, TOML or JSON. The result is empty if it does
// not exist or cannot be read.
func (l *looker) readSetting(name string) settings {
	s := settings{}
	content := l.content(name, settingSize, true)
	if len(content) == 0 {
		return s
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".yml", ".yaml":
		if n := yamlNode(content); n != nil {
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
	}
	return s
}

// yamlNode parses the first document of a file; it returns nil if that fails.
func yamlNode(content []byte) *yaml.Node {
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

// scripted are the keys to search for in a configuration that is a program.
var scripted = [...]string{"site", "url", "input", "defaultlocale"}

// assignment matches KEY: "value" and KEY = "value", if the value is a string literal without
// interpolation.
var assignment = pattern(`(?m)(?:^|[{,;(]|\b(?:const|let|var)\s)\s*["']?(site|url|input|defaultLocale)["']?\s*[:=]\s*(?:"([^"\n\\]{1,300})"|'([^'\n\\]{1,300})'|` + "`([^`$\n\\\\]{1,300})`)")

// readScript searches a configuration that is a program. It ignores comments and uses the
// first of several assignments.
func (l *looker) readScript(name string) settings {
	s := settings{}
	var code bytes.Buffer
	for line := range bytes.Lines(l.content(name, settingSize, true)) {
		trimmed := bytes.TrimSpace(line)
		if bytes.HasPrefix(trimmed, []byte("//")) || bytes.HasPrefix(trimmed, []byte("*")) || bytes.HasPrefix(trimmed, []byte("/*")) {
			continue
		}
		code.Write(line)
	}
	for _, m := range assignment().FindAllSubmatch(code.Bytes(), 50) {
		key := strings.ToLower(string(m[1]))
		if slices.Contains(scripted[:], key) && s[key] == "" {
			s[key] = string(m[2]) + string(m[3]) + string(m[4])
		}
	}
	return s
}

// readSettings reads the configuration of the generator.
func (l *looker) readSettings() {
	switch marker := l.Generator.Marker; path.Ext(marker) {
	case "":
		l.settings = settings{}
	case ".yml", ".yaml", ".toml":
		l.settings = l.readSetting(marker)
	case ".json":
		if path.Base(marker) == "package.json" {
			l.settings = settings{}
			return
		}
		l.settings = l.readSetting(marker)
	default:
		l.settings = l.readScript(marker)
	}
}

// hosts finds the hosts of the site: in the generator's configuration, in other common
// files, and in the canonical addresses of articles.
func (l *looker) hosts(context.Context) {
	keys := []string{"baseurl", "url", "site"}
	if l.Generator.Name == "Jekyll" {
		keys = []string{"url"} // its baseurl is a path
	}
	for _, key := range keys {
		l.host(l.settings[key], l.Generator.Marker)
	}
	for _, key := range sortedKeys(l.settings) {
		if strings.HasPrefix(key, "languages.") && strings.HasSuffix(key, ".baseurl") {
			l.host(l.settings[key], l.Generator.Marker)
		}
	}
	for _, folder := range []string{".", "static", "public", "src", "docs"} {
		name := l.in(path.Join(folder, "CNAME"))
		first, _, _ := strings.Cut(strings.TrimSpace(string(l.content(name, 1024, true))), "\n")
		if first != "" {
			l.host("https://"+strings.TrimSpace(first), name)
		}
	}
	if l.Generator.Name == "Eleventy" {
		for _, name := range []string{"_data/metadata", "_data/site", "src/_data/metadata", "src/_data/site"} {
			for _, extension := range []string{".json", ".js", ".cjs", ".mjs", ".yml", ".yaml"} {
				s := l.readScript
				if extension == ".json" || extension == ".yml" || extension == ".yaml" {
					s = l.readSetting
				}
				l.host(s(l.in(name + extension))["url"], l.in(name+extension))
			}
		}
	}
	if len(l.Hosts) == 0 {
		name := l.in("package.json")
		l.host(l.readSetting(name)["homepage"], name)
	}
	l.canonical()
}

// canonical adds the host of the canonical addresses, if most of them have the same one.
func (l *looker) canonical() {
	hosts := map[string]int{}
	all := 0
	for i := range l.sample {
		if v := l.sample[i].doc.Meta.Get(lint.RoleCanonical).Value(); v.Len() > 0 {
			if h := hostOf(v.Plain()); h != "" {
				hosts[h]++
				all++
			}
		}
	}
	for h, n := range hosts {
		if n >= 2 && 2*n > all {
			l.host("https://"+h, "canonical addresses")
		}
	}
}

// host adds the host of an address; where says where it was found.
func (l *looker) host(address, where string) {
	h := strings.TrimPrefix(hostOf(address), "www.") // implied by the rules
	same := func(f Finding) bool { return f.Value == h }
	if h == "" || len(l.Hosts) == 3 || slices.ContainsFunc(l.Hosts, same) {
		return
	}
	l.Hosts = append(l.Hosts, Finding{h, where})
}

var hostName = pattern(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)

// hostOf returns the host of an address, or "" if it has none or only a placeholder.
func hostOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || len(address) > 300 {
		return ""
	}
	h := strings.ToLower(u.Hostname())
	bare := strings.TrimPrefix(h, "www.")
	switch {
	case !hostName().MatchString(h), strings.Trim(h, "0123456789.") == "", strings.HasSuffix(h, ".localhost"),
		bare == "github.com", strings.Contains(h, "your-"), strings.HasPrefix(bare, "your"):
		return ""
	}
	for _, placeholder := range [...]string{"example.com", "example.org", "example.net"} {
		if h == placeholder || strings.HasSuffix(h, "."+placeholder) {
			return ""
		}
	}
	return h
}

var languageTag = pattern(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// language finds the language of the site.
func (l *looker) language(context.Context) {
	for _, key := range []string{"languagecode", "defaultcontentlanguage", "lang", "locale", "language", "defaultlocale"} {
		tag, _, _ := strings.Cut(strings.ReplaceAll(l.settings[key], "_", "-"), ".")
		if languageTag().MatchString(tag) {
			l.Language = Finding{tag, l.Generator.Marker}
			return
		}
	}
}
