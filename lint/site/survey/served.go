package survey

import (
	"bytes"
	"path"
	"strings"

	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostImages is the maximum number of sampled images to look for.
const mostImages = 120

// findServed determines which folders are served from the root of the site. Among the folders
// that the generator may serve, it chooses those that contain the images in the drafts
// with paths from the root or in arguments of tags. If there are no such images, it
// chooses the first candidate, if it exists. If more than a tenth of the images, and more
// than one, are not found, addresses are determined in some other way and no folder is chosen: looking for
// images in the wrong folder would report them as missing.
func findServed(files *repository.Files, site *generator.Instance, samples []sample) {
	var candidates []string
	for _, dir := range site.Served {
		if files.IsFolder(dir) {
			candidates = append(candidates, dir)
		}
	}
	images := imagesOf(samples)
	there := 0
	used := map[string]bool{}
	for _, m := range images {
		dir, ok := holderOf(files, candidates, m)
		if ok {
			there++
		}
		if dir != "" {
			used[dir] = true
		}
	}
	switch {
	case len(images) == 0:
		if len(candidates) > 0 && candidates[0] == site.Served[0] && candidates[0] != "." {
			site.Static = candidates[:1]
		}
	case 10*there >= 9*len(images), there > 1 && len(images)-there == 1: // one of a few may be a mistake
		for _, dir := range candidates {
			if used[dir] {
				site.Static = append(site.Static, dir)
			}
		}
	}
}

// holderOf returns the folder that contains an image; ok is also true if the image is in the
// folder of the draft.
func holderOf(files *repository.Files, candidates []string, m image) (dir string, ok bool) {
	for _, dir := range candidates {
		if files.Exists(path.Join(dir, path.Clean("/"+m.name))) {
			return dir, true
		}
	}
	return "", m.name[0] != '/' && files.Exists(path.Join(m.folder, m.name))
}

// image is the path of an image as written in a draft, with the folder of the draft.
type image struct{ name, folder string }

// imageExtensions are the extensions of the images to look for.
var imageExtensions = [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"}

// imagesOf returns the images in the samples whose location depends on the served folders:
// those with a path from the root, and those in arguments of tags. It searches the text
// for image extensions, since parsing the samples would be too slow.
func imagesOf(samples []sample) (all []image) {
	for i := range samples {
		s := &samples[i]
		for at := 0; len(all) < mostImages; at++ {
			dot := bytes.IndexByte(s.head[at:], '.')
			if dot < 0 {
				break
			}
			at += dot
			for _, extension := range imageExtensions {
				if !bytes.HasPrefix(s.head[at:], []byte(extension)) {
					continue
				}
				if name := imageAt(s.head, at, at+len(extension)); name != "" {
					all = append(all, image{name, path.Dir(s.name)})
				}
				break
			}
		}
	}
	return all
}

// imageAt returns the path of an image that ends at text[at:end], or "" if its location
// cannot be determined.
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
	// An argument of a tag: a tag opens earlier on the line.
	line := text[bytes.LastIndexByte(text[:from], '\n')+1 : from]
	if text[from-1] != '"' && text[from-1] != '\'' || !bytes.Contains(line, []byte("{{<")) && !bytes.Contains(line, []byte("{%")) {
		return ""
	}
	return name
}
