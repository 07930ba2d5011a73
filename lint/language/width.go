package language

// Width returns the width of a line of text in px, set in an Arial-metric font
// at size px without kerning. A character outside the table counts one em.
func Width(text string, size float64) float64 { return 0 }

// Fit returns how many bytes of text are shown when it must not be wider than
// limit px: all of them, or as many whole words as leave room for an ellipsis.
func Fit(text string, size, limit float64) int { return len(text) }
