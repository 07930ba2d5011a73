package docs

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

// Example is an example of a rule: a draft, or several files that form a site.
type Example struct {
	Name     string // "too-wide": without kind and extension
	Bad      bool   // the rule flags it
	Trap     bool   // good, and a naive version of the rule would flag it
	Site     bool   // it is a folder of files
	Files    []txtar.File
	Config   string // its .copychief.yml; "" for none
	Recorded string // its recorded findings; "" for none
	Fixed    string // the draft after the fixes; "" for none
}

// Archive is the parsed txtar of a rule: its explanation and its examples. File names are
// relative to the example.
type Archive struct {
	Explanation string // Markdown
	Examples    []*Example
	Sources     []txtar.File // texts that the examples quote from; names are relative to “sources”
}

// Parse parses the txtar of a rule; see lint/linttest for its layout. The error names a file
// that does not belong to an example.
func Parse(text string) (*Archive, error) {
	files := txtar.Parse([]byte(text))
	a := &Archive{Explanation: strings.TrimSpace(string(files.Comment))}
	config, fixed := map[string]string{}, map[string]string{}
	for _, f := range files.Files {
		kind, rest, _ := strings.Cut(f.Name, "/")
		switch {
		case rest == "":
			kind = ""
		case kind == "fixed":
			fixed[stem(rest)] = string(f.Data)
		case kind == "config":
			config[stem(rest)] = string(f.Data)
		case kind == "sources":
			a.Sources = append(a.Sources, txtar.File{Name: rest, Data: f.Data})
		case kind == "bad", kind == "good":
			a.add(kind == "bad", rest, f.Data)
		default:
			kind = ""
		}
		if kind == "" {
			return nil, fmt.Errorf("%s: want bad/, good/, fixed/, sources/ or config/", f.Name)
		}
	}
	for _, e := range a.Examples {
		if len(e.Files) == 0 {
			return nil, fmt.Errorf("%s: findings without a draft", e.Name)
		}
		if e.Config = config[e.Name]; e.Bad {
			e.Fixed = fixed[e.Name]
		}
	}
	return a, nil
}

// add adds a file under bad/ or good/ to its example.
func (a *Archive) add(bad bool, rest string, data []byte) {
	if draft, ok := strings.CutSuffix(rest, ".findings"); ok {
		a.example(bad, stem(draft)).Recorded = string(data)
		return
	}
	name, file, site := strings.Cut(rest, "/")
	if !site {
		name, file = stem(rest), rest
	}
	e := a.example(bad, name)
	e.Site = site
	e.Files = append(e.Files, txtar.File{Name: file, Data: data})
}

// example returns the example with a kind and name, adding it if it is new.
func (a *Archive) example(bad bool, name string) *Example {
	for _, e := range a.Examples {
		if e.Name == name && e.Bad == bad {
			return e
		}
	}
	e := &Example{Name: name, Bad: bad, Trap: !bad && strings.HasPrefix(name, "trap-")}
	a.Examples = append(a.Examples, e)
	return e
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// Finding is one recorded finding of an example.
type Finding struct {
	Place, Severity, Message string
	Notes                    []string // fixes and related places
}

// Findings returns the recorded findings. Each is a line PLACE SEVERITY MESSAGE, followed by
// lines with notes, which begin with a tab.
func (e *Example) Findings() (all []Finding) {
	for line := range strings.Lines(e.Recorded) {
		line = strings.TrimRight(line, "\n")
		if note, ok := strings.CutPrefix(line, "\t"); ok {
			if len(all) > 0 {
				last := &all[len(all)-1]
				last.Notes = append(last.Notes, note)
			}
			continue
		}
		if parts := strings.SplitN(line, " ", 3); len(parts) == 3 {
			all = append(all, Finding{Place: parts[0], Severity: parts[1], Message: parts[2]})
		}
	}
	return all
}
