package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// Build identifies the running program: the same for two processes only where their
// programs are the same to the byte. It is "" where the program cannot be read.
//
// A version or a revision would not do, since a house builds its own, with changes
// that are not committed.
var Build = sync.OnceValue(func() string {
	for _, find := range []func() (string, error){
		func() (string, error) { return "/proc/self/exe", nil }, // what runs, even where its file was replaced
		os.Executable,
	} {
		name, err := find()
		if err != nil {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		id, err := buildOf(f)
		if closing := f.Close(); err == nil && closing == nil {
			return id
		}
	}
	return ""
})

// The Go linker writes a build ID near the beginning of a program: behind a mark of
// its own, or in a note of ELF. It has four parts of twenty characters, of which the
// last is a hash of the whole program (go doc cmd/internal/buildid).
const (
	idHead = 64 << 10
	idPart = 20
	idSize = 4*idPart + 3
)

var idMarks = [...]string{"\xff Go build ID: \"", "Go\x00\x00"}

// buildOf returns what tells a program from others: its build ID, or its own hash
// where it has none of the usual form. Reading all of it would take a tenth of a run.
func buildOf(program io.Reader) (string, error) {
	head := make([]byte, idHead)
	n, err := io.ReadFull(program, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", err
	}
	head = head[:n]
	for _, mark := range idMarks {
		for rest, found := head, true; found; {
			if _, rest, found = bytes.Cut(rest, []byte(mark)); found && isID(rest) {
				return string(rest[:idSize]), nil
			}
		}
	}
	h := sha256.New()
	h.Write(head)
	if _, err := io.Copy(h, program); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// isID reports whether text begins with a build ID.
func isID(text []byte) bool {
	if len(text) < idSize {
		return false
	}
	for i, b := range text[:idSize] {
		switch {
		case i%(idPart+1) == idPart:
			if b != '/' {
				return false
			}
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', b == '-', b == '_':
		default:
			return false
		}
	}
	return true
}
