package driver

// Hold says why a finding does not count: it is set aside, but stays in the result,
// marked and counted.
type Hold uint8

// The reasons. The first one that holdNames for a finding is kept.
const (
	Counts     Hold = iota // it is not set aside
	Suppressed             // the draft says so; Finding.Reason says why
	Known                  // the baseline remembers it
	Unchanged              // it is about lines that were not changed
)

var holdNames = [...]string{"", "suppressed", "known", "unchanged"}

// String returns the lower-case name of the reason, "" for Counts.
func (h Hold) String() string { return holdNames[h] }

// Filter sets findings aside that no draft suppresses, such as those that were
// there before. It may be called from several goroutines at once.
type Filter interface {
	// Hold sets [Finding.Held] of those that do not count. It is given the findings
	// that do, in order: of a whole run, or, while drafts are fixed, of one draft as
	// it is after the fixes so far. It must change nothing else about them.
	Hold(findings []*Finding)
}

// sift lets the filters look at the findings that are not set aside, one filter
// after the other.
func sift(filters []Filter, findings []Finding) {
	for _, filter := range filters {
		var standing []*Finding
		for i := range findings {
			if findings[i].Held == Counts {
				standing = append(standing, &findings[i])
			}
		}
		filter.Hold(standing)
	}
}
