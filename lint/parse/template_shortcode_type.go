package parse

// Shortcode says what a template tag is and which of its arguments matter. An
// argument is named ("src") or counted from 1 ("1"); several, divided by bars, are
// tried in turn ("src|1"). Of a link Source is the target and Alt the text; of a
// quotation, which "endNAME" or "/NAME" closes, Source is the speaker.
type Shortcode struct {
	Kind    string // image, quote, link, ignore
	Source  string
	Alt     string
	Caption string
}
