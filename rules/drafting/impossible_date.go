package drafting

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"github.com/copychief/copychief/lint"
)

//go:embed impossible_date.txtar
var impossibleDateDocs string

// ImpossibleDate flags a publication or update date that cannot be right.
var ImpossibleDate = &lint.Rule{
	Name:     "impossible-date",
	Family:   lint.DraftingFamily,
	Summary:  "a date cannot be true",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Help Google Search know the best date for your page",
		URL:    "https://developers.google.com/search/docs/appearance/publication-dates",
	},
	Habit:     lint.Habit{Does: "have an impossible or a future date"},
	Structure: true,
	Docs:      impossibleDateDocs,
	New:       func() lint.Checker { return &impossibleDate{DaysAhead: 30} },
}

type impossibleDate struct {
	DaysAhead int `yaml:"days_ahead" doc:"how many days ahead an article may be scheduled"`
}

// Check compares both dates as calendar days. It ignores time zones: the errors that it
// flags are larger than any difference between zones.
func (r *impossibleDate) Check(p *lint.Pass) {
	meta := &p.Doc.Meta
	published, updated := meta.Get(lint.RoleDate), meta.Get(lint.RoleUpdated)
	first := r.read(p, published, "Published")
	last := r.read(p, updated, "Updated")
	if first.IsZero() || last.IsZero() || !first.After(last) {
		return
	}
	published, first = earliest(meta, published, first)
	slack := 24 * time.Hour // the same moment may fall on two days in two zones
	if len(value(published)) <= len("2006-01-02") && len(value(updated)) <= len("2006-01-02") {
		slack = 0
	}
	if first.Sub(last) > slack {
		p.Report(lint.Finding{
			Span:    updated.Whole,
			Message: fmt.Sprintf("Updated %s, before it was published on %s; correct one of them", last.Format(time.DateOnly), first.Format(time.DateOnly)),
			Related: []lint.Related{{Span: published.Whole, Message: "the date of publication"}},
		})
	}
}

// read returns the day that a field names, and reports an invalid day or one too far in
// the future. It returns zero for a field that is absent, already reported or ambiguous.
func (r *impossibleDate) read(p *lint.Pass, f *lint.Field, what string) time.Time {
	written := value(f)
	if written == "" || strings.ContainsAny(written, "{<$"+string(lint.Object)) { // filled in by a template
		return time.Time{}
	}
	day, is := dateOf(written)
	if !is {
		p.Report(lint.Finding{
			Span:    f.Whole,
			Message: fmt.Sprintf("“%s” is not a date; write it as 2006-01-31", lint.Shorten(written, 40)),
		})
		return time.Time{}
	}
	if ahead := day.Sub(p.Now); !day.IsZero() && !p.Now.IsZero() && ahead > time.Duration(r.DaysAhead+1)*24*time.Hour && !p.Doc.IsDraft() {
		p.Report(lint.Finding{
			Span:    f.Whole,
			Message: fmt.Sprintf("%s %s, %d days ahead; correct the date, or mark the article as a draft", what, day.Format(time.DateOnly), int(ahead.Hours()/24)),
		})
		return time.Time{}
	}
	return day
}

// earliest returns the earliest of the dates in the metadata that say when an article was published,
// such as Hugo's publishDate beside date, given the one that counts as its date.
func earliest(meta *lint.Meta, published *lint.Field, day time.Time) (*lint.Field, time.Time) {
	for i := range meta.Fields {
		f := &meta.Fields[i]
		switch strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(f.Name)) {
		case "date", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "pubdate", "datepublished":
			if other, is := dateOf(value(f)); is && !other.IsZero() && other.Before(day) {
				published, day = f, other
			}
		}
	}
	return published, day
}

func value(f *lint.Field) string { return strings.TrimSpace(f.Value().String()) }
