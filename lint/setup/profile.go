package setup

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/site/settings"
)

// profileOf returns the profile that the name of a folder suggests, or "".
func profileOf(folder string) string {
	switch strings.ToLower(strings.TrimLeft(folder, "_")) {
	case "docs", "doc", "documentation", "manual", "reference", "api", "handbook", "help":
		return "docs"
	case "news", "newsroom", "press", "press-releases", "releases", "breaking":
		return "news"
	case "guides", "guide", "evergreen", "explainers", "learn", "tutorials", "how-to", "howto", "topics":
		return "evergreen"
	}
	return ""
}

// lookForProfile guesses the profile from the names of folders: the one suggested for most
// articles, and others for folders that differ.
func lookForProfile(l *looker) {
	speaks := map[string]int{} // profile -> articles
	folder := map[string]string{}
	counted := map[string]int{} // folder -> articles
	for _, a := range l.Articles {
		parts := strings.Split(path.Dir(a), "/")
		for i, part := range parts[:min(len(parts), 4)] {
			if p := profileOf(part); p != "" {
				f := strings.Join(parts[:i+1], "/")
				speaks[p]++
				folder[f] = p
				counted[f]++
				break
			}
		}
	}
	l.Profile = settings.Value{Value: "blog", Where: "the default; no name of a folder suggests another"}
	for _, p := range sortedKeys(speaks) {
		if 2*speaks[p] > len(l.Articles) {
			l.Profile = settings.Value{Value: p, Where: fmt.Sprintf("%d of %d articles are in folders with such names", speaks[p], len(l.Articles))}
		}
	}
	for _, f := range sortedKeys(folder) {
		if p := folder[f]; p != l.Profile.Value && counted[f] >= 2 && len(l.Profiles) < 6 && len(f) < 200 {
			l.Profiles = append(l.Profiles, Profile{plainGlob(f) + "/**", p})
		}
	}
	if l.Profile.Value == "docs" {
		lookForRest(l)
	}
}

// lookForRest chooses a separate profile for the posts of a site that is mostly documentation.
func lookForRest(l *looker) {
	for _, name := range []string{"blog", "posts", "_posts"} {
		f := l.in(name)
		within := func(a string) bool { return strings.HasPrefix(a, f+"/") }
		if slices.ContainsFunc(l.Articles, within) {
			l.Profiles = append(l.Profiles, Profile{plainGlob(f) + "/**", "blog"})
		}
	}
}
