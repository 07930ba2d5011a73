package parse

// parsePlain reads plain text from offset from on and infers its outline.
func parsePlain(b *builder, from int, tags []tag, o *Options) {}
