package site

import (
	"bytes"
	"path"
	"strings"
)

// mostImages is how many images of the samples are looked for.
const mostImages = 120

// served looks for the folders that are served from the root of the site: of those in
// which the generator may have them, the ones in which the images are that drafts name
// by a path from the root, or give to a tag. Without such images it is the first that is
// there. Where many of them are not there, something else decides about addresses, and
// no folder is named: an image that is looked for in the wrong place is reported as
// broken.
func (r *repository) served(f *Found, samples []sample) {
	var candidates []string
	for _, dir := range f.static {
		if r.folder(dir) {
			candidates = append(candidates, dir)
		}
	}
	images := imagesOf(samples)
	there := 0
	used := map[string]bool{}
	for _, m := range images {
		dir, ok := r.holder(candidates, m)
		if ok {
			there++
		}
		if dir != "" {
			used[dir] = true
		}
	}
	switch {
	case len(images) == 0:
		if len(candidates) > 0 && candidates[0] == f.static[0] && candidates[0] != "." {
			f.Static = candidates[:1]
		}
	case 10*there >= 9*len(images):
		for _, dir := range candidates {
			if used[dir] {
				f.Static = append(f.Static, dir)
			}
		}
	}
}

// holder returns the folder in which an image is; ok says that it is there, be it
// beside the draft.
func (r *repository) holder(candidates []string, m image) (dir string, ok bool) {
	for _, dir := range candidates {
		if r.exists(path.Join(dir, path.Clean("/"+m.name))) {
			return dir, true
		}
	}
	return "", m.name[0] != '/' && r.exists(path.Join(m.folder, m.name))
}

// image is an image as a draft names it, with the folder of the draft.
type image struct{ name, folder string }

// imageExtensions are those of the images that are looked for.
var imageExtensions = [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"}

// imagesOf returns the images of the samples for which it depends on the folder whether
// they are found: those with a path from the root, and those that a tag is given. The
// heads are searched for what ends as an image; parsing them would cost too much.
func imagesOf(samples []sample) (all []image) {
	for i := range samples {
		s := &samples[i]
		for _, extension := range imageExtensions {
			rest := s.head
			for len(all) < mostImages {
				at := bytes.Index(rest, []byte(extension))
				if at < 0 {
					break
				}
				if name := imageAt(rest, at, at+len(extension)); name != "" {
					all = append(all, image{name, path.Dir(s.name)})
				}
				rest = rest[at+len(extension):]
			}
		}
	}
	return all
}

// imageAt returns the name of an image that ends in text[at:end], or "" where nothing
// can be said of where it should be.
func imageAt(text []byte, at, end int) string {
	if end >= len(text) || bytes.IndexByte([]byte(`"')`), text[end]) < 0 {
		return ""
	}
	from := at
	for from > 0 && bytes.IndexByte([]byte("\"'()[]{}<>=`,| \t\r\n"), text[from-1]) < 0 {
		from--
	}
	name := string(text[from:end])
	if from == 0 || name[0] == '.' || strings.HasPrefix(name, "//") || strings.ContainsAny(name, `?#%\:`) {
		return ""
	}
	if name[0] == '/' {
		return name
	}
	// A tag's argument: the line has a tag that opens before it.
	line := text[bytes.LastIndexByte(text[:from], '\n')+1 : from]
	if text[from-1] != '"' && text[from-1] != '\'' || !bytes.Contains(line, []byte("{{<")) && !bytes.Contains(line, []byte("{%")) {
		return ""
	}
	return name
}
