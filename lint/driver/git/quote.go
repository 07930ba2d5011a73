package git

import "fmt"

// quoted returns a name as git writes it in the header of a patch if core.quotePath is on:
// in quotation marks if it contains anything but printable ASCII.
func quoted(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		if c := name[i]; c < 0x20 || c == '"' || c == '\\' || c >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	out := make([]byte, 0, len(name)+8)
	out = append(out, '"')
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case 7 <= c && c <= 13:
			out = append(out, '\\', "abtnvfr"[c-7])
		case c < 0x20 || c >= 0x7f:
			out = fmt.Appendf(out, `\%03o`, c)
		default:
			out = append(out, c)
		}
	}
	return string(append(out, '"'))
}
