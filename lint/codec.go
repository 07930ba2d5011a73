package lint

// Codec leads the text of a draft back to the file that it was decoded from: UTF-16, or
// the file of a word processor. It is safe for many goroutines.
//
// It need not be able to do all of it. Where it cannot write a file, fixes are not made
// and the error says why; where lines and columns mean something, it names no place.
type Codec interface {
	// Name returns the lower-case name of what the file holds: "utf-16le".
	Name() string

	// Encode returns the file that is to hold text; original is the file as it was read,
	// with whatever is no text in it. The error says, for the author of the draft, why the
	// file cannot be written.
	Encode(original, text []byte) ([]byte, error)

	// Place names the place of a byte offset of text as a person would, "paragraph 12", or
	// returns "" where line and column say it.
	Place(text []byte, offset int) string
}

// Encode returns the file that is to hold another text in place of [Source.Bytes]. The error
// is that of [Codec.Encode].
func (s *Source) Encode(text []byte) ([]byte, error) {
	if s.Codec == nil {
		return text, nil
	}
	return s.Codec.Encode(s.Original, text)
}

// Place names the place of a byte offset as a person would, "paragraph 12", where line and
// column mean nothing; elsewhere it is "".
func (s *Source) Place(offset int) string {
	if s.Codec == nil {
		return ""
	}
	return s.Codec.Place(s.Bytes, min(max(offset, 0), len(s.Bytes)))
}
