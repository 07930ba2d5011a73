package resolve

import (
	"io/fs"
	"path"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/route"
)

// Suggest returns the path of the file that the name of a missing one was probably meant for, or
// "": the only one in the same folder with the same name and another extension, the only one there
// with nearly the same name, or the only one in the repository with just this name. A file that the
// draft links elsewhere is not suggested.
func Suggest(p *lint.Pass, name string) string {
	full := path.Join(path.Dir(p.Name), name)
	if p.Files == nil || name == "" || name[0] == '/' || !fs.ValidPath(full) {
		return ""
	}
	var names []string
	entries, _ := fs.ReadDir(p.Files, path.Dir(full)) // nothing is near in a folder that cannot be read
	for _, e := range entries {
		if !e.IsDir() && e.Name() != path.Base(p.Name) {
			names = append(names, e.Name())
		}
	}
	near := sameStem(path.Base(full), names)
	if near == "" {
		near = Nearest(path.Base(full), names)
	}
	if near != "" {
		near = path.Join(path.Dir(path.Clean(name)), near)
	} else if all := named(p.Files, path.Base(full)); len(all) == 1 && all[0] != p.Name {
		near = relativeTo(path.Dir(p.Name), all[0])
	}
	if near == "" || linked(p, path.Join(path.Dir(p.Name), near)) {
		return ""
	}
	return near
}

// sameStem returns the only one of some names that differs from a name in its extension alone, or "".
// Only a picture may be meant for a picture.
func sameStem(name string, names []string) (same string) {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, n := range names {
		if strings.TrimSuffix(n, path.Ext(n)) != stem || n == name || isPicture(n) != isPicture(name) {
			continue
		}
		if same != "" {
			return ""
		}
		same = n
	}
	return same
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff", ".ico":
		return true
	}
	return false
}

// linked reports whether the draft links a file.
func linked(p *lint.Pass, full string) bool {
	if p.Doc == nil {
		return false
	}
	for i := range p.Doc.Links {
		if l := &p.Doc.Links[i]; l.Kind == lint.Internal && path.Join(path.Dir(p.Name), Path(l.Target.String())) == full {
			return true
		}
	}
	return false
}

// SuggestPage returns the address of the page that a missing one was probably meant for, or "": the
// only one in the same folder with nearly the same name.
func SuggestPage(p *lint.Pass, address string) string {
	name := Path(hostless(address))
	if p.Files == nil || p.Site == nil || name == "" {
		return ""
	}
	r := &locator{reader: reader{p: p, site: p.Site}}
	folder, last := ends(strings.TrimSuffix(name, "/"))
	var names []string
	for _, root := range r.contents() {
		dir := path.Join(root, folder)
		if !strings.HasPrefix(name, "/") {
			dir = path.Join(path.Dir(p.Name), folder)
		}
		if !fs.ValidPath(dir) {
			continue
		}
		entries, _ := fs.ReadDir(p.Files, dir) // nothing is near in a folder that cannot be read
		for _, e := range entries {
			if f, draft := lint.FormatOf(e.Name()); e.IsDir() || draft && f.Can(lint.NamesPage) {
				names = append(names, lint.StemOf(e.Name()))
			}
		}
	}
	if near := Nearest(last, names); near != "" {
		return folder + "/" + near
	}
	return ""
}

// relativeTo returns the path of a file as a link in a folder has it.
func relativeTo(dir, file string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(file, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		file = file[len(dir)+1:]
	}
	return up + file
}

// Nearest returns the only one of some names that differs from a name by a typo, or "". A different
// number is not a typo.
func Nearest(name string, names []string) string {
	const shortest, long = 4, 10
	key, most := route.Squash(name), 1
	if len(key) < shortest {
		return ""
	}
	if len(key) >= long {
		most = 2
	}
	best := ""
	for _, n := range names {
		other := route.Squash(n)
		if abs(len(other)-len(key)) > most || digits(other) != digits(key) || levenshtein.ComputeDistance(key, other) > most || n == best {
			continue
		}
		if best != "" {
			return ""
		}
		best = n
	}
	return best
}

func abs(n int) int { return max(n, -n) }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}
