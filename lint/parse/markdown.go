package parse

// parseMarkdown reads Markdown from offset from on.
func parseMarkdown(b *builder, from int, tags []tag, o *Options) {}
