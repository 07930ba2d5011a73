package exclusion

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
)

func TestConfigurationsOfOtherLintersAreRead(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{".markdownlint.json", `{"default": true, "MD045": false, "MD013": {"line_length": 99}, "MD034": true}`, "missing-alt by MD045"},
		{".markdownlint.jsonc", "{\n  // wide pictures\n  \"no-alt-text\": false,\n}", "missing-alt by no-alt-text"},
		{".markdownlint.yaml", "default: false\nMD045: false\n", "missing-alt by MD045"},
		{".markdownlint.yml", "MD045: off\n", "missing-alt by MD045"},
		{".markdownlintrc", "# house\nMD045: false\n", "missing-alt by MD045"},
		{".markdownlint-cli2.jsonc", `{"config": {"MD045": false}, "fix": false}`, "missing-alt by MD045"},
		{".markdownlint-cli2.yaml", "config:\n  MD045: false\n", "missing-alt by MD045"},
		{"package.json", `{"markdownlint-cli2": {"config": {"MD045": false}}, "private": false}`, "missing-alt by MD045"},
		{".rumdl.toml", "[global]\ndisable = [\"MD013\", \"MD045\"]\n", "missing-alt by MD045"},
		{".mdlrc", "rules \"~MD013\", \"~MD045\"\n", "missing-alt by MD045"},
		{".pymarkdown", `{"plugins": {"md045": {"enabled": false}, "md034": {"enabled": true}}}`, "missing-alt by MD045"},
		{".textlintrc", `{"rules": {"no-todo": false, "max-ten": true}}`, "placeholder by no-todo"},
		{".textlintrc.yml", "rules:\n  no-todo: false\n", "placeholder by no-todo"},
		{".remarkrc", `{"plugins": [["remark-lint-no-literal-urls", false], ["no-dead-urls", true]]}`, "bare-url by remark-lint-no-literal-urls"},
		{".remarkrc.yml", "plugins:\n  no-literal-urls: false\n", "bare-url by no-literal-urls"},
		{".vale.ini", "[*.md]\nBasedOnStyles = House\nHouse.Weasel = NO\nHouse.Acronyms = YES\n", "weasel-word by House.Weasel"},
		{".htmlvalidate.json", `{"rules": {"wcag/h37": "off", "void": "error"}}`, "missing-alt by wcag/h37"},
		{".htmlhintrc", `{"alt-require": false}`, "missing-alt by alt-require"},
		{".markdownlint.json", `{"MD013": false, "MD033": false}`, ""},
		{".markdownlint.json", `{"MD042": false, "MD051": false, "MD052": false, "MD057": false}`, ""}, // dead links stay dead
		{".markdownlint.json", `{"MD045": fal`, ""},
		{".markdownlint.json", `[]`, ""},
	} {
		files := repository.New(fstest.MapFS{c.file: {Data: []byte(c.content)}})
		got := ""
		if all := Switched(files, "."); len(all) > 0 {
			got = all[0].Rule + " by " + all[0].Name
			if all[0].By != c.file {
				t.Errorf("%s: by %s", c.file, all[0].By)
			}
			if slices.ContainsFunc(all[1:], func(s lint.SwitchedRule) bool { return s.Name != all[0].Name }) {
				t.Errorf("%s: %v", c.file, all)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.file, got, c.want)
		}
	}
}

func TestConfigurationsAtTheRootAreForAllSites(t *testing.T) {
	files := repository.New(fstest.MapFS{
		"docs/.markdownlint.json": {Data: []byte(`{"MD034": false}`)}, ".markdownlint.json": {Data: []byte(`{"MD045": false}`)},
	})
	var by []string
	for _, s := range Switched(files, "docs") {
		by = append(by, s.By+" "+s.Rule)
	}
	if want := []string{"docs/.markdownlint.json bare-url", ".markdownlint.json missing-alt"}; !slices.Equal(by, want) {
		t.Errorf("%v, want %v", by, want)
	}
}
