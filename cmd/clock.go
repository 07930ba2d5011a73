package cmd

import (
	"strconv"
	"time"
)

// now returns when the run takes place: the second that SOURCE_DATE_EPOCH names, so
// that a run can be repeated to the letter (reproducible-builds.org), or the time of
// the system's clock.
func (s *session) now() time.Time {
	if epoch, err := strconv.ParseInt(s.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(epoch, 0).UTC()
	}
	return time.Now()
}
