package lint

// Codec converts the text of a draft back to the file that it was decoded from, such as
// UTF-16 or the file of a word processor. It must be safe for concurrent use.
//
// If a codec cannot write files, fixes are not applied, and its error says why. If lines
// and columns are meaningful in the format, it names no places.
type Codec interface {
	// Name returns the lower-case name of the encoding: "utf-16le".
	Name() string

	// Encode encodes text; original is the file as it was read, including everything that
	// is not text. The error tells the author of the draft why the file cannot be written.
	Encode(original, text []byte) ([]byte, error)

	// Place returns a readable place for a byte offset of text, such as "paragraph 12", or
	// "" if line and column are meaningful.
	Place(text []byte, offset int) string
}

// Encode encodes text for the file of the source. The error is that of [Codec.Encode].
func (s *Source) Encode(text []byte) ([]byte, error) {
	if s.Codec == nil {
		return text, nil
	}
	return s.Codec.Encode(s.Original, text)
}

// Place returns a readable place for a byte offset, such as "paragraph 12", or "" if line and
// column are meaningful.
func (s *Source) Place(offset int) string {
	if s.Codec == nil {
		return ""
	}
	return s.Codec.Place(s.Bytes, min(max(offset, 0), len(s.Bytes)))
}
