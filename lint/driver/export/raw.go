package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mostItem is the maximum number of bytes that are read for one element of an export. It is more
// than a post may have, so that one post that is too large does not make the export unreadable.
const mostItem = 4 * mostPost

// errItem means that one element of an export is too large to be read.
var errItem = fmt.Errorf("one item has more than %d MB", mostItem>>20)

// bounded reads up to a limit, which the caller advances with every element.
type bounded struct {
	io.Reader
	read, limit int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.read > b.limit {
		return 0, errItem
	}
	n, err := b.Reader.Read(p)
	b.read += int64(n)
	return n, err
}

// clean reads text that may contain what XML does not allow: control characters, and bytes that
// are not UTF-8. Each such byte is replaced with another byte, so that offsets do not change.
type clean struct {
	io.Reader
	rest []byte // the beginning of a character that the last read cut off
}

func (c *clean) Read(p []byte) (int, error) {
	if len(p) < utf8.UTFMax {
		return 0, io.ErrShortBuffer
	}
	held := copy(p, c.rest)
	n, err := c.Reader.Read(p[held:])
	n += held
	c.rest = c.rest[:0]
	for i := 0; i < n; {
		if p[i] < utf8.RuneSelf {
			p[i] = printable(p[i])
			i++
			continue
		}
		if err == nil && !utf8.FullRune(p[i:n]) {
			c.rest = append(c.rest, p[i:n]...)
			return i, nil
		}
		r, size := utf8.DecodeRune(p[i:n])
		if r == utf8.RuneError && size == 1 || r == 0xFFFE || r == 0xFFFF {
			copy(p[i:i+size], "???")
		}
		i += size
	}
	return n, err
}

// printable returns a byte below 128, or a space for a control character.
func printable(b byte) byte {
	if b < ' ' && b != '\n' && b != '\t' && b != '\r' {
		return ' '
	}
	return b
}

// decoder returns a decoder for what WordPress writes, which is not always well-formed: HTML
// entities and bare ampersands in titles are read as browsers read them. The offsets of the
// decoder are those of r.
func decoder(r io.Reader, charset *string) *xml.Decoder {
	d := xml.NewDecoder(&clean{Reader: r})
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		switch strings.ToLower(label) {
		case "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii":
			*charset = "windows-1252"
			return r, nil
		}
		return nil, fmt.Errorf("its encoding %s is not supported; convert it to UTF-8", label)
	}
	return d
}

// decoded returns the raw data of a post as clean UTF-8.
func decoded(raw []byte, charset string) ([]byte, error) {
	if charset != "" {
		var err error
		if raw, err = charmap.Windows1252.NewDecoder().Bytes(raw); err != nil {
			return nil, err
		}
	}
	raw = bytes.ToValidUTF8(raw, []byte("\ufffd"))
	for i, b := range raw {
		raw[i] = printable(b)
	}
	return raw, nil
}

// unreadable says what is wrong with an export.
func unreadable(err error) error {
	if errors.Is(err, errItem) {
		err = errItem
	}
	return fmt.Errorf("the export cannot be read: %w; export the site again", err)
}
