package links

import (
	"io/fs"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
)

// mostRead is the maximum size of a link target that is searched for sections.
const mostRead = 256 << 10

// mostPages is the number of drafts that are read for the links of one draft.
const mostPages = 200

// pages looks up sections in other drafts of the site.
type pages struct {
	p    *lint.Pass
	read map[string][]byte // by path; nil if the draft cannot be searched
}

// lacks reports whether a link leads to a section that another draft certainly does not
// have: the target is the path of a draft beside this one, nothing is filled into it, and
// the way in which the generator makes ids is known.
func (o *pages) lacks(target string) (name, id string, lacks bool) {
	name, id, found := strings.Cut(target, "#")
	s := o.p.Site
	if !found || s == nil || s.Generator == "" || len(s.HeadingIDs) == 0 || s.Rewritten || s.Links.Named || name == "" || name[0] == '/' {
		return "", "", false
	}
	full := o.full(name)
	if full == "" {
		return "", "", false
	}
	id = unescaped(id)
	if id == "" || always(id) || strings.ContainsAny(id, "{}$=/:") {
		return "", "", false
	}
	if f, ok := lint.FormatOf(full); !ok || !f.Can(lint.LinksByReference) || !fs.ValidPath(full) {
		return "", "", false
	}
	text := o.text(full)
	if text == nil || anchor.InDraft(text, id, s.HeadingIDs) || anchor.InTemplates(o.p.Files, s, id) {
		return "", "", false
	}
	return name, id, true
}

// full returns the path of the draft that a target names, or "".
func (o *pages) full(name string) string {
	if full, aliased := resolve.Aliased(o.p, unescaped(name)); aliased {
		return full
	}
	if strings.ContainsAny(name, "?{}$|<>:@~") {
		return ""
	}
	return path.Join(path.Dir(o.p.Name), unescaped(name))
}

// nearest returns the heading that a missing section of a draft was certainly meant for, or "".
func (o *pages) nearest(name, id string) string {
	near := resolve.Nearest(id, anchor.Headings(o.text(o.full(name))))
	return strings.NewReplacer("[", "", "]", "", "`", "", "*", "").Replace(near)
}

// text returns the source of a draft, or nil if it cannot be searched.
func (o *pages) text(full string) []byte {
	if text, known := o.read[full]; known {
		return text
	}
	if o.read == nil {
		o.read = map[string][]byte{}
	}
	if len(o.read) >= mostPages {
		return nil
	}
	var text []byte
	if info, err := fs.Stat(o.p.Files, full); err == nil && info.Mode().IsRegular() && info.Size() <= mostRead {
		if content, err := fs.ReadFile(o.p.Files, full); err == nil && len(content) > 0 {
			text = content
		}
	}
	o.read[full] = text
	return text
}
