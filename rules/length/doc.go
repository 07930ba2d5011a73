// Package length holds the rules about the length of an article.
//
// They count words once for the whole article. The trade-off: the right length depends on
// the house, so the limits are options.
package length
