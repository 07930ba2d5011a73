// Package readability holds the rules about how easily an article is read.
package readability
