package house

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/config/strict"
)

// places is a set of the parts of a draft in which a rule looks.
type places uint32

// The places. A passage may belong to several: the first paragraph is prose and
// introduction.
const (
	inHeadline places = 1 << iota
	inTitle
	inDescription
	inHeadings
	inProse
	inIntroduction
	inLastParagraph
	inQuotations
	inLinkTexts
	inAlt
	inCaptions
	inLists
	inTables
	inField
	inBlockQuotes
)

// everywhere is where a rule looks that does not say: at all that the author wrote and a
// reader reads. Quotations are the words of others.
const everywhere = inHeadline | inTitle | inDescription | inHeadings | inProse | inAlt | inCaptions | inLists | inTables

// inBody is all of the body, quotations included.
const inBody = inHeadings | inProse | inAlt | inCaptions | inLists | inTables | inQuotations

// placeName is the name of places in a declaration.
type placeName struct {
	name string
	bits places
}

// placeTable returns the names of the places.
func placeTable() []placeName {
	return []placeName{
		{"headline", inHeadline}, {"title", inTitle}, {"description", inDescription}, {"headings", inHeadings},
		{"prose", inProse}, {"introduction", inIntroduction}, {"last-paragraph", inLastParagraph},
		{"quotations", inQuotations}, {"link-texts", inLinkTexts}, {"block-quotes", inBlockQuotes}, {"alt", inAlt}, {"captions", inCaptions},
		{"lists", inLists}, {"tables", inTables}, {"body", inBody}, {"everywhere", everywhere | inBody},
	}
}

func placeNames() (names []string) {
	for _, p := range placeTable() {
		names = append(names, p.name)
	}
	return names
}

// fieldPrefix is before the name of a front matter field among the places.
const fieldPrefix = "field "

// scope is where a rule looks.
type scope struct {
	in, out        places
	fields, except []string // names of front matter fields
}

// scope reads the places of a rule.
func readScope(c *compiler, s *located) scope {
	sc := scope{in: everywhere}
	if s.In != nil {
		sc.in, sc.fields = readPlaces(c, s.In)
	}
	sc.out, sc.except = readPlaces(c, s.NotIn)
	checkSomewhere(c, s, &sc)
	c.loader.set.index.look(sc)
	c.scope = sc
	return sc
}

// checkSomewhere reports a rule that looks nowhere.
func checkSomewhere(c *compiler, s *located, sc *scope) {
	left := sc.in &^ sc.out
	if sc.out&inProse != 0 {
		left &^= inIntroduction | inLastParagraph
	}
	fields := slices.ContainsFunc(sc.fields, func(f string) bool { return !contains(sc.except, f) })
	switch {
	case s.In != nil && len(s.In) == 0:
		c.Fail(c.at, "rule %s: “in” is empty; name places, or take it out", strict.Quoted(c.name))
	case left&^inField == 0 && !fields && len(s.NotIn) > 0 && !c.unread:
		c.Fail(s.NotIn[0].Node, "rule %s looks nowhere: “not-in” takes out all the places of “in”", strict.Quoted(c.name))
	}
}

func readPlaces(c *compiler, list []strict.Text) (bits places, fields []string) {
	for _, t := range list {
		if field, ok := strings.CutPrefix(t.Value, fieldPrefix); ok && strings.TrimSpace(field) != "" {
			bits |= inField
			fields = append(fields, strings.TrimSpace(field))
			continue
		}
		bit := places(0)
		for _, p := range placeTable() {
			if p.name == strings.ReplaceAll(strings.ToLower(t.Value), " ", "-") {
				bit = p.bits
			}
		}
		if bit == 0 {
			c.Fail(t.Node, "%s; for a front matter field, write “field %s”", strict.Unknown("place", t.Value, placeNames()), strict.Printable(t.Value))
		}
		bits |= bit
	}
	return bits, fields
}

// selects reports whether a rule looks at a part of a passage that belongs to these places.
func (s *scope) selects(at places, field string) bool {
	switch {
	case at&inField != 0 && at&(inTitle|inDescription|inHeadline) == 0:
		return contains(s.fields, field) && !contains(s.except, field)
	case contains(s.except, field) && field != "":
		return false
	case at&s.out != 0:
		return false
	case at&inQuotations != 0:
		return s.in&inQuotations != 0 || at&s.in&inBlockQuotes != 0
	}
	return at&^inField&s.in != 0 || field != "" && contains(s.fields, field)
}

func contains(list []string, name string) bool {
	for _, s := range list {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}
