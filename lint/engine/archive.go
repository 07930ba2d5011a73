package engine

import (
	"time"

	"github.com/copychief/copychief/lint"
)

// age says how long ago an article was published.
type age uint8

const (
	undated age = iota
	current
	old
)

// oldYears is the number of years after which an article is old. In the last five judgements of
// docs/precision.md, editors called 27 of 67 pieces of advice on older articles worth the time, and 44 of 62
// on newer ones.
const oldYears = 5

// ageOf returns the age of an article that was published on a day ("2006-01-02"). Where today is
// not known, no article is old.
func ageOf(published string, now time.Time) age {
	switch {
	case published == "":
		return undated
	case now.IsZero() || published > now.AddDate(-oldYears, 0, 0).Format(time.DateOnly):
		return current
	default:
		return old
	}
}

// archive is what the ages of the articles of a run decide.
type archive struct {
	holds    bool // there are so many drafts that old ones are an archive; whoever names a few works on them
	searched bool // many articles have a meta description: the site is written for search results
}

// newArchive looks at the outcomes of a run.
func newArchive(outcomes []*Outcome) archive {
	const many = .4 // of the articles; editors called 3 of 10 findings on long headlines true below, and 6 of 10 above
	read, articles, described := 0, 0, 0
	for _, o := range outcomes {
		if o.Read {
			read++
		}
		if o.Kind.IsArticle() {
			articles++
			if o.traits.Described {
				described++
			}
		}
	}
	return archive{read >= enough, float64(described) > many*float64(articles)}
}

// isPast reports whether a finding is not worth the time because of the age of the article. Errors are,
// and so is what is about search results where the site is written for them.
func (a archive) isPast(o *Outcome, f *Finding) bool {
	s := o.setting(f.Rule)
	if s == nil || f.Severity == lint.Error || s.Rule.Search && a.searched {
		return false
	}
	switch s.Rule.Lifetime {
	case lint.UntilOld:
		return o.traits.Age == old
	case lint.WhileCurrent:
		return o.traits.Age != current
	default:
		return false
	}
}
