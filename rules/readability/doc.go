// Package readability holds the rules about how easily an article can be read.
//
// They count words, sentences and phrases in the author's running text and skip speech and
// quotations. The trade-off: length and word lists only approximate difficulty, so most
// limits are options.
package readability
