package lint

import (
	"path"
	"strings"
)

// Date returns the day on which an article was published, as "2006-01-02", from its metadata,
// from the beginning of its file or folder name, or from folders for year, month and day; "" if
// none has one.
func (d *Document) Date() string {
	name := d.Source.Path
	folder := path.Dir(name)
	for _, text := range [...]string{d.Meta.Get(RoleDate).Value().Plain(), path.Base(name), path.Base(folder)} {
		if day := dayOf(text); day != "" {
			return day
		}
	}
	parts := strings.Split(folder, "/")
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) == len("2006") && len(parts[i+1]) == len("01") && len(parts[i+2]) == len("02") {
			return dayOf(parts[i] + "-" + parts[i+1] + "-" + parts[i+2])
		}
	}
	return ""
}

// dayOf returns the day with which a text begins: “2006-01-02”, “2006/01/02”, “20060102-ferries”.
func dayOf(text string) string {
	const (
		separated = len("2006-01-02")
		joined    = len("20060102")
	)
	day := ""
	switch {
	case len(text) >= separated && text[4] == text[7] && strings.IndexByte("-/_.", text[4]) >= 0:
		day = text[:4] + "-" + text[5:7] + "-" + text[8:separated]
	case len(text) >= joined && (len(text) == joined || text[joined] < '0' || text[joined] > '9'):
		day = text[:4] + "-" + text[4:6] + "-" + text[6:joined]
	default:
		return ""
	}
	if strings.Trim(day, "0123456789-") != "" || strings.Count(day, "-") != 2 || day < "1990" || day[5:7] > "12" || day[8:] > "31" || day[5:7] == "00" || day[8:] == "00" {
		return ""
	}
	return day
}
