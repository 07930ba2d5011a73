package linttest

import (
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/docs"
)

// example is an example of a rule with its recorded results.
type example struct {
	*docs.Example
	Sources []txtar.File // the texts it quotes from; names are relative to the folder “sources”
	Wanted  *string      // the recorded findings; nil if there is no record
	Fixed   *string      // the recorded draft after fixing; nil if there is no record
}

// parseExamples parses the txtar of a rule.
func parseExamples(text string) (explanation string, examples []*example, err error) {
	archive, err := docs.Parse(text)
	if err != nil {
		return "", nil, err
	}
	for _, e := range archive.Examples {
		with := &example{Example: e, Sources: archive.Sources}
		if e.Recorded != "" {
			with.Wanted = &e.Recorded
		}
		if e.Fixed != "" {
			with.Fixed = &e.Fixed
		}
		examples = append(examples, with)
	}
	return archive.Explanation, examples, nil
}

// format formats the txtar of a rule with the current results of its examples, each after
// the last file of its example.
func format(text string, examples []*example) []byte {
	archive := txtar.Parse([]byte(text))
	left := map[string]int{} // number of files of an example still to be written
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

func (e *example) key() string {
	if e.Bad {
		return "bad/" + e.Name
	}
	return "good/" + e.Name
}

func (e *example) owns(name string) bool {
	if e.Site {
		return strings.HasPrefix(name, e.key()+"/")
	}
	return name == e.key()+path.Ext(name)
}

// records returns the files that are written by -update.
func (e *example) records() []txtar.File {
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
