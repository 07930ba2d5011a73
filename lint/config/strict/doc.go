// Package strict decodes the YAML of configurations strictly: anything unknown is a
// [Problem] with file, line, column and the most similar allowed name, and all problems of a
// file are reported together.
//
// A [Decoder] decodes nodes into structs with yaml tags. It does not use the decoding of the YAML
// library, because helpful messages need the positions of keys as well as those of values.
//
// The trade-off: it supports only what configurations consist of: text, numbers, booleans,
// lists, maps and structs of these. Aliases are rejected, since a few lines of them can
// expand to millions of values.
package strict
