package drafting

import (
	"testing"
	"time"
)

func TestDatesAreReadAsDaysOfTheCalendar(t *testing.T) {
	for text, want := range map[string]string{
		"2024-02-29": "2024-02-29", "2024-02-29T10:00:00Z": "2024-02-29", "2024-2-9 10:00": "2024-02-09", "2024/02/29": "2024-02-29",
		"March 4, 2024": "2024-03-04", "4 Mar 2024": "2024-03-04", "Mon, 04 Mar 2024 10:00:00 +0100": "2024-03-04", "Sept 4, 2024": "2024-09-04",
		"2 Jan 2024 10:00 GMT": "2024-01-02", "Tue Jan 02 2024 10:00:00 GMT+0100 (Central European Standard Time)": "2024-01-02", "Jan 2nd, 2024": "2024-01-02",
		"Tue, 2 Jan 2024 10:00:00 -0700": "2024-01-02", "January 2, 2024 3:04 PM": "2024-01-02", "Tue Jan  2 10:00:00 MST 2024": "2024-01-02", "Jan 2024": "2024-01-01",
		"2. Januar 2024": "2024-01-02", "2. Januar 2024 10:00 Uhr": "2024-01-02", "le 1er février 2024": "2024-02-01", "2 de enero de 2024": "2024-01-02", "3 maart 2024": "2024-03-03",
		"git Last Modified": "unclear", "Created": "unclear", "today": "unclear", "last-modified": "unclear",
		"Feb 30, 2024": "none", "Jan 2": "none", "some day in 2024": "none", "spring 2024": "none", "Issue 12, March": "none", "42 March 2024": "none",
		"3/4/2024": "unclear", "31.12.2024": "unclear", "2024": "unclear", "2024-05": "unclear", "20240503": "unclear", "1714694400": "unclear", "1714694400000": "unclear",
		"2023-02-29": "none", "2024-13-01": "none", "2024-02-29T25:00": "none", "2024-02-29T10:61": "none", "0001-01-01T00:00:00Z": "none",
		"soon": "none", "13/13/2024": "none", "12": "none", "2024-05-03-ferry": "none", "2024-": "none", "2024-99": "none", "3/": "none",
	} {
		day, is := dateOf(text)
		got := day.Format(time.DateOnly)
		switch {
		case !is:
			got = "none"
		case day.IsZero():
			got = "unclear"
		}
		if got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, text := range []string{"2024-02-29T10:00:00Z", "3/4/2024", "March 4, 2024", "99999999999999", "2024-\xff-1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			return
		}
		if day, is := dateOf(text); !is && !day.IsZero() {
			t.Errorf("%q is no date and is %s", text, day)
		}
	})
}
