package kind

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// byPlainPage recognises pages of HTML without front matter that show something instead of
// saying it: mock-ups, pages with patterns or type, demonstrations, and the reports and
// references that programs write.
func byPlainPage(name string, d *lint.Document) lint.Kind {
	dir, file := path.Split(strings.ToLower(name))
	if !strings.HasPrefix(path.Ext(file), ".htm") {
		return lint.KindUnknown
	}
	folders := strings.Split(strings.TrimSuffix(dir, "/"), "/")
	switch {
	case slices.Contains(folders, "demo") || slices.Contains(folders, "demos"):
		return lint.KindSample
	case hasFrontMatter(d):
		return lint.KindUnknown
	case contains(folders, reportFolders()):
		return lint.KindGenerated
	case contains(folders, showFolders()) || slices.Contains(showNames(), strings.TrimSuffix(file, path.Ext(file))):
		return lint.KindSample
	}
	return lint.KindUnknown
}

// contains reports whether one of the folders of a path has one of the names.
func contains(folders, names []string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool { return slices.Contains(names, strings.TrimPrefix(folder, "_")) })
}

// reportFolders returns the names of folders into which programs write pages: about code, or copies
// of what they have fetched or converted.
func reportFolders() []string {
	return []string{
		"coverage", "lcov-report", "htmlcov", "coverage-report", "coverage_report", "jacoco", "cobertura", "mochawesome-report", "playwright-report", "allure-report", "test-results",
		"javadoc", "javadocs", "apidocs", "jsdoc", "typedoc", "doxygen", "rustdoc", "scaladoc", "yardoc", "rdoc", "storybook-static", "cache", ".cache",
	}
}

// showFolders returns the names of folders with pages that show what a site or a part of it
// may look like.
func showFolders() []string {
	return []string{
		"mockup", "mockups", "mock-up", "mock-ups", "wireframe", "wireframes", "prototype", "prototypes", "typography", "styleguide", "styleguides",
		"style-guide", "pattern-library", "patternlab", "pattern-lab", "kitchen-sink", "preview", "previews", "playground", "playgrounds", "storybook",
		"swatches", "sandbox", "example", "examples", "mock", "mocks", "snapshots",
	}
}

// showNames returns the names of such pages.
func showNames() []string {
	return []string{"styleguide", "style-guide", "style_guide", "typography", "kitchen-sink", "kitchensink", "preview", "mockup", "mock-up", "wireframe", "swatches", "playground"}
}
