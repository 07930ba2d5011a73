package strict

import "strings"

// advice returns what to do about an error of the YAML parser, for authors who do not know YAML, or
// "" if that is not clear.
func advice(message string) string {
	for _, m := range []struct{ part, remedy string }{
		{"cannot start any token", "; indent with spaces, not tabs, and put quotation marks around a text that begins with @ or %"},
		{"mapping values are not allowed", "; put quotation marks around a text with a colon, begin each key on a line of its own, and close brackets on the lines before"},
		{"unknown escape character", "; put a text with \\ between single quotation marks: '\\d'"},
		{"unknown anchor", "; put quotation marks around a text that begins with *"},
		{"alphabetic or numeric character", "; put quotation marks around a text that begins with * or &"},
		{"UTF-8", "; save the file in UTF-8"},
		{"control characters", "; delete the invisible characters"},
		{"unexpected end of stream", "; close the quotation marks or brackets that are still open here"},
		{"did not find expected", "; check the indentation, brackets and quotation marks here and on the line before"},
	} {
		if strings.Contains(message, m.part) {
			return m.remedy
		}
	}
	return ""
}
