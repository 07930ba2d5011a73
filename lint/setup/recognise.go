package setup

import (
	"context"
	"path"

	"github.com/copychief/copychief/lint/site"
)

// Generator describes the generator of a site.
type Generator struct {
	Name   string // "Hugo"; "" if unknown
	Marker string // the file that it was recognised by
	Base   string // the folder of the site; "." for the repository itself
}

// recognise copies what package site recognised into the survey. If there are several
// sites, the configuration is for the one with the most drafts.
func (l *looker) recognise(context.Context) {
	l.known = site.Recognise(l.files, l.drafts, site.Thorough())
	counted := map[*site.Found]int{}
	for _, d := range l.drafts {
		counted[l.known.For(d)]++
	}
	l.main = l.known.Sites[len(l.known.Sites)-1]
	for _, f := range l.known.Sites {
		if counted[f] > counted[l.main] {
			l.main = f
		}
	}
	f := l.main
	l.Generator = Generator{f.Title, f.Marker, f.Base}
	l.Hosts, l.Language, l.Static, l.Fields, l.Unused = f.HostsFrom, f.Language, f.Static, f.Fields, f.Unused
}

// in converts a path relative to the site into one relative to the repository.
func (l *looker) in(name string) string { return path.Join(l.Generator.Base, name) }

// read reads a sample of the articles, spread evenly over all of them.
func (l *looker) read(ctx context.Context) {
	n := len(l.Articles)
	size := min(n, sampleSize)
	for i := range size {
		if ctx.Err() != nil {
			return
		}
		if content := l.content(l.Articles[i*n/size], articleSize, true); content != nil {
			l.sample = append(l.sample, content)
		}
	}
	l.Read = len(l.sample)
}
