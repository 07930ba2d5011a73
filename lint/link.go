package lint

// LinkKind says where a link leads, relative to the site the draft belongs to.
type LinkKind uint8

// The kinds of links. A link to another host is external; one without a host,
// or to a host named in the configuration's site, is internal.
const (
	Internal LinkKind = iota
	External
	Fragment // "#section" of the same document
	Email
	Other // telephone, javascript, data, a template expression without a literal, an empty target
)

var linkKinds = [...]string{"internal", "external", "fragment", "email", "other"}

// String returns the lower-case name of the kind.
func (k LinkKind) String() string { return linkKinds[k] }

// Link is a hyperlink of the body.
type Link struct {
	Kind   LinkKind
	Text   Text   // the anchor text as read; an image in it is an Object
	Target Text   // the destination, entities and escapes resolved; a template expression's first literal
	Label  string // aria-label, or title if there is no text
	Rel    []string
	Span   Span // from the opening bracket or tag to the closing one
	Bare   bool // the text is the address itself (an autolink, a bare URL)
	Image  int  // index into Document.Images of the image inside the link, or None

	Block      int // index into Document.Blocks, or None
	Start, End int // offsets of the text in that block's text
}

// ImageOrigin says in which syntax an image is written.
type ImageOrigin uint8

// The origins of images.
const (
	ImageMarkdown ImageOrigin = iota
	ImageHTML
	ImageTemplate // a shortcode or template tag
	ImageMeta     // front matter or Open Graph
)

// Image is an image of the body.
type Image struct {
	Origin     ImageOrigin
	Alt        Text // the text alternative
	HasAlt     bool // there is an alternative, even if empty; always true for Markdown's own syntax
	Decorative bool // alt="" in HTML, role presentation or none, or aria-hidden
	Target     Text
	Caption    Text
	Span       Span
	Block      int // index into Document.Blocks of the enclosing block, or None
}

// Comment is an HTML comment; plain text has none. Text is what is between the comment
// delimiters.
type Comment struct {
	Text Text
	Span Span
}
