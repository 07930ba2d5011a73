package collate

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// interview and statement are what the cases quote from.
const (
	interview = `Interview with Ada Bell, 3 May

Q: Will the ferry close?

We will never close the ferry before the bridge is open, as I told the council in May. It has,
um, cost us five million crowns, and, you know, nobody asked the the fishermen.

The old pier is not safe. We do not want the children to play there [laughs] any more. It's a
well-known problem: the planks are older than I am.

Well, I think that Mayor Tom Vik wanted 1,500 boats in the harbour by 2019. He got 40% of them.
That colour, grey, was his idea (laughter) and not mine. The re-
pairs will take until spring.

We cannot pay for a second pier. It was -5 degrees that night, and the café was the only warm place.
`
	statement = `# Statement of the harbour office

The harbour office **regrets** the “delay of the works” and will pay each boat owner $300 a month.

> Every owner of a boat who has paid the fee in advance will get it back, all of it, before the summer.

The works go on until the U.S. company delivers the steel. Our office's phone is busy all day.
`
)

func sources() *Library {
	return NewLibrary([]*lint.Document{
		parse.As("interview.txt", []byte(interview), lint.PlainText, parse.Options{}),
		parse.As("statement.md", []byte(statement), lint.Markdown, parse.Options{}),
	})
}

// cases are quotations with what is to be said of them: the verdict, the changes, the
// differences. Pieces are parted by a bar.
var cases = []struct{ name, quotation, want string }{
	{"to the letter", "We will never close the ferry before the bridge is open", "verbatim"},
	{"final sign moved in", "We will never close the ferry,", "verbatim"},
	{"across lines", "nobody asked the the fishermen", "verbatim"},
	{"across paragraphs", "the the fishermen. The old pier is not safe.", "verbatim"},
	{"in a block quotation", "will get it back, all of it, before the summer", "verbatim"},
	{"through emphasis", "The harbour office regrets the", "verbatim"},
	{"three words", "not safe. We", "verbatim"},
	{"first letter", "we will never close the ferry", "edited: capitals"},
	{"capitals within", "I think that mayor Tom Vik wanted", "edited: capitals"},
	{"first letter in brackets", "[W]ill never close the ferry", "edited: brackets"},
	{"ending in brackets", "nobody ask[s] the the fishermen", "edited: brackets"},
	{"ellipsis in a sentence", "Every owner … will get it back", "edited: ellipsis"},
	{"three points", "Every owner of a boat ... will get it back", "edited: ellipsis"},
	{"points in brackets", "Every owner of a boat [...] will get it back", "edited: ellipsis"},
	{"ellipsis over sentences", "We will never close the ferry … The old pier is not safe.", "edited: ellipsis"},
	{"ellipsis over a distant not", "We will never close the ferry … It's a well-known problem", "edited: ellipsis"},
	{"ellipsis at the end", "We will never close the ferry…", "edited: ellipsis"},
	{"words in brackets", "[The council] will never close the ferry before [it] is open", "edited: brackets"},
	{"brackets that add", "the bridge [over the fjord] is open", "edited: brackets"},
	{"sic", "nobody asked the the [sic] fishermen", "edited: brackets"},
	{"straight and curly apostrophe", "It’s a well-known problem", "edited: typography"},
	{"soft hyphen", "a well-known prob\u00adlem: the planks", "edited: typography"},
	{"hyphen left out", "It's a well known problem", "edited: typography"},
	{"one word of two", "It's a wellknown problem", "edited: typography"},
	{"hyphen of a line's end", "The repairs will take until spring", "edited: typography"},
	{"no-break space", "We\u00a0will never close", "verbatim"},
	{"dashes", "That colour — grey — was his idea", "edited: punctuation"},
	{"comma left out", "Every owner of a boat will get it back, all of it before the summer", "altered: 7 words"},
	{"comma alone", "back, all of it before the summer", "edited: punctuation"},
	{"figure without its comma", "wanted 1500 boats in the harbour", "edited: typography"},
	{"per cent for its sign", "He got 40 per cent of them", "edited: typography"},
	{"initials", "until the US company delivers", "edited: typography"},
	{"accent", "the cafe was the only warm place", "edited: typography"},
	{"remark left out", "the children to play there any more", "edited: asides"},
	{"remark in round brackets", "was his idea and not mine", "edited: asides"},
	{"interrupted", "We will never close the ferry,|before the bridge is open", "verbatim verbatim"},
	{"short piece", "We,|will never close the ferry", "verbatim verbatim"},
	{"short piece that is not there", "Never,|we will never close the ferry", "too-short edited: capitals"},
	{"interrupted over words", "We will never close the ferry,|as I told the council", "verbatim edited: interruption"},

	{"negation dropped", "We will close the ferry before the bridge is open", "altered: “never” is missing"},
	{"negation added", "The old pier is not not safe", "altered: “not” is added"},
	{"contraction turned", "We can pay for a second pier", "altered: “can” instead of “cannot”"},
	{"ellipsis over a near not", "We do … want the children to play there", "altered: “not” is left out"},
	{"ellipsis over never", "We will … close the ferry before", "altered: “never” is left out"},
	{"brackets over not", "We do [really] want the children to play", "altered: “not” is left out"},
	{"number changed", "cost us six million crowns", "altered: “six” instead of “five”"},
	{"figure changed", "wanted 1,600 boats in the harbour", "altered: “1,600” instead of “1,500”"},
	{"year changed", "boats in the harbour by 2018", "altered: “2018” "},
	{"sign of money changed", "pay each boat owner €300 a month", "altered: “€” instead of “$”"},
	{"minus dropped", "It was 5 degrees that night", "altered: “5” instead of “-5”"},
	{"word replaced", "We will never shut the ferry before", "altered: “shut” instead of “close”"},
	{"word added", "We will surely never close the ferry", "altered: “surely” is added"},
	{"order changed", "never close ferry the before the bridge is open", "altered: “ferry the” instead of “the ferry”"},
	{"order of sentences", "The old pier is not safe. We will never close the ferry", "altered: the words after “We” come from earlier"},
	{"sentences joined", "We will never close the ferry before the bridge is open. The old pier is not safe.", "altered: 23 words are missing"},
	{"spelling of another country", "That color, grey, was his idea", "altered: “color” instead of “colour”"},
	{"possessive dropped", "Our office phone is busy all day", "altered: “office” instead of “office's”"},
	{"plural", "Every owner of a boat who has paid the fees in advance", "altered: “fees” instead of “fee”"},
	{"brackets over too much", "We will [not] as I told the council", "edited: brackets"},
	{"two sources", "We will never close the ferry before the bridge is open. The harbour office regrets the delay", "altered: the words after “open” are from another"},
	{"filler left out", "It has cost us five million crowns", "altered: “um” is missing"},
	{"beginning replaced", "They will never close the ferry", "altered: “They” instead of “We”"},

	{"nowhere", "The lighthouse keeper has seen it all with his own eyes", "not-found"},
	{"common words only", "it was the one that we had to go for", "not-found"},
	{"two words", "five million", "too-short"},
	{"one word and an ellipsis", "never … bridge", "too-short"},
	{"nothing", "…", "too-short"},
}

func TestVerdicts(t *testing.T) {
	lib := sources()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := summary(lib.Compare(false, strings.Split(c.quotation, "|")...)); !strings.HasPrefix(got, c.want) || c.want == "verbatim" && got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.quotation, got, c.want)
			}
		})
	}
}

// summary writes results as the cases do.
func summary(results []Result) string {
	var all []string
	for _, r := range results {
		s := r.Verdict.String()
		var why []string
		for _, d := range r.Differences {
			why = append(why, d.String())
		}
		if r.Verdict == Edited {
			for _, c := range r.Changes {
				why = append(why, c.String())
			}
		}
		if len(why) > 0 {
			s += ": " + strings.Join(why, ", ")
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestCleanedQuotationsMayLeaveFillersOut(t *testing.T) {
	lib := sources()
	for quotation, want := range map[string]string{
		"It has cost us five million crowns":                     "edited: fillers",
		"five million crowns, and nobody asked the the":          "edited: fillers",
		"nobody asked the fishermen":                             "edited: fillers",
		"It has, um, cost us five million crowns":                "verbatim",
		"It cost us five million crowns":                         "altered: “has um” are missing",
		"We close the ferry before the bridge":                   "altered: “will never” are missing",
		"I told the council. It has cost us five million crowns": "altered: “in May” are missing",
	} {
		if got := summary(lib.Compare(true, quotation)); !strings.HasPrefix(got, want) {
			t.Errorf("%q\n got %s\nwant %s", quotation, got, want)
		}
	}
}

func TestStitchedQuotationsReportTheDistanceOfTheirParts(t *testing.T) {
	lib := sources()
	r := lib.Compare(false, "We will never close the ferry … We cannot pay for a second pier")[0]
	if r.Verdict != Edited || r.Apart < 80 || r.Apart > 120 {
		t.Errorf("%v, %d words apart", r.Verdict, r.Apart)
	}
	if got := r.Text; got != "We will never close the ferry" {
		t.Errorf("the passage is %q", got)
	}
}

func TestPassagesAreNamedByTheirPlace(t *testing.T) {
	lib := sources()
	for quotation, want := range map[string]struct {
		path    string
		line    int
		passage string
	}{
		"the fishermen. The old pier is safe":   {"interview.txt", 6, "the fishermen. The old pier is not safe"},
		"The harbour office regrets the delays": {"statement.md", 3, "The harbour office regrets the “delay"},
		"will get it back before the summer":    {"statement.md", 5, "will get it back, all of it, before the summer"},
	} {
		r := lib.Compare(false, quotation)[0]
		if r.Doc == nil {
			t.Errorf("%q: %v", quotation, r.Verdict)
			continue
		}
		if at := r.Position(); r.Doc.Source.Path != want.path || at.Line != want.line || r.Text != want.passage {
			t.Errorf("%q: %s:%d %q", quotation, r.Doc.Source.Path, at.Line, r.Text)
		}
	}
}

func TestLettersWithoutSpacesAreComparedOneByOne(t *testing.T) {
	lib := NewLibrary([]*lint.Document{parse.As("a.txt", []byte("市长说渡轮在桥通车之前不会停运。"), lint.PlainText, parse.Options{})})
	for quotation, want := range map[string]string{"渡轮在桥通车之前不会停运": "verbatim", "渡轮在桥通车之前会停运": "altered"} {
		if got := summary(lib.Compare(false, quotation)); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", quotation, got)
		}
	}
}

func TestNothingToCompareWith(t *testing.T) {
	for _, docs := range [][]*lint.Document{nil, {parse.As("a.txt", nil, lint.PlainText, parse.Options{})}} {
		if got := summary(NewLibrary(docs).Compare(false, "We will never close the ferry")); got != "not-found" {
			t.Error(got)
		}
	}
}
