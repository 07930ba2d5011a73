package description

import (
	"time"

	"github.com/copychief/copychief/lint"
)

// fresh is how long an article counts as new: its address may still be changed.
const fresh = 7 * 24 * time.Hour

// published reports whether an article is out, so that its address should stay as it is:
// it is not a draft and is dated neither in the future nor within the last few days. If the
// day of the run is unknown, no article counts as published.
func published(p *lint.Pass) bool {
	if p.Now.IsZero() || p.Doc.IsDraft() {
		return false
	}
	date := p.Doc.Meta.Get(lint.RoleDate).Value().Plain()
	if len(date) < len(time.DateOnly) {
		return true
	}
	day, err := time.Parse(time.DateOnly, date[:len(time.DateOnly)])
	return err != nil || day.Before(p.Now.Add(-fresh))
}
