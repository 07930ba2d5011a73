// Package setup surveys a repository of articles and generates what copychief needs there:
// a configuration, a pre-commit hook, a workflow.
//
// A survey has four steps. Package site recognises the generator, and reads its
// configuration and the metadata of a sample of drafts; articles.go separates articles from
// other drafts; shortcodes.go reads a sample of the articles for template tags; profile.go
// chooses the rules. config.go writes the result, and the reasons, as a configuration.
//
// The trade-off: a survey guesses. It leaves out a setting rather than writing one that may be
// wrong, since the defaults work well, and each line of the configuration says where it comes from.
package setup

import (
	"context"
	"io"
	"io/fs"

	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/settings"
	"github.com/copychief/copychief/lint/site/survey"
)

// Limits for reading. A sample of the articles is enough, and a broken or hostile
// repository must not make a survey slow.
const (
	sampleSize  = 300     // articles read
	articleSize = 1 << 20 // bytes of one of them
	openings    = 2000    // drafts whose metadata decides what they are
	headSize    = 1 << 14 // bytes of their heads
)

// Survey is the result of [Look].
type Survey struct {
	Generator Generator
	Drafts    int      // files that copychief could read
	Articles  []string // drafts that are articles, by path
	Read      int      // number of articles read
	Folders   []Folder // folders of articles, most articles first
	Ignore    []string // globs of drafts that are not articles
	Ignored   int      // number of drafts that these match

	Hosts      []settings.Value // of the site, most likely first; at most three
	Language   settings.Value   // as a BCP 47 tag; empty if unknown
	Static     []string         // folders that are served from the root of the site
	Fields     []survey.Field   // by role
	Unused     []string         // fields without a role, most frequent first
	Shortcodes []Shortcode
	Profile    settings.Value // Where says why
	Profiles   []Profile      // of folders that differ
	Baseline   bool           // there is a baseline with the default name
}

// Folder is a folder with the number of articles in it and its subfolders.
type Folder struct {
	Path     string
	Articles int
}

// Profile is the profile for a folder.
type Profile struct{ Glob, Name string }

// looker is the state of a survey.
type looker struct {
	files  fs.FS
	drafts []string
	known  *site.Recognised
	main   *site.Found // the site that the configuration is about
	sample [][]byte    // articles
	Survey
}

// Look surveys a repository. files is its file tree, drafts are the sorted paths in it of
// all files that copychief could check. The error is that of a cancelled context; files
// that cannot be read are ignored.
func Look(ctx context.Context, files fs.FS, drafts []string) (*Survey, error) {
	l := &looker{files: files, drafts: drafts, Survey: Survey{Drafts: len(drafts)}}
	for _, step := range []func(context.Context){
		l.recognise, l.articles, l.read, func(context.Context) { lookForShortcodes(l) }, func(context.Context) { lookForProfile(l) },
	} {
		step(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	l.Baseline = l.exists(baselineName)
	return &l.Survey, nil
}

// exists reports whether a path of the repository exists.
func (l *looker) exists(name string) bool {
	_, err := fs.Stat(l.files, name)
	return err == nil
}

// content returns up to most bytes of a regular file. It returns nil if there is none, or if
// it is longer and whole is set.
func (l *looker) content(name string, most int64, whole bool) []byte {
	info, err := fs.Stat(l.files, name)
	if err != nil || !info.Mode().IsRegular() || whole && info.Size() > most {
		return nil
	}
	f, err := l.files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // it is only read
	out, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil
	}
	return out
}
