package setup

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// static finds the folder that is served from the root of the site: the one that contains
// the images that articles refer to by a path from the root, or in a tag. Without such
// images, it is the default of the generator. If many of these images do not exist, paths
// are resolved in some other way, and no folder is set, because images would be reported as
// broken.
func (l *looker) static(context.Context) {
	candidates := l.kind().static
	if dir := l.settings["staticdir"]; dir != "" {
		candidates = []string{dir}
	}
	images := l.images()
	best, most := "", 0
	for _, folder := range candidates {
		if folder = path.Clean(l.in(folder)); !l.folder(folder) {
			continue
		}
		there := 0
		for _, m := range images {
			if l.exists(path.Join(folder, path.Clean("/"+m.name))) || m.name[0] != '/' && l.exists(path.Join(m.folder, m.name)) {
				there++
			}
		}
		if there > most || len(images) == 0 && best == "" && folder == path.Clean(l.in(candidates[0])) && folder != "." {
			best, most = folder, there
		}
	}
	if best != "" && 10*most >= 9*len(images) {
		l.Static = []string{best}
	}
}

// imageRef is the path of an image in an article, with the folder of the article.
type imageRef struct{ name, folder string }

// images returns the images of the sample whose existence depends on the folder.
func (l *looker) images() (all []imageRef) {
	const enough = 500
	for i := range l.sample {
		a := &l.sample[i]
		names := slices.Clone(a.images)
		for k := range a.doc.Images {
			if m := &a.doc.Images[k]; m.Origin == lint.ImageTemplate || strings.HasPrefix(m.Target.String(), "/") {
				names = append(names, m.Target.String())
			}
		}
		for _, name := range names {
			local := name != "" && !strings.HasPrefix(name, "//") && !strings.ContainsAny(name, "?#%{\\:") && !strings.ContainsRune(name, lint.Object)
			if local && imageFile().MatchString(name) && len(all) < enough {
				all = append(all, imageRef{name, path.Dir(a.doc.Source.Path)})
			}
		}
	}
	return all
}
