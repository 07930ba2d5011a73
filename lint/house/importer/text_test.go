package importer_test

import (
	"path/filepath"
	"regexp"
	"strings"
)

// ruleOf returns the rule of Vale in a file: “Harbour.Latin”.
func ruleOf(file string) string {
	return filepath.Base(filepath.Dir(file)) + "." + strings.TrimSuffix(filepath.Base(file), ".yml")
}

var (
	sentenceEnd = regexp.MustCompile(`([.!?][”"')]?)\s+`)

	target = regexp.MustCompile(`\]\([^)]*\)?|\]\[[^]]*\]?`)
	signs  = regexp.MustCompile(`[^\pL\pN]+`)
	ending = regexp.MustCompile(`['’](?:s|re|ve|d|ll|m)$`)
)

// plain returns words without markup, signs and what a verb leaves of itself: the span of a finding
// has all of “we’re”.
func plain(s string) string {
	s = ending.ReplaceAllString(target.ReplaceAllString(s, "]"), "")
	return words(strings.ReplaceAll(s, "’s", ""))
}

// words returns a text in small letters, without signs.
func words(s string) string {
	return strings.ToLower(strings.TrimSpace(signs.ReplaceAllString(s, " ")))
}

// letters returns the letters and digits of a text.
func letters(s string) string { return strings.ReplaceAll(words(s), " ", "") }
