package lint

import "slices"

// Site is what is known about the site that drafts belong to: what its configuration says
// and, for anything the configuration leaves open, what was recognised about the
// generator. The zero value is a site about which nothing is known; links and metadata are
// then read in the plainest way. All paths are paths in [Pass.Files], with slashes; "." is
// its root.
type Site struct {
	Hosts  []string // the site's own hosts: "example.org"; the subdomain www is implied
	Static []string // folders that are served from the root of the site

	Generator string   // "hugo", "jekyll", as in package lint/site/generator; "" if unknown
	Base      string   // folder of the site's configuration; "" if nothing was recognised
	Content   []string // folders with the pages of the site; addresses mirror the paths in them
	Languages []string // language tags of the site, the main one first; empty if it has only one

	Links            SiteLinks
	Includes         []Include         // tags that insert another file into a page
	Appended         []string          // files whose text is added to every page
	HeadingIDs       []IDStyle         // how ids may be made from headings; empty means in any way
	Rewritten        bool              // the site's own code changes pages: it gives ids, or replaces comments
	Book             bool              // a link to a section finds it in any chapter beside the draft
	LanguageFolders  []LanguageFolder  // folders whose drafts are all in one language
	LanguageSuffixes []LanguageSuffix  // ends of file names that stand for a language
	Places           []Place           // kinds of drafts by path; package lint/site/place looks them up
	Companions       []string          // names of drafts that, without a headline, are parts of the page of a draft beside them
	TitleInName      bool              // a page without a title shows its file name instead
	Exclusions       []Exclusion       // drafts that other linters or the generator leave out, or that a program writes
	Switched         []SwitchedRule    // rules that the site switches off in other linters
	Description      DescriptionSource // where the meta description of a page comes from if its draft has none
	Authored         []string          // top folders with drafts that have metadata, if nearly all drafts of the site do; otherwise empty
	Layouts          []string          // names of layouts that several drafts give in their metadata
	Printed          []LayoutHeading   // the last headings that layouts print above the text of a page; empty unless one is below an H1
	PartnerTags      []string          // the site's own partner tags in links to a shop, as far as they are known: "ferry-21"
	Subtitled        bool              // an H2 right below the H1 is a subtitle, and sections begin with H3s
	Inherited        bool              // metadata may also come from files of folders or from the site's configuration
	Markdown         bool              // articles are written in Markdown: a page of HTML without front matter is made for its layout, or by a program
	Redcarpet        bool              // Markdown is that of Redcarpet: a heading needs no space after its number signs, and there may be white space before the address of a link
	Typographer      bool              // straight quotation marks in Markdown are published as curly ones
	LineBreaks       bool              // each line break in Markdown is shown as one
	Notebooks        bool              // notebooks beside other drafts are pages of the site, not downloads
	Demonstrates     bool              // the repository is a theme, and its posts show what the theme looks like
	Dates            DateSource        // where a date may come from other than the metadata
}

// Lenient reports whether the site's Markdown reads a line as a heading even without a space
// after its number signs, as Python-Markdown and Redcarpet do.
func (s *Site) Lenient() bool {
	return s != nil && (slices.Contains(s.HeadingIDs, IDPythonMarkdown) || s.Redcarpet)
}

// SpacedAddresses reports whether the site's Markdown accepts link targets that contain
// spaces, as kramdown and Python-Markdown do.
func (s *Site) SpacedAddresses() bool {
	return s != nil && (slices.Contains(s.HeadingIDs, IDKramdown) || slices.Contains(s.HeadingIDs, IDPythonMarkdown))
}

// SiteLinks says how links to pages and files of a site are written.
type SiteLinks struct {
	Prefixes []Prefix // the longest first
	Suffixes []string // what may be left out at the end of a page's path: "", ".md", "/index.md"

	// Relative says what a relative address is relative to.
	Relative RelativeTo
	// Wiki says that a name alone links to the page or file with that name in any folder:
	// [[Night buses]], ![[harbour.png]].
	Wiki bool
	// OwnFolder says that the files of a page may be in a folder with the name of the
	// page: harbour.png for night-buses.md in night-buses/.
	OwnFolder bool
	// Named says that the label of a reference may be the name of a heading or of an
	// object anywhere on the site.
	Named bool
	// Labels says that a fragment alone may name a label in any draft of the site.
	Labels bool
	// Routed says that addresses may differ from paths because of permalinks, slugs and
	// routes. A missing file then proves nothing about an address relative to the root.
	Routed bool
	// Routing says how the addresses of pages are derived from their files.
	Routing Routing
	// Checked says that the generator refuses to build a site with a link to a missing page.
	Checked bool
	// Bases are the beginnings of addresses that lead to the root of the site: "/handbook/".
	Bases []string
}

// Routing is the way in which the addresses of pages are derived from their files.
type Routing uint8

// The kinds of routing.
const (
	RoutesUnknown  Routing = iota
	RoutesNamed            // in any way, but the last part of an address is a name from the file, its metadata or its title
	RoutesMounted          // paths of files below certain folders, after any prefix, unless metadata says otherwise
	RoutesMirrored         // paths of files
)

// Prefix says what an address with a certain prefix links to: the rest of the address is a
// path below one of the folders.
type Prefix struct {
	Text    string   // "@/", "@site/", "{filename}", "~/", "/"
	Folders []string // tried in order; empty if the target cannot be found among the files
	Beside  bool     // if the rest does not begin with a slash, it is relative to the folder of the draft
}

// RelativeTo is what relative addresses are relative to.
type RelativeTo uint8

// The bases of relative addresses.
const (
	RelativeToFile    RelativeTo = iota // the folder of the draft
	RelativeToAddress                   // the address of the page, which may be a level deeper
	RelativeToEither                    // either: the generator rewrites addresses that are paths of drafts
)

// Include is a tag that inserts another file into a page. The text of that file is read as
// part of the page, so the page can use link definitions in it.
type Include struct {
	Open     string   // beginning of the tag, with white space normalised: "{% include", "--8<--"
	Folders  []string // where the file is searched for
	Relative bool     // the folder of the draft is searched too
	Suffixes []string // what the argument may leave out: "", ".html", ".md"
	Partial  bool     // the name of the file begins with an underscore, which the argument leaves out
}

// IDStyle is a way to make the id of a heading from its text.
type IDStyle string

// The ways to make ids from headings.
const (
	IDGitHub          IDStyle = "github"             // lower case, letters of all scripts, hyphens for spaces: also Docusaurus, Astro, rehype-slug
	IDKramdown        IDStyle = "kramdown"           // only ASCII letters, begins with a letter, "section" if nothing is left
	IDGoldmark        IDStyle = "goldmark"           // only ASCII letters, "heading" if nothing is left
	IDHugo            IDStyle = "hugo"               // Hugo's "github": letters of all scripts
	IDHugoASCII       IDStyle = "hugo-ascii"         // Hugo's "github-ascii": accents removed
	IDHugoBlackfriday IDStyle = "hugo-blackfriday"   // Hugo's "blackfriday": one hyphen for each run of other characters
	IDPythonMarkdown  IDStyle = "python-markdown"    // accents removed, "_1" if nothing is left and for duplicates: MkDocs, Pelican, Nikola
	IDMyST            IDStyle = "myst"               // like GitHub, in addition to Sphinx's own ids
	IDDocutils        IDStyle = "docutils"           // Sphinx: accents removed, "id1" if nothing is left
	IDSlugify         IDStyle = "slugify"            // @sindresorhus/slugify: ü to u or ue, & to and: Eleventy, Hexo, Gatsby
	IDMarkdownIt      IDStyle = "markdown-it-anchor" // lower case, hyphens for spaces, nothing removed
	IDHexo            IDStyle = "hexo"               // hyphens for accents and punctuation, case preserved
	IDVitePress       IDStyle = "vitepress"          // accents removed, "_" before a digit: also VuePress
	IDZola            IDStyle = "zola"               // Rust's slug: transliterated, emoji replaced with their names
	IDWordPress       IDStyle = "wordpress"          // "h-" followed by the slug
	IDObsidian        IDStyle = "obsidian"           // the text itself
)

// Place gives the kind of the drafts in a folder or with a name. If several match a draft,
// the last one in [Site.Places] wins.
type Place struct {
	Kind   Kind
	Folder string // a folder that contains the draft, at any depth; "" for any
	Under  string // the name of any parent folder of the draft below Folder; "" for any
	Name   string // of the file, with * as a wildcard; "" for any
}

// LayoutHeading is the last heading that a layout prints above the text of a page.
type LayoutHeading struct {
	Layout string // its name without extensions, with the folder in the folder of layouts: "recipes/single"
	Level  int    // 0 if there is none
}

// LanguageFolder is a folder whose drafts are all in one language.
type LanguageFolder struct{ Folder, Language string } // Language is a tag in lower case

// LanguageSuffix is the end of the names of drafts in one language, without the extension:
// "_uk" for frost_uk.md beside frost.md.
type LanguageSuffix struct{ Text, Language string } // Language is a tag in lower case

// Kind is the purpose of a draft among the files of a repository.
type Kind uint8

// The kinds of drafts.
const (
	KindUnknown     Kind = iota // nothing is known; treated as an article
	KindArticle                 // in a folder where the generator expects articles
	KindPage                    // a page that is not an article: about.md
	KindSection                 // the first page of a section, with a list of pages: _index.md
	KindFragment                // a part of other pages: an include, a snippet, a partial
	KindTemplate                // a theme, a layout, an archetype, a scaffold
	KindProject                 // about the repository: README, CONTRIBUTING, licences
	KindRecord                  // metadata of a tag or an author, a data file
	KindAsset                   // published or read by a program unchanged: robots.txt, requirements.txt
	KindStub                    // a page without content of its own: a redirect, a link to another site, a page to be translated
	KindCopy                    // a page of another site, saved by a browser or an archiver
	KindAttachment              // a Word file or a notebook beside the drafts of a site, for download; not read at all
	KindPaste                   // plain text without header lines; its metadata and links may have been lost in pasting
	KindVerbatim                // a text that must stay as it is: a licence, a signed text
	KindGenerated               // written by a program, which would overwrite any change
	KindArchived                // kept, but no longer maintained
	KindSample                  // of a test, a demonstration or an example of a program
	KindExcluded                // left out by the configuration of another linter; see [Exclusion]
	KindSlides                  // what is shown while somebody speaks
	KindUnpublished             // left out by the configuration of the site's generator; see [Exclusion]
	KindMarkup                  // a page of HTML beside articles in Markdown, made for its layout; see [Site.Markdown]
	KindDemo                    // a post that shows what a theme looks like; see [Site.Demonstrates]
	KindDummy                   // a draft that shows what text looks like, or consists of dummy text
	KindVendored                // a file of a package by other people that is kept in the repository
)

var kindNames = [...]string{
	"article", "article", "page", "list page", "fragment", "template", "project document", "record", "machine-read file", "stub", "copied page", "attached file", "pasted text",
	"verbatim text", "generated file", "archived page", "sample", "excluded file", "slides", "unpublished file",
	"plain HTML page", "demonstration", "dummy text", "vendored file",
}

// String returns the name of the kind as reports show it. An unknown kind has the name of
// an article.
func (k Kind) String() string { return kindNames[k] }

// KindNames returns the names of the kinds that a configuration may give drafts.
func KindNames() []string { return kindNames[KindArticle:] }

// KindOf returns the kind with a name; ok is false if there is none.
func KindOf(name string) (k Kind, ok bool) {
	i := slices.Index(KindNames(), name)
	return KindArticle + Kind(max(i, 0)), i >= 0
}

// IsArticle reports whether rules about articles check drafts of the kind; see
// [Rule.Articles]. Pages count as articles without a date.
func (k Kind) IsArticle() bool { return k <= KindPage }

// IsEdited reports whether drafts of the kind are texts that somebody edits where they are.
// No rule checks the others.
func (k Kind) IsEdited() bool {
	switch k {
	case KindTemplate, KindAsset, KindCopy, KindAttachment, KindVerbatim, KindGenerated, KindArchived, KindSample, KindExcluded, KindUnpublished, KindVendored:
		return false
	default:
		return true
	}
}

// Exclusion is a list of files that a file of the repository says something about: another
// linter leaves them out, the generator does not publish them, or a program writes them.
type Exclusion struct {
	Kind  Kind     // what the files are: [KindExcluded], [KindUnpublished], [KindGenerated] or [KindVendored]
	By    string   // the file that says so: ".markdownlintignore"
	Globs []string // relative to the root; a glob that begins with "!" includes files again
}

// SwitchedRule is a rule whose counterpart in another linter the site switches off.
type SwitchedRule struct {
	Rule      string // of this program
	Fragments bool   // only findings about links to a place on the same page are meant
	Linter    string // "markdownlint"
	By        string // the file that says so: ".markdownlint.json"
	Name      string // of the other linter's rule, as the file has it
}

// DescriptionSource says where the meta description of a page comes from if its draft gives
// none.
type DescriptionSource uint8

// Sources of descriptions.
const (
	DescriptionOfDraft  DescriptionSource = iota // as far as is known, the page has none then
	DescriptionFromText                          // the generator or the layout takes it from the text
	DescriptionNowhere                           // pages have none in any case
)

// DateSource says where the date of a page may come from other than its metadata.
type DateSource uint8

// Sources of dates; they may be combined.
const (
	DateInName DateSource = 1 << iota // 2024-03-01-name.md
	DateInPath                        // 2024/03/name.md, 2024-03-01/index.md
	DateOfFile                        // the generator uses the file's modification time or the git history
)
