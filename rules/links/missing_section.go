package links

import (
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
)

// reportMissing reports the links to sections that a draft does not have. A section of a draft
// beside it is named; if a program makes one document of both, it is there.
func reportMissing(f *fragments, ids []string, links []*lint.Link) {
	var found []lint.Finding
	near := &beside{}
	calls := headedByCalls(f.p.Doc, ids)
	for i, id := range ids {
		if calls[anchor.Squash(id)] {
			continue
		}
		finding := lint.Finding{Span: links[i].Span, Shared: "#" + id}
		var others []string
		if i < mostSearched {
			if near.p == nil {
				near = readBeside(f.p)
			}
			others = near.with(id)
		}
		target := links[i].Target.String()
		switch part := near.isPart(f.p.Name); {
		case near.assembled(others), len(others) > 0 && near.joined && f.p.Kind != lint.KindProject: // a readme is also read by itself
			continue
		case len(others) == 1 || len(others) > 0 && part:
			finding.Severity = lint.Warning // a program may make one document of them
			finding.Message = fmt.Sprintf("Section “%s” is not here but in “%s”; name that file, or another section", lint.Shorten(target, 36), lint.Shorten(path.Base(others[0]), 32))
		default:
			if len(near.parts) > 0 && !near.complete {
				finding.Severity = lint.Warning // it may be in a part that is not known
			}
			finding.Message = notThere(f.p.Doc, target, id)
		}
		found = append(found, finding)
	}
	for _, finding := range found {
		if len(found) > several {
			finding.Together = "%d links lead to sections that this article does not have; what makes their ids may have changed"
		}
		f.p.Report(finding)
	}
}

// notThere returns the message about a section that is nowhere, with the one that was meant, if
// that is certain.
func notThere(d *lint.Document, target, id string) string {
	if near := resolve.Nearest(id, d.Anchors); near != "" {
		return fmt.Sprintf("No section is called “%s”; the nearest is “#%s”", lint.Shorten(target, 24), lint.Shorten(near, 40))
	}
	return fmt.Sprintf("No section of this article is called “%s”; name one that is there", lint.Shorten(target, 41))
}

// headedByCalls returns those of some ids, as letters and digits, that a script of the site
// makes from headings without their arguments, such as “toll(road, [hour])”. A few of them show
// that there is one.
func headedByCalls(d *lint.Document, ids []string) map[string]bool {
	const fewest = 3
	if len(ids) < fewest {
		return nil
	}
	names, found := map[string]bool{}, map[string]bool{}
	for _, h := range d.Headings() {
		if name, _, is := strings.Cut(h.Text.Plain(), "("); is {
			names[anchor.Squash(name)] = true
		}
	}
	for _, id := range ids {
		if key := anchor.Squash(id); names[key] {
			found[key] = true
		}
	}
	if len(found) < fewest {
		return nil
	}
	return found
}
