package kind

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// longestProfile is the maximum number of words of a profile. A longer text about a person is
// an article.
const longestProfile = 150

// record reports whether a draft is one of many records that a site lists: the profile of a
// person or a sponsor, the notes on a release, which are named by its number, or a decision with
// its reasons.
func record(name string, d *lint.Document, dated bool) bool {
	dir, file := path.Split(strings.ToLower(name))
	folders := strings.Split(strings.Trim(dir, "/"), "/")
	stem := lint.StemOf(file)
	switch {
	case decision(folders, stem, d, dated):
		return true
	case dated || stem == "index" || stem == "_index":
		return false
	case isVersion(stem) && contains(folders, []string{"release", "releases", "release-notes", "release_notes", "changelog", "changelogs"}):
		return true
	}
	last := strings.TrimPrefix(folders[len(folders)-1], "_")
	return slices.Contains(profileFolders(), last) && d.Meta.Format != lint.NoMeta && words(d) <= longestProfile
}

// profileFolders returns the names of folders with a file for each person or organisation.
func profileFolders() []string {
	return []string{
		"people", "person", "persons", "team", "members", "speakers", "authors", "author", "staff", "profiles", "mentors", "alumni", "board", "bios",
		"sponsors", "partners", "testimonials", "organizers", "organisers",
	}
}

// decision reports whether a draft records what was decided, in a folder for that: its name begins
// with a number, or it has a status.
func decision(folders []string, stem string, d *lint.Document, dated bool) bool {
	own := folders
	const nearest = 2 // a decision may have a folder of its own
	if len(own) > nearest {
		own = own[len(own)-nearest:]
	}
	if !contains(own, []string{"adr", "adrs", "decisions", "decision-records", "decision-log", "architecture-decisions", "architecture-decision-records", "rfc", "rfcs"}) {
		return false
	}
	if stem == "index" || stem == "_index" {
		stem = folders[len(folders)-1]
	}
	return hasStatus(d) || !dated && numbered(stem)
}

// numbered reports whether a name begins with a number of three or four digits that is not a date,
// after an abbreviation at most: 0012-ferries, adr-012-ferries.
func numbered(stem string) bool {
	const short, long = 3, 4
	if at := strings.IndexAny(stem, "-_0123456789"); at > 0 && at <= long {
		stem = strings.TrimLeft(stem[at:], "-_")
	}
	rest := strings.TrimLeft(stem, "0123456789")
	digits := len(stem) - len(rest)
	if digits < short || digits > long {
		return false
	}
	day := len(rest) > 2 && isDigit(rest[1]) && isDigit(rest[2])
	return rest == "" || !isDigit(rest[0]) && !day
}

// hasStatus reports whether a record gives the status of its decision: in a field of the metadata,
// in a line near its beginning, or below a heading.
func hasStatus(d *lint.Document) bool {
	const reach = 12 // blocks
	for i := range d.Meta.Fields {
		if strings.EqualFold(d.Meta.Fields[i].Name, "status") {
			return true
		}
	}
	for i := range d.Blocks[:min(len(d.Blocks), reach)] {
		first, _, _ := strings.Cut(d.Blocks[i].Text.String(), " ")
		if first = strings.TrimRight(first, ":"); strings.EqualFold(first, "status") {
			return true
		}
	}
	return false
}

// isVersion reports whether a name is the number of a version: v0.13.0, 4.14.
func isVersion(stem string) bool {
	parts := strings.Split(strings.TrimPrefix(stem, "v"), ".")
	for _, part := range parts {
		if _, err := strconv.ParseUint(part, 10, 16); err != nil {
			return false
		}
	}
	return len(parts) >= 2
}

// words counts the words of a document outside of headings.
func words(d *lint.Document) (n int) {
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind != lint.Heading {
			n += len(strings.Fields(b.Text.String()))
		}
	}
	return n
}
