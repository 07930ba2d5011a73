package parse

// parseHTML reads a whole HTML page from offset from on: head and article.
func parseHTML(b *builder, from int, tags []tag, o *Options) {}

// elements drives a builder from HTML. The same one reads whole pages and the
// raw HTML inside Markdown, where it lives as long as the document: an element
// opened in one chunk may be closed in a later one, with Markdown between.
type elements struct {
	b *builder
	o *Options
}

func newElements(b *builder, o *Options) *elements { return &elements{b, o} }

// block reads a chunk of block-level HTML, src[start:end].
func (e *elements) block(start, end int) {}

// inline reads one raw tag or comment inside the block that is being written.
func (e *elements) inline(start, end int) {}

// close ends whatever is still open at the end of the document.
func (e *elements) close(end int) {}
