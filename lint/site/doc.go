// Package site recognises what kind of site a repository is, and knows how the programs
// that build sites work.
//
// Each generator is a value of facts in a file of its own: what gives it away, where
// articles are and what is none, how links, includes and ids are written, which fields
// its front matter has. [Recognise] finds the sites in a repository by these marks,
// reads their configuration for what it says of hosts, folders and languages, and looks
// into a sample of the drafts for names of fields. What comes out is plain data: a
// [lint.Site] for the rules, and the names, language and inherited metadata that drafts
// are parsed with. [KindOf] says what a draft is by where it lies.
//
// Nothing of a repository is run. Configurations in YAML, TOML and JSON are parsed;
// those that are programs are searched for a few plain assignments, and what is not
// plain is not found. Files are read through an [fs.FS], which its maker keeps inside
// the repository, and only in part where they are long or many.
//
// The trade: a look guesses, and prefers saying nothing to what may be wrong. Whoever
// acts on it must be as careful: a fact that is missing means "not known", never "no".
package site
