package language

import (
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/token"
)

// sentencesOf splits one text; pairs of curly marks in it are quotations.
func sentencesOf(s, language string) (list []string) {
	p := &Prose{}
	for at := 0; ; {
		start, end, ok := token.Next(s, at)
		if !ok {
			break
		}
		p.gaps = append(p.gaps, int32(len(p.Words)))
		p.Words = append(p.Words, Word{Start: int32(start), End: int32(end), Joined: at > 0 && token.IsHyphen(s[at:start])})
		at = end
	}
	var pairs []pairing.Pair
	for i := 0; i < len(s); {
		open := strings.Index(s[i:], "“")
		if open < 0 {
			break
		}
		end := strings.Index(s[i+open:], "”")
		if end < 0 {
			break
		}
		pairs = append(pairs, pairing.Pair{Style: pairing.Curly, Start: i + open, End: i + open + end + len("”"), Closed: true})
		i += open + end
	}
	x := newSplitter(language)
	x.block(p, 0, 0, s, speechBlock{pairs: pairs, split: lint.None})
	for _, sentence := range p.Sentences {
		list = append(list, s[sentence.Start:sentence.End])
	}
	return list
}

// In each case, a | separates two sentences.
var sentenceCases = []struct{ name, text string }{
	{"a plain break", "The vote failed. |Members went home."},
	{"a title", "Dr. Lee met Mr. Ortiz and Gen. Park. |They left."},
	{"a saint and a street", "He lives near St. Paul on Main St. |The house is old."},
	{"initials", "Fans of J. K. Rowling cheered. |So did George R. R. Martin."},
	{"an initial before a surname", "Samuel L. Jackson came. |John F. Kennedy did not."},
	{"an initial before a name with a no-break space", "The Ada B.\u00a0Cole Fund paid."},
	{"an initial that is an abbreviation in small letters", "The Ada P. Cole Fund paid, says P. 4 of it. |See p. 4."},
	{"a letter after an ampersand is no initial", "They spend more on R&D. |Rivals spend less on Q&A."},
	{"a letter that ends a sentence", "We moved to plan B. |It worked."},
	{"a country within a sentence", "The U.S. Senate met. |Talks with U.S. officials went on."},
	{"a country that ends a sentence", "She moved to the U.S. |The reason was work."},
	{"the morning within a sentence", "At 9 a.m. Eastern the doors open."},
	{"the morning that ends a sentence", "It starts at 9 a.m. |We will be there."},
	{"and so on within a sentence", "Apples, pears, etc. are fruit."},
	{"and so on that ends a sentence", "We sell pens, paper, etc. |They sell well."},
	{"a company within a sentence", "Acme Inc. Chairman Ann Bell resigned."},
	{"a company that ends a sentence", "He works for Acme Inc. |She does too."},
	{"a bracket that ends in an abbreviation", "We like pens (red, blue, etc.). |Paper is dull (white etc.) too."},
	{"a name in lower case after a bracket", "They pay for it (for the first year). |npm pays for the rest (etc.) too."},
	{"a name in lower case after a long word", "We manage the packages. |npm pays for approx. ten of them, esp. the old."},
	{"a particle that ends a sentence", "You must log in. |Visitors need not."},
	{"a remark in lower case", "They fell on the ropes. |(nobody was hurt there.) |See the ferry of approx. (or about) 1950."},
	{"for example", "Use a tool, e.g. Make, i.e. The old one."},
	{"a number", "See No. 5 and p. 12 of vol. 3 for more. |No. |We will not."},
	{"a month", "It opened on Sept. 5 and closed on Jan. 3. |Then it rained."},
	{"versus", "The case of Roe vs. Wade is known. |Jones v. Smith is not."},
	{"approximately", "It weighs approx. 5 kg."},
	{"a degree", "Ann Bell, Ph.D. and dean, spoke. |Tom has a Ph.D. |He is proud."},
	{"a file name", "We use Node.js daily. |See 18F.gov for v1.2 of main.go."},
	{"decimals", "Growth was 3.5 percent. |It had been 2.1."},
	{"a year, then a number", "It closed in 2014. |18F grew. |10 people left."},
	{"an enumerator", "1. Strengthen ties with neighbours."},
	{"a lettered enumerator", "a. Strengthen ties. |Then rest."},
	{"an ellipsis within a sentence", "We waited ... and waited… and left."},
	{"an ellipsis that ends a sentence", "We waited… |Nobody came. . . . |The end."},
	{"an ellipsis before I", "Well… I think so."},
	{"an omission", "He was […] The best […] of all."},
	{"a remark in brackets", "They paid (!) Ann and (?) Bob."},
	{"a sentence in brackets", "They left. |(See page 4.) |We stayed."},
	{"a name with a mark", "He joined Yahoo! News in May. |I use Yahoo! |It works."},
	{"a name with a small letter", "Apple sells phones. |iPhone sales fell."},
	{"question and exclamation", "Really?! |Yes! |Why? |Because."},
	{"small letters after a mark", "Oh no! not again? yes."},
	{"closing quotation marks", "She called it “a start.” |Others agreed."},
	{"exclamation in speech that goes on", "“Stop!” he said. |Then he ran."},
	{"a question in speech that goes on", "“Is it? I think so,” she said. |Nobody agreed."},
	{"sentences in speech that goes on", "“We won. They lost. It is over,” Smith said."},
	{"a name and a verb of saying", "“Is it over?” Ann Bell asked. |“It is.”"},
	{"a title, a name and a verb", "“Is it over?” Mr. Bell of Acme asked."},
	{"a new sentence after speech", "“Is it over?” |Members stayed silent."},
	{"speech that ends with the author's sentence", "She said: “We won. |They lost.” |Then she left."},
	{"the full stop outside", "She calls it “odd. |Very odd”. |We do not."},
	{"speech without a mark that goes on", "The film “No. Never. Go Away” Is Out is odd."},
	{"two halves of speech", "“We won,” he said. |“They lost. |It was close.”"},
	{"speech that a dash signs", "“We won. |They lost.” — Ann Bell"},
	{"speech that a dash carries on", "“We won. They lost” — so he said."},
	{"a dash after the end of a sentence", "Will they come?|—Nobody knew. |Go away!|--Berg did. |It rained.|—The ferry left…|—Nobody came."},
	{"a dash after a remark between dashes", "The pilot—who else?—Berg had seen it. |The ferry – hurrah!–Left."},
	{"a dash after an abbreviation or before I", "See Sec. 3.—Rules, and Gen.—Park. |We waited…—I think."},
	{"a dash before small letters", "Come!—and bring it. |“Come!”—Berg ran."},
	{"the number of a note in brackets", "It was late.|[1] Nobody came."},
	{"numbers of notes", "It was late.|[1][2] Nobody came.|(3) He left.|¹ She did."},
	{"the key of a source", "It was late.|[@bell2020] Nobody came."},
	{"a sign of a note", "It was late.† |Nobody came.\uFFFC |He left."},
	{"an account and a tag", "It was late. |@ann came. |#pears were sold."},
	{"an abbreviation with a note", "The U.S.[1] Senate met, and so did Inc.[2] Magazine."},
	{"brackets that go on", "It was late.[sic] and dark."},
	{"a line feed", "First line\n|Second line"},
	{"a line feed within a sentence", "It was a long\nand winding road."},
	{"ideographs", "我喜欢读书。|你呢？|好。"},
	{"Latin words in lower case after ideographic marks", "公開しました。|main の例です。|次は？|cat を使います。\n|dog です。"},
	{"full stops of ASCII between ideographs", "大桥开放了.|市长来了.|好."},
	{"Russian", "Он пришёл. |Она ушла."},
	{"no closing mark", "What comes next"},
	{"only marks", "?! …"},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		var want []string
		for part := range strings.SplitSeq(c.text, "|") {
			want = append(want, strings.TrimSpace(part))
		}
		if c.name == "only marks" {
			want = nil
		}
		if got := sentencesOf(strings.ReplaceAll(c.text, "|", ""), "en"); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, want)
		}
	}
}

func TestGermanOrdinalsEndNoSentence(t *testing.T) {
	got := sentencesOf("Am 3. Oktober feiern wir. Das ist z.B. Montag.", "de")
	if want := []string{"Am 3. Oktober feiern wir.", "Das ist z.B. Montag."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got = sentencesOf("To platí i ve Vue 3. Zejména to. Am Montag, 3. Oktober, kam er im 2. Boot.", "cs")
	if want := []string{"To platí i ve Vue 3.", "Zejména to.", "Am Montag, 3. Oktober, kam er im 2. Boot."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
