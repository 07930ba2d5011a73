package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// remedy is the advice for a file that cannot be read.
const remedy = "restore the file, or delete it and run copychief baseline"

// atOffset is an error with the offset at which it occurred.
type atOffset struct {
	offset int64
	error
}

// broken returns an error of the decoder with its line and column.
func broken(raw []byte, err error) error {
	if line := conflict(raw); line > 0 {
		return fmt.Errorf("line %d: an unfinished merge; take either side, then run copychief baseline", line)
	}
	offset := int64(len(raw))
	var at atOffset
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &at) {
		offset, err = at.offset, at.error
	}
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset, err = kind.Offset, fmt.Errorf("%s cannot be a %s", cmp.Or(kind.Field, "a baseline"), kind.Value)
	}
	before := raw[:min(max(offset-1, 0), int64(len(raw)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return fmt.Errorf("line %d, column %d: %s; %s", line, column, strings.TrimPrefix(err.Error(), "json: "), remedy)
}

// conflict returns the line of the first merge conflict marker, or 0.
func conflict(raw []byte) int {
	number := 0
	for line := range bytes.Lines(raw) {
		if number++; bytes.HasPrefix(line, []byte("<<<<<<< ")) {
			return number
		}
	}
	return 0
}
