package discover

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/export"
)

// addExport adds the posts of the export of a site; it returns false if the file is not one.
func addExport(d *discovery, typed, file string) bool {
	posts, summary, is := postsOf(d, typed, file)
	for i := range posts {
		addOnce(d, &posts[i])
	}
	if summary != "" {
		d.found.Exports = append(d.found.Exports, summary)
	}
	return is
}

// addPost adds one post of an export, named by its slug: island.xml#ferry. It returns false if the
// path does not name a post. The other posts are its neighbours.
func addPost(d *discovery, typed, file string) bool {
	whole, slug, is := cutPost(file)
	name, _, _ := cutPost(typed)
	if !is {
		return false
	}
	notify(d.request.OnFile, whole)
	if _, err := os.Stat(whole); err != nil {
		d.errs = append(d.errs, NotThere(name, whole))
		return true
	}
	posts, _, is := postsOf(d, name, whole)
	if !is {
		d.errs = append(d.errs, unknown(name, ""))
		return true
	}
	if len(posts) == 0 {
		return true // the reason is reported
	}
	at := slices.IndexFunc(posts, func(p Draft) bool { return p.File == file })
	if at < 0 {
		d.errs = append(d.errs, noPost(typed, name, slug, posts))
		return true
	}
	d.found.Partial = true
	addOnce(d, &posts[at])
	d.found.Beside = append(d.found.Beside, slices.Delete(posts, at, at+1)...)
	return true
}

// addOnce adds a post, unless it was added before.
func addOnce(d *discovery, p *Draft) {
	if !d.seen[p.File] {
		d.seen[p.File] = true
		d.found.Drafts = append(d.found.Drafts, *p)
	}
}

// cutPost divides a path that may name a post of an export into the file and the slug.
func cutPost(path string) (file, slug string, may bool) {
	at := strings.LastIndexByte(path, '#')
	if at < 0 || !export.May(path[:at]) {
		return path, "", false
	}
	return path[:at], path[at+1:], true
}

// noPost returns the error for a slug that no post has.
func noPost(typed, export, slug string, posts []Draft) error {
	slugs := make([]string, len(posts))
	for i := range posts {
		_, slugs[i], _ = cutPost(posts[i].File)
	}
	if near := config.Nearest(slug, slugs); near != "" {
		return fmt.Errorf("%s: no post has this slug; did you mean %s#%s?", typed, export, near)
	}
	return fmt.Errorf("%s: none of the %d posts has this slug; take it from the address of the post", typed, len(posts))
}

// postsOf returns the posts of an export as drafts, and what it holds. It reports what is wrong with
// the file, and returns false if that is no export.
func postsOf(d *discovery, typed, file string) (posts []Draft, summary string, is bool) {
	site, err := export.Open(file)
	switch {
	case errors.Is(err, export.ErrNone):
		return nil, "", false
	case err != nil:
		d.miss(d.shown(typed, file), err.Error())
		return nil, "", true
	}
	settings, ok := d.settings(file)
	if !ok {
		return nil, "", true
	}
	if site.Host != "" && len(settings.Parse.Hosts) == 0 {
		own := *settings
		own.Parse.Hosts = []string{site.Host}
		settings = &own
	}
	readOnly := fmt.Sprintf("an export is not rewritten; make the change in %s", site.System)
	for i := range site.Posts {
		p := &site.Posts[i]
		posts = append(posts, Draft{
			Path: d.shown(typed, file) + "#" + p.Slug, File: file + "#" + p.Slug, Settings: settings, Format: lint.HTML,
			Content: post{p}, ReadOnly: readOnly, named: true,
		})
	}
	return posts, site.Summary(), true
}

// post is the content of a post of an export.
type post struct{ *export.Post }

// Read implements [Content].
func (p post) Read(_ []byte, _ int) ([]byte, error) { return p.Post.Read() }

// unknown returns the error for a file of unknown format. If the file may be an export, which cannot
// be read in this way, where says how to read it; otherwise it is "".
func unknown(typed, where string) error {
	kind := unreadAs(typed)
	switch {
	case kind != nil:
		return fmt.Errorf("%s: copychief does not read %s; %s", typed, kind.extension(typed), strings.Replace(kind.convert, "them", "it", 1))
	case !export.May(typed):
		return fmt.Errorf("%s: unknown format; copychief reads %s", typed, lint.ExtensionList())
	case where != "":
		return fmt.Errorf("%s: %s", typed, where)
	default:
		return fmt.Errorf("%s: %w; copychief reads drafts in %s", typed, export.ErrNone, lint.ExtensionList())
	}
}
