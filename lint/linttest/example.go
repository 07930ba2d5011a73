package linttest

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

// Example is one example of a rule: a draft or a small site.
type Example struct {
	Name    string       // "too-wide": without kind and extension
	Bad     bool         // the rule must flag it
	Trap    bool         // good, and a naive version of the rule would flag it
	Files   []txtar.File // names relative to the site; one draft has one file
	Site    bool         // it is a folder of files
	Sources []txtar.File // what it quotes from; names relative to the folder “sources”
	Config  string       // its .copychief.yml; "" for none
	Wanted  *string      // the recorded findings; nil where none are recorded
	Fixed   *string      // the recorded draft after fixing; nil where none is recorded
}

// Parse splits a rule's txtar into its explanation and its examples, sorted as
// they are written.
func Parse(docs string) (explanation string, examples []*Example, err error) {
	archive := txtar.Parse([]byte(docs))
	byKey := map[string]*Example{}
	get := func(bad bool, name string) *Example {
		key := fmt.Sprint(bad, name)
		e := byKey[key]
		if e == nil {
			e = &Example{Name: name, Bad: bad, Trap: !bad && strings.HasPrefix(name, "trap-")}
			byKey[key] = e
			examples = append(examples, e)
		}
		return e
	}
	config, fixed := map[string]string{}, map[string]string{}
	var sources []txtar.File
	for _, f := range archive.Files {
		kind, rest, ok := strings.Cut(f.Name, "/")
		if !ok || rest == "" {
			return "", nil, fmt.Errorf("%s: want bad/, good/, fixed/, sources/ or config/", f.Name)
		}
		switch kind {
		case "bad", "good":
			addFile(get, kind == "bad", rest, f.Data)
		case "fixed":
			fixed[stem(rest)] = string(f.Data)
		case "sources":
			sources = append(sources, txtar.File{Name: rest, Data: f.Data})
		case "config":
			config[stem(rest)] = string(f.Data)
		default:
			return "", nil, fmt.Errorf("%s: want bad/, good/, fixed/, sources/ or config/", f.Name)
		}
	}
	for _, e := range examples {
		e.Config, e.Sources = config[e.Name], sources
		if s, ok := fixed[e.Name]; ok && e.Bad {
			e.Fixed = &s
		}
		if len(e.Files) == 0 {
			return "", nil, fmt.Errorf("%s: findings without a draft", e.Name)
		}
	}
	return strings.TrimSpace(string(archive.Comment)), examples, nil
}

func addFile(get func(bool, string) *Example, bad bool, rest string, data []byte) {
	if wanted, ok := strings.CutSuffix(rest, ".findings"); ok {
		s := string(data)
		get(bad, stem(wanted)).Wanted = &s
		return
	}
	if folder, file, ok := strings.Cut(rest, "/"); ok {
		e := get(bad, folder)
		e.Site = true
		e.Files = append(e.Files, txtar.File{Name: file, Data: data})
		return
	}
	e := get(bad, stem(rest))
	e.Files = append(e.Files, txtar.File{Name: rest, Data: data})
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// format writes a rule's txtar with the findings and fixed drafts of the
// examples as they are now, each behind the last file of its example.
func format(docs string, examples []*Example) []byte {
	archive := txtar.Parse([]byte(docs))
	left := map[string]int{} // files of an example that are still to come
	for _, e := range examples {
		left[e.key()] = len(e.Files)
	}
	var files []txtar.File
	for _, f := range archive.Files {
		if isRecord(f.Name) {
			continue
		}
		files = append(files, f)
		for _, e := range examples {
			if e.owns(f.Name) {
				if left[e.key()]--; left[e.key()] == 0 {
					files = append(files, e.records()...)
				}
			}
		}
	}
	archive.Files = files
	return txtar.Format(archive)
}

func isRecord(name string) bool {
	return strings.HasPrefix(name, "fixed/") || strings.HasSuffix(name, ".findings")
}

func (e *Example) key() string {
	if e.Bad {
		return "bad/" + e.Name
	}
	return "good/" + e.Name
}

func (e *Example) owns(name string) bool {
	if e.Site {
		return strings.HasPrefix(name, e.key()+"/")
	}
	return name == e.key()+path.Ext(name)
}

// records returns the files that are written by -update.
func (e *Example) records() []txtar.File {
	var files []txtar.File
	name := e.Files[0].Name
	if e.Site {
		name = e.Name
	}
	if e.Bad && e.Wanted != nil {
		files = append(files, txtar.File{Name: "bad/" + name + ".findings", Data: []byte(*e.Wanted)})
	}
	if e.Bad && e.Fixed != nil && !e.Site {
		files = append(files, txtar.File{Name: "fixed/" + name, Data: []byte(*e.Fixed)})
	}
	return files
}
