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
// person or a sponsor, or the notes on a release, which are named by its number.
func record(name string, d *lint.Document, dated bool) bool {
	dir, file := path.Split(strings.ToLower(name))
	folders := strings.Split(strings.Trim(dir, "/"), "/")
	stem := lint.StemOf(file)
	switch {
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
