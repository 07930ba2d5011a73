//go:build modelapart

package tagger

// model is empty: the program gets the file when it needs it; see [Read].
const model = ""
