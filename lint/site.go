package lint

// Site is what is known of the site that drafts belong to: what its configuration
// says and, where that leaves something open, what was recognised of the program that
// builds it. The zero value is a site of which nothing is known, for which the plain
// readings hold. All paths are those of [Pass.Files], with slashes; "." is its root.
type Site struct {
	Hosts  []string // own hosts: "example.org"; their subdomain www is implied
	Static []string // folders that are served from the root of the address

	Generator string   // "hugo", "jekyll", as package lint/site names them; "" where none is known
	Base      string   // folder of the site, where its configuration is; "" where nothing was recognised
	Content   []string // folders with the pages of the site; addresses mirror the paths in them
	Languages []string // tags of the languages the site is published in, the main one first; empty where it has one

	Links       SiteLinks
	Includes    []Include  // tags that put another file into a page
	HeadingIDs  []IDStyle  // by which ids of headings may come about; empty where any may
	Tongues     []Tongue   // folders whose drafts are in one language
	Places      []Place    // what drafts are by where they lie; see package lint/site for looking one up
	TitleInName bool       // a page without a title is shown with the name of its file
	Inherited   bool       // metadata also stands outside of drafts: in folders' files or the site's configuration
	Dates       DateSource // where a date may stand beside the metadata
}

// SiteLinks says how links to pages and files of a site are written.
type SiteLinks struct {
	Prefixes []Prefix // the longest first
	Suffixes []string // what the path of a page may lack of its file's: "", ".md", "/index.md"

	// Relative says what a relative address is relative to.
	Relative RelativeTo
	// Wiki says that a name alone leads to the page or file of that name, wherever it
	// lies: [[Night buses]], ![[harbour.png]].
	Wiki bool
	// OwnFolder says that the files of a page may lie in a folder of its name beside it:
	// harbour.png of night-buses.md in night-buses/.
	OwnFolder bool
	// Routed says that addresses need not mirror paths: permalinks, slugs and routes
	// decide. That no file has a path proves nothing about an address from the root.
	Routed bool
}

// Prefix says where an address leads that begins in a certain way: the rest of it is a
// path below one of the folders.
type Prefix struct {
	Text    string   // "@/", "@site/", "{filename}", "~/", "/"
	Folders []string // tried in order; empty where files do not show what it leads to
	Beside  bool     // a rest that does not begin with a slash is beside the draft
}

// RelativeTo is what relative addresses are relative to.
type RelativeTo uint8

// What relative addresses are relative to.
const (
	RelativeToFile    RelativeTo = iota // the folder of the draft
	RelativeToAddress                   // the address of the page, which may be a level deeper
	RelativeToEither                    // the generator rewrites those that are paths of drafts
)

// Include is a tag that puts another file into a page. The text of that file is read
// as part of the page, so that a definition of a link in it counts in the page.
type Include struct {
	Open     string   // how the tag begins, white space between its parts aside: "{% include", "--8<--"
	Folders  []string // where its argument is looked for
	Relative bool     // also from the folder of the draft
	Suffixes []string // that the argument may lack: "", ".html", ".md"
}

// IDStyle is a way in which the id of a heading comes about from its text.
type IDStyle string

// The ways in which ids of headings come about.
const (
	IDGitHub          IDStyle = "github"             // lower case, letters of all scripts, spaces to hyphens: also Docusaurus, Astro, rehype-slug
	IDKramdown        IDStyle = "kramdown"           // only ASCII letters, begins with one, "section" for nothing
	IDGoldmark        IDStyle = "goldmark"           // only ASCII letters, "heading" for nothing
	IDHugo            IDStyle = "hugo"               // Hugo's "github": letters of all scripts
	IDHugoASCII       IDStyle = "hugo-ascii"         // Hugo's "github-ascii": accents dropped
	IDHugoBlackfriday IDStyle = "hugo-blackfriday"   // Hugo's "blackfriday": runs of others to one hyphen
	IDPythonMarkdown  IDStyle = "python-markdown"    // accents dropped, "_1" for nothing and for repeats: MkDocs, Pelican, Nikola
	IDMyST            IDStyle = "myst"               // as GitHub; Sphinx's own beside it
	IDDocutils        IDStyle = "docutils"           // Sphinx: accents dropped, "id1" for nothing
	IDSlugify         IDStyle = "slugify"            // @sindresorhus/slugify: ü to u or ue, & to and: Eleventy, Hexo, Gatsby
	IDMarkdownIt      IDStyle = "markdown-it-anchor" // lower case, spaces to hyphens, nothing dropped
	IDHexo            IDStyle = "hexo"               // accents and marks to hyphens, case kept
	IDVitePress       IDStyle = "vitepress"          // accents dropped, "_" before a digit: also VuePress
	IDZola            IDStyle = "zola"               // Rust's slug: transliterated, emoji spelled out
	IDWordPress       IDStyle = "wordpress"          // "h-" before the slug
	IDObsidian        IDStyle = "obsidian"           // the text itself
)

// Place says what drafts are by where they lie. Of several that fit, the one that
// stands last in [Site.Places] counts.
type Place struct {
	Kind   Kind
	Folder string // a path that the draft lies in; "" for any
	Under  string // the name of a folder anywhere around the draft, below Folder; "" for any
	Name   string // of the file, with * for anything; "" for any
}

// Tongue is a folder whose drafts are in one language.
type Tongue struct{ Folder, Language string } // Language is a tag in lower case

// Kind is what a draft is among the files of a repository.
type Kind uint8

// The kinds of drafts.
const (
	KindUnknown  Kind = iota // nothing is known; take it for an article
	KindArticle              // lies where the generator expects articles
	KindPage                 // a page of the site beside its articles: about.md
	KindSection              // the head of a list of pages: _index.md
	KindFragment             // a part of other pages: an include, a snippet, a partial
	KindTemplate             // a theme, a layout, an archetype, a scaffold
	KindProject              // about the repository: README, CONTRIBUTING, licences
	KindRecord               // of a tag, an author, a data file
	KindAsset                // served or read as it is: robots.txt, requirements.txt
	KindStub                 // leads elsewhere and says nothing itself
	KindPaste                // plain text without header lines: what it lacks may have been lost on the way
)

var kindNames = [...]string{
	"article", "article", "page", "list page", "fragment", "template", "project document", "record", "text for programs", "redirect", "pasted text",
}

// String returns the name of the kind as reports show it; what nothing is known of is an
// article.
func (k Kind) String() string { return kindNames[k] }

// IsArticle reports whether rules about articles look at drafts of the kind; see
// [Rule.Articles]. Pages are articles without a date.
func (k Kind) IsArticle() bool { return k <= KindPage }

// DateSource says where the date of a page may stand beside its metadata.
type DateSource uint8

// Sources of dates; they may be combined.
const (
	DateInName DateSource = 1 << iota // 2024-03-01-name.md
	DateInPath                        // 2024/03/name.md, 2024-03-01/index.md
	DateOfFile                        // the generator takes that of the file or of git
)
