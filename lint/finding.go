package lint

// Finding is one problem that a rule reports to the writer.
type Finding struct {
	Rule string // set by the pass
	// Severity is set by the pass from the configuration. A rule may set it for a case
	// that is milder than usual; the milder of the two applies, unless the writer's
	// configuration sets a severity for the rule.
	Severity Severity
	Path     string // set by the pass
	Span     Span
	// About is what the finding is about if that is not Span: Span may be the longest
	// sentence, or the title, and About the whole article. It decides whether a change to
	// the draft affects the finding. If empty, Span is used.
	About   Span
	Message string // what is wrong, with number and limit, then what to do; no full stop
	Fixes   []Fix  // alternatives, best first
	// Unfixed says why there is no fix although the rule usually has one, for the report:
	// “the article before it would have to change”.
	Unfixed string
	Related []Related
	// Shared is what drafts have in common if the same finding is made on many of them,
	// such as the target that all of them lack. The engine then reports it once, as advice,
	// because a generated page or a component is likelier than as many slips. If empty,
	// findings of a rule with [Rule.Structure] share the flagged bytes, and keep their
	// severity; those of other rules share the sentence that they are in, and become advice.
	Shared string
	// Together is the message for several findings of the rule in one draft that are corrected
	// together, with %d for their number. The engine reports the worst, and the others as
	// related places. If empty, each finding is reported separately.
	Together string
	Size     int // how bad the finding is, to compare those that Together merges
}

// Related is another place that explains a finding.
type Related struct {
	Path    string // empty: the finding's own file
	Span    Span
	Message string
}

// Fix is one way to resolve a finding. Either all of its edits are applied or none.
type Fix struct {
	Title string // "Replace with “city budget”"
	Safe  bool   // cannot change the meaning of the text
	Doubt string // why it is not safe, for the report; empty if there is nothing to say
	// Markup says that the fix edits markup on purpose, such as the address of a link. Any
	// other safe fix that touches markup, code or addresses is withheld.
	Markup bool
	Edits  []Edit // sorted, not overlapping
}

// Edit replaces the bytes of a span with New.
type Edit struct {
	Span Span
	New  string
}

// Replace returns a fix with a single edit.
func Replace(title string, safe bool, span Span, with string) Fix {
	return Fix{Title: title, Safe: safe, Edits: []Edit{{span, with}}}
}

// Severity says how much a finding matters. The zero value means that none is set.
type Severity uint8

// The severities, mildest first, so that < and > compare them.
const (
	Unset Severity = iota
	Off
	Advice
	Warning
	Error
)

var severities = [...]string{"", "off", "advice", "warning", "error"}

// String returns the lower-case name.
func (s Severity) String() string { return severities[s] }

// ParseSeverity reads a name; ok is false if there is no such severity.
func ParseSeverity(name string) (s Severity, ok bool) {
	for i, n := range severities {
		if i > 0 && n == name {
			return Severity(i), true
		}
	}
	return Unset, false
}
