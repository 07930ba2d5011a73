package route

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// The limits of what is read.
const (
	headSize    = 8 << 10 // bytes of a draft
	fileSize    = 1 << 20 // bytes of a file of code or data
	mostText    = 32 << 20
	headLines   = 40 // of a draft without front matter between marks
	longestRun  = 200
	longestLine = 400 // of data
)

// valuesOf returns the squashed values in the front matter of drafts, as a whole and the parts
// of paths in them, and their first headlines.
func valuesOf(files fs.FS, drafts []string) map[string]bool {
	all := map[string]bool{}
	for _, name := range drafts {
		head := headOf(files, name)
		n := 0
		end := closing(head)
		for line := range bytes.Lines(head) {
			if n += len(line); end > 0 && n > end && !bytes.HasPrefix(line, []byte("# ")) {
				if n > end+1<<10 {
					break
				}
				continue
			}
			addLine(all, strings.TrimSpace(string(line)))
		}
	}
	return all
}

// headOf returns the beginning of a draft.
func headOf(files fs.FS, name string) []byte {
	f, err := files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // it is only read
	head := make([]byte, headSize)
	n := 0
	for n < len(head) {
		k, err := f.Read(head[n:])
		if n += k; err != nil || k == 0 {
			break
		}
	}
	return head[:n]
}

// closing returns the offset after the front matter of a draft, or after its first lines.
func closing(head []byte) int {
	for _, mark := range [...]string{"---", "+++", ";;;"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			if i := bytes.Index(head[3:], []byte("\n"+mark)); i >= 0 {
				return 3 + i + 1
			}
			return len(head)
		}
	}
	end := 0
	for range headLines {
		i := bytes.IndexByte(head[end:], '\n')
		if i < 0 {
			return len(head)
		}
		end += i + 1
	}
	return end
}

// addLine adds the values in a line of front matter: “slug: ferry”, “- /old/ferry/”,
// “aliases = ["/a/", "/b/"]”, and a headline.
func addLine(all map[string]bool, line string) {
	value, address := line, strings.HasPrefix(line, "-")
	if i := strings.IndexAny(line, ":="); i >= 0 && i+1 < len(line) {
		value = line[i+1:]
		add(all, line[:i])
		address = address || isAddressField(line[:i])
	}
	add(all, line)
	add(all, value)
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune("[]{}\"',|<>`", r) }) {
		add(all, part)
		if address || strings.Contains(part, "/") {
			all[asAddress+Squash(part)] = true
			all[asAddress+Squash(path.Base(strings.TrimSuffix(strings.TrimSpace(part), ".html")))] = true
		}
		if strings.Contains(part, "/") {
			for segment := range strings.SplitSeq(part, "/") {
				add(all, segment)
				add(all, strings.TrimSuffix(segment, path.Ext(segment)))
			}
		}
		for word := range strings.FieldsSeq(part) {
			add(all, word)
		}
	}
}

// asAddress is put before the names that are parts of addresses in front matter, and before
// whole addresses in code.
const asAddress = "/"

// isAddressField reports whether a field may hold an address of the page, by its name.
func isAddressField(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"slug", "url", "link", "path", "alias", "redirect", "id", "route", "uri", "from", "name"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

func add(all map[string]bool, name string) {
	if key := Squash(name); key != "" && len(key) < longestRun {
		all[key] = true
	}
}

// mentionsOf returns the squashed parts of addresses and texts in quotation marks in code and
// data; nil if there is too much of it.
func mentionsOf(files fs.FS, names []string) map[string]bool {
	all, read := map[string]bool{}, 0
	for _, name := range names {
		info, err := fs.Stat(files, name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if info.Size() > fileSize {
			if isLock(path.Base(name)) {
				continue
			}
			return nil
		}
		content, err := fs.ReadFile(files, name)
		if err != nil || !utf8.Valid(content[:min(len(content), 1<<10)]) {
			continue
		}
		if read += len(content); read > mostText {
			return nil
		}
		addRuns(all, content)
		if isData(name) {
			for line := range bytes.Lines(content) {
				if len(line) < longestLine {
					addLine(all, strings.TrimSpace(string(line)))
				}
			}
		}
	}
	return all
}

// addRuns adds the runs of characters of addresses in a text, and their parts.
func addRuns(all map[string]bool, text []byte) {
	for i := 0; i < len(text); {
		if !inRun(text[i]) {
			i++
			continue
		}
		end := i
		for end < len(text) && inRun(text[end]) {
			end++
		}
		if end-i < longestRun {
			run := string(text[i:end])
			if strings.Contains(run, "/") {
				all[asAddress+Squash(run)] = true
			}
			if folder := strings.Trim(run, "/"); run[len(run)-1] == '/' && strings.Contains(folder, "/") && end < len(text) && strings.IndexByte("${:[*(+\"'`", text[end]) >= 0 {
				all[folder+"/"] = true
			}
			for segment := range strings.SplitSeq(run, "/") {
				add(all, segment)
				add(all, strings.TrimSuffix(segment, path.Ext(segment)))
			}
		}
		i = end
	}
}

// inRun reports whether a byte may be in an address.
func inRun(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 || strings.IndexByte("-_./%~+", c) >= 0
}

// isText reports whether a file is code or data that may contain addresses.
func isText(base string) bool {
	switch base {
	case "_redirects", "_headers", ".htaccess", "Caddyfile", "nginx.conf", "CNAME":
		return true
	}
	switch strings.ToLower(path.Ext(base)) {
	case ".js", ".mjs", ".cjs", ".ts", ".mts", ".tsx", ".jsx", ".json", ".json5", ".jsonc", ".yml", ".yaml", ".toml", ".csv", ".tsv", ".xml", ".conf", ".map",
		".py", ".rb", ".php", ".go", ".lua", ".vue", ".svelte", ".astro", ".njk", ".liquid", ".hbs", ".pug", ".ejs", ".erb", ".webc", ".jinja", ".j2", ".twig",
		".bib", ".nginx", ".sh", ".rs", ".r", ".hs", ".scm", ".el", ".kdl", ".graphql", ".sql", ".txt", ".rst", ".adoc", ".ini", ".cfg":
		return true
	}
	return false
}

// isData reports whether each line of a file may be a record or a field of one.
func isData(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yml", ".yaml", ".json", ".toml", ".csv", ".tsv", ".bib":
		return true
	}
	return false
}

// isLock reports whether a file lists packages, or holds what was compiled.
func isLock(base string) bool {
	return strings.Contains(base, "lock") || strings.HasSuffix(base, ".min.js") || strings.HasSuffix(base, ".map")
}
