// Package listing reports findings as text for people: by draft with source lines and fixes
// ([Text]), one line for each, for editors ([Concise]), as a table by rule ([Statistics]), and
// the counts alone ([Summary]).
//
// The trade-off: from fifty findings on, the text becomes an overview whose length does not
// grow with the repository, so it leaves findings out and says how many.
package listing
