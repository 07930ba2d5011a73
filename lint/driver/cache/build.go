package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// Build identifies the running program: it is the same for two processes only if their
// executables are identical. It is "" if the executable cannot be read.
//
// A version or revision would not be enough, since builds may contain changes that are not
// committed.
var Build = sync.OnceValue(func() string {
	for _, find := range []func() (string, error){
		func() (string, error) { return "/proc/self/exe", nil }, // the running executable, even if its file was replaced
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

// The Go linker writes a build ID near the beginning of an executable, after a marker or in
// an ELF note. It has four parts of twenty characters; the last is a hash of the whole
// executable (go doc cmd/internal/buildid).
const (
	idHead = 64 << 10
	idPart = 20
	idSize = 4*idPart + 3
)

var idMarks = [...]string{"\xff Go build ID: \"", "Go\x00\x00"}

// buildOf returns an identifier of an executable: its build ID or, without one of the usual
// form, its hash. Hashing all of it would take a tenth of the time of a run.
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
