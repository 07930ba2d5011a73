package cmd

import (
	"strconv"
	"time"
)

// now returns the time of the run: the second that SOURCE_DATE_EPOCH names, so that a
// run can be reproduced (reproducible-builds.org), or the system's time.
func (s *session) now() time.Time {
	if epoch, err := strconv.ParseInt(s.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(epoch, 0).UTC()
	}
	return time.Now()
}
