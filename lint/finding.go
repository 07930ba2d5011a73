package lint

// Finding is one thing a rule has to say to the writer.
type Finding struct {
	Rule string // set by the pass
	// Severity is set by the pass from the configuration. A rule that finds a
	// case milder than its usual one sets it; the milder of both counts, unless
	// the writer's own configuration names a severity for the rule.
	Severity Severity
	Path     string // set by the pass
	Span     Span
	// About is what the finding is about where that is not what Span shows: Span is the
	// longest sentence, or the title, and About the article. It decides whether a change
	// of the draft concerns the finding; empty, it is Span.
	About   Span
	Message string // what is wrong, number and limit, what to do; no full stop
	Fixes   []Fix  // alternatives, best first
	Related []Related
}

// Related is another place that explains a finding.
type Related struct {
	Path    string // empty: the finding's own file
	Span    Span
	Message string
}

// Fix is one way to mend a finding. Its edits are applied all or not at all.
type Fix struct {
	Title string // "Replace with “city budget”"
	Safe  bool   // cannot change what the text says
	Edits []Edit // ascending, not overlapping
}

// Edit replaces the bytes of a span by New.
type Edit struct {
	Span Span
	New  string
}

// Replace returns a fix of one edit.
func Replace(title string, safe bool, span Span, with string) Fix {
	return Fix{Title: title, Safe: safe, Edits: []Edit{{span, with}}}
}

// Severity says how much a finding matters. The zero value is no severity.
type Severity uint8

// The severities, mildest first; they compare with < and >.
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

// ParseSeverity reads a name; ok is false where it is none.
func ParseSeverity(name string) (s Severity, ok bool) {
	for i, n := range severities {
		if i > 0 && n == name {
			return Severity(i), true
		}
	}
	return Unset, false
}
