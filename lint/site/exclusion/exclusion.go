// Package exclusion reads which drafts of a repository, and which rules, its own files leave out.
//
// Three kinds of files are read: the generator's configuration lists what is not a page of
// the site, the configurations of other linters list what they leave out, and makefiles,
// scripts and git's attributes show which drafts a program writes. The results are globs;
// package place matches them with the path of a draft. The configurations of other linters also
// say which rules the site has switched off; see [Switched].
//
// Nothing is run: a makefile is read line by line, and a name that contains a variable is
// unknown. The trade-off: long lists are dropped whole, since programs write them and
// matching them with each draft would be slow.
package exclusion

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// Read returns the lists that concern the drafts of a site, the generator's first.
func Read(files *repository.Files, site *generator.Instance) []lint.Exclusion {
	all := append(append(unpublishedFiles(files, site), madeFiles(files, site.Base)...), ignoredFiles(files, site.Base)...)
	if site.Base != "." {
		all = append(append(all, madeFiles(files, ".")...), ignoredFiles(files, ".")...)
	}
	return all
}
