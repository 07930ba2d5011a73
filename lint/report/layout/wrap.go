package layout

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint/report"
)

// Wrap breaks text at spaces into lines of at most width columns. A word that is wider gets
// its own line, so that addresses can be copied.
func Wrap(text string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Fields(text) {
		w := uniseg.StringWidth(word)
		if used > 0 && used+1+w > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// Pad returns the spaces that pad s to width columns.
func Pad(s string, width int) string {
	return strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// Cut truncates s to width columns, including an ellipsis.
func Cut(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	return strings.TrimRight(s[:Fits(s, width-1)], " ") + "…"
}

// Fits returns the number of bytes of the longest prefix of s that fits into width columns.
func Fits(s string, width int) int {
	used, end, state := 0, 0, -1
	for rest := s; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > width {
			break
		}
		used += w
		end += len(cluster)
	}
	return end
}

// Quoted returns escaped text in quotation marks.
func Quoted(s string) string { return "“" + report.Escape(s) + "”" }
