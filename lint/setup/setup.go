// Package setup looks at a repository of articles and writes what copychief needs
// to start there: a configuration, a pre-commit hook, a workflow.
//
// A look has four steps, a file each. generator.go tells from the names of files
// what builds the site; siteconfig.go reads that program's configuration for host,
// language and folders; articles.go parts articles from the rest; fields.go and
// shortcodes.go look into a sample of the articles for names of metadata fields and
// template tags. config.go writes down what was found, and why.
//
// Nothing of the repository is run. Configurations in YAML, TOML and JSON are parsed;
// those that are programs are searched for a few plain assignments, and what is not
// plain is not found. Files are read through an [fs.FS], which its maker keeps inside
// the repository, and only in part where they are long or many.
//
// The trade: a look guesses. It prefers saying nothing to a setting that may be
// wrong, since a writer does not miss what copychief does well by default, and each
// line that it writes says where it comes from.
package setup

import (
	"context"
	"io"
	"io/fs"

	"github.com/copychief/copychief/lint"
)

// What is read at most. A site has more articles than a look needs, and a broken or
// hostile repository must not hold it up.
const (
	sampleSize  = 300     // articles looked into
	articleSize = 1 << 20 // bytes of one of them
	settingSize = 1 << 18 // bytes of a configuration
	openings    = 2000    // files whose first bytes are looked at for front matter
)

// Survey is what a look found.
type Survey struct {
	Generator Generator
	Drafts    int      // files that copychief could read
	Articles  []string // those that are articles, by path
	Read      int      // of the articles, how many were looked into
	Folders   []Folder // where the articles are, the fullest first
	Ignore    []string // globs of drafts that are no articles
	Ignored   int      // how many drafts these match

	Hosts      []Found  // of the site, the likeliest first; at most three
	Language   Found    // as a tag; empty where nothing says it
	Static     []string // folders that are served from the root of the site
	Fields     []Field  // by role
	Unused     []string // fields that play no role, the most frequent first
	Shortcodes []Shortcode
	Profile    Found     // Where says why
	Profiles   []Profile // of folders that differ
	Baseline   bool      // one is there, under the usual name
}

// Found is something that was found, and where.
type Found struct{ Value, Where string }

// Folder is a folder with the number of articles in it and below.
type Folder struct {
	Path     string
	Articles int
}

// Profile is the profile that fits a folder.
type Profile struct{ Glob, Name string }

// Field says which names of metadata fields play a role.
type Field struct {
	Role     lint.Role
	Names    []string // as written in the articles, the preferred first
	Articles int      // that have one of them
	Own      bool     // copychief does not know the names by itself
}

// looker is a look in the making.
type looker struct {
	files    fs.FS
	drafts   []string
	settings settings // of the generator
	sample   []article
	Survey
}

// Look surveys a repository. files is its tree, drafts are the paths in it of all
// files that copychief could check, in order. The error is that of a cancelled
// context: what cannot be read is taken as not being there.
func Look(ctx context.Context, files fs.FS, drafts []string) (*Survey, error) {
	l := &looker{files: files, drafts: drafts, Survey: Survey{Drafts: len(drafts)}}
	for _, step := range []func(context.Context){
		l.generator, l.articles, l.read, l.hosts, l.language, l.fields, l.shortcodes, l.static, l.profile,
	} {
		step(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	l.Baseline = l.exists(baselineName)
	return &l.Survey, nil
}

// exists reports whether a path of the repository is there.
func (l *looker) exists(name string) bool {
	_, err := fs.Stat(l.files, name)
	return err == nil
}

// folder reports whether a path is a folder.
func (l *looker) folder(name string) bool {
	info, err := fs.Stat(l.files, name)
	return err == nil && info.IsDir()
}

// content returns up to most bytes of a regular file; nothing where there is none, or
// where it is longer and must be whole.
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
