package discover

import (
	"errors"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/export"
)

// addExport adds the posts of the export of a site; it returns false if the file is not one.
func addExport(d *discovery, typed, file string) bool {
	site, err := export.Open(file)
	switch {
	case errors.Is(err, export.ErrNone):
		return false
	case err != nil:
		d.miss(d.shown(typed, file), err.Error())
		return true
	}
	settings, ok := d.settings(file)
	if !ok {
		return true
	}
	if site.Host != "" && len(settings.Parse.Hosts) == 0 {
		own := *settings
		own.Parse.Hosts = []string{site.Host}
		settings = &own
	}
	readOnly := fmt.Sprintf("an export is not rewritten; make the change in %s", site.System)
	for i := range site.Posts {
		p := &site.Posts[i]
		name := file + "#" + p.Slug
		if d.seen[name] {
			continue
		}
		d.seen[name] = true
		d.found.Drafts = append(d.found.Drafts, Draft{
			Path: d.shown(typed, file) + "#" + p.Slug, File: name, Settings: settings, Format: lint.HTML,
			Content: post{p}, ReadOnly: readOnly, named: true,
		})
	}
	d.found.Exports = append(d.found.Exports, site.Summary())
	return true
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
