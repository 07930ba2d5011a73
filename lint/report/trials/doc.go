// Package trials reports how house rules perform: on their own examples ([Trial]), and on an
// archive ([Against]), with ten findings of each rule, drawn at random.
//
// The trade-off: the draw depends on the rule and a seed and not on the time, so the same ten
// are shown again until another seed is given.
package trials
