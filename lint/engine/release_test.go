package engine

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestAReleasedBufferIsEmptyAndSmall(t *testing.T) {
	usual := &buffer{
		reports: []report{{by: &lint.Rule{Name: "rule"}, Finding: lint.Finding{Message: "of a draft"}}},
		skips:   []Skip{{Rule: "rule", Reason: "reason"}},
	}
	large := &buffer{reports: make([]report, mostPooled+1), skips: usual.skips}
	var e Engine
	e.release(&run{buffer: large})
	if large.reports != nil || large.skips != nil {
		t.Errorf("room for %d reports and %d skips is pooled", cap(large.reports), cap(large.skips))
	}
	e.release(&run{buffer: usual})
	// With pool poisoning enabled, released reports are overwritten instead of zero.
	if last := usual.reports[:1][0]; len(usual.reports) != 0 || len(usual.skips) != 0 || last.Message == "of a draft" {
		t.Errorf("%d reports, the first still says %q; %d skips", len(usual.reports), last.Message, len(usual.skips))
	}
}
