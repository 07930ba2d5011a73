// Package length holds the rules about how long an article is.
package length
