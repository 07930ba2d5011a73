package lint

// LinkKind says where a link leads, seen from the site the draft belongs to.
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
	Text   Text   // the anchor text as read; the alt text of an image stands as Object
	Target Text   // the destination, entities and escapes resolved; a template expression's first literal
	Label  string // aria-label, or title where there is no text
	Rel    []string
	Span   Span // from the opening bracket or tag to the closing one
	Bare   bool // the text is the address itself (an autolink, a bare URL)
	Image  int  // index into Document.Images of an image that is its content, or None

	Block      int // index into Document.Blocks, or None
	Start, End int // offsets of the text in that block's text
}

// ImageOrigin says how an image was written.
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
	HasAlt     bool // an alternative is written, be it empty; always true for Markdown's own syntax
	Decorative bool // alt="" in HTML, role presentation or none, or aria-hidden
	Target     Text
	Caption    Text
	Span       Span
	Block      int // index into Document.Blocks of the block it stands in, or None
}

// Comment is an HTML comment (in plain text there are none). Text is what stands
// between its marks.
type Comment struct {
	Text Text
	Span Span
}
