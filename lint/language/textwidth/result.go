package textwidth

// The font sizes in px of titles and descriptions in a search result, and the widths in px in
// which Google shows them, descriptions in two or three lines. Google does not document these
// widths; others have measured them, and they are also the defaults of the rules long-headline and
// long-description. A phone shows a title in two lines.
const (
	TitleSize             = 20
	DescriptionSize       = 14
	TitleWidth            = 600
	DescriptionWidth      = 920
	PhoneTitleWidth       = 328
	PhoneDescriptionWidth = 680

	phoneTitleLines = 2
)

// Shown says how much of a text a search result shows.
type Shown struct {
	Pixels         float64 // the width of the whole text on a desktop
	Desktop, Phone int     // bytes of it that are shown
}

// Title returns how much of a title is shown.
func Title(text string) Shown {
	return Shown{
		Pixels: Of(text, TitleSize), Desktop: Fit(text, TitleSize, TitleWidth),
		Phone: FitLines(text, TitleSize, PhoneTitleWidth, phoneTitleLines),
	}
}

// Description returns how much of a description is shown.
func Description(text string) Shown {
	return Shown{
		Pixels: Of(text, DescriptionSize), Desktop: Fit(text, DescriptionSize, DescriptionWidth),
		Phone: Fit(text, DescriptionSize, PhoneDescriptionWidth),
	}
}
