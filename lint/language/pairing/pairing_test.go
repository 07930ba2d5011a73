package pairing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/linttest/timing"
)

// shown formats the pairs of a document: depth, text, and "…" if the pair is not closed.
func shown(d *lint.Document) string {
	var out []string
	for _, p := range Of(d).Pairs {
		text := d.Source.Slice(p.Span(d))
		mark := ""
		if !p.Closed {
			mark = " (open)"
		}
		out = append(out, fmt.Sprintf("%d %s%s", p.Depth, strings.ReplaceAll(text, "\n", "/"), mark))
	}
	return strings.Join(out, " | ")
}

func TestMarksPair(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly", "She said “no” and “yes”.", "0 “no” | 0 “yes”"},
		{"straight", `"No," she said. "Yes."`, `0 "No," | 0 "Yes."`},
		{"guillemets", "Il dit «non».", "0 «non»"},
		{"low curly", "Er sagte „nein“ und ging.", "0 „nein“"},
		{"doubled singles", "He said ''no way'' and ``yes''.", "0 ''no way'' | 0 ``yes''"},
		{"nested", "“He said ‘no’ twice,” she said.", "0 “He said ‘no’ twice,” | 1 ‘no’"},
		{"nested straight", `"He said 'no' twice," she said.`, `0 "He said 'no' twice," | 1 'no'`},
		{"nested in doubled singles", "''She said, 'Go.''' He left.", "0 ''She said, 'Go.''' | 1 'Go.'"},
		{"same style nested", `"The "best" plan," he said.`, `0 "The "best" plan," | 1 "best"`},
		{"single curly", "The ‘best’ plan isn’t ours.", "0 ‘best’"},
		{"plural possessive in singles", "They called it ‘the writers’ room’ then.", "0 ‘the writers’ room’"},
		{"plural possessive alone", "The writers’ room and the actors’ guild.", ""},
		{"singles that end in s", "He likes ‘old songs’ and sings.", "0 ‘old songs’"},
		{"decades and elisions", "Rock ’n’ roll of the ’90s, ‘80s rock ‘n’ roll, 'tis the '70s.", ""},
		{"straight apostrophes", "The dogs' owner didn't see the cats' bowl.", ""},
		{"straight singles", "It was 'a mess', he didn't say.", "0 'a mess'"},
		{"feet and inches", `A man of 6' 2" with a 5' pole and a 32" screen.`, ""},
		{"inches in speech", `"He is 6' 2" tall," she said.`, `0 "He is 6' 2" tall,"`},
		{"a name that ends in a number, without spaces", `他说"把图像传到 S3"。`, `0 "把图像传到 S3"`},
		{"after a number, without spaces", `见 §4.2"同层依赖合约"。`, `0 "同层依赖合约"`},
		{"inches without spaces", `他买了27"显示器。`, ""},
		{"curly feet and inches", "“He is like 6’2” tall,” she said of the 5’11” man.", "0 “He is like 6’2” tall,”"},
		{"height at the end of speech", "“He is 6’2” she said. “Or more.”", "0 “He is 6’2” | 0 “Or more.”"},
		{"year before a mark", `"We won in 1984" was all he said.`, `0 "We won in 1984"`},
		{"speech over paragraphs", "He said: “One.\n“Two.\n“Three.”\nEnd.", "0 “One./“Two./“Three.”"},
		{"straight speech over paragraphs", "\"One.\n\"Two,\" he said.", "0 \"One./\"Two,\""},
		{"never closed", "He said “no and left.\nNext.", "0 “no and left. (open)"},
		{"never closed before another", "“One. “Two,” he said.", "0 “One. “Two,” he said. (open) | 1 “Two,”"},
		{"mixed typographies", "“One,\" he said.", "0 “One,\""},
		{"glued", "He said,“no”then left.", "0 “no”"},
		{"dash inside", `"I—" she began. "We—"`, `0 "I—" | 0 "We—"`},
		{"wrong key for the closing mark", "“One,“ he said “two“.", "0 “One,“ | 0 “two“"},
		{"fragment that begins with a dash", `Read " – don't do that)".`, `0 " – don't do that)"`},
		{"empty", "", ""},
	} {
		if got := shown(langtest.Document(c.text)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestStrayMarks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"none", "“One,” he said. “Two.”", ""},
		{"opening", "He said “no and left.", "8+"},
		{"closing", "He said no” and left.", "10-"},
		{"speech goes on", "“One.\n“Two.”", ""},
		{"speech does not go on", "“One.\nTwo.", "0+"},
		{"speech ends with the draft", "“One.\n“Two.", "0+"},
		{"opening before another", "“One. “Two,” he said.", "0+"},
		{"straight", `He said "no and left.`, "8+"},
		{"apostrophes are none", "The dogs’ owner, ’tis said, saw rock ‘n’ roll.", ""},
		{"heading", "# The “end\nText.", "4+"},
		{"attributes are none", `He wrote <a day="9 May " by="Ada">.`, ""},
		{"an attribute that never ends", `He wrote <a day="9 May>.`, "16+"},
	} {
		var out []string
		for _, s := range Of(langtest.Document(c.text)).Stray {
			sign := "-"
			if s.Opening {
				sign = "+"
			}
			out = append(out, fmt.Sprint(s.Start)+sign)
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s: %s: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestMarksInCodeDoNotCount(t *testing.T) {
	d := langtest.Document(`Write "a" as "b".`)
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 6, End: 9, Index: lint.None}}
	if got := shown(d); got != `0 "b"` {
		t.Errorf("got %s", got)
	}
}

func TestQElementIsAPair(t *testing.T) {
	d := langtest.Document(`He said no and "b".`)
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkQuote, Start: 8, End: 10, Index: lint.None}}
	if got := shown(d); got != `0 no | 0 "b"` {
		t.Errorf("got %s", got)
	}
}

func TestRarerTypographyGetsItsOtherForm(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`“A” ‘b’ isn’t “c” it? "No," he'd said, 'maybe' the dogs' or '90s.`, "“ ” ’ ‘ ’ ’ ’"},
		{`"A" "b" "c" “d” isn't isn’t`, `" " '`},
		{`"A" isn't`, ""},
		{`''A'' “b” “c” “d” it's`, "“ ” ’"},
		{`“A” is 6' 2" tall`, ""},
		{"“A” and `say \"b\" it's", ""},
		{"“A” and `say \"b\"` or \"c\"", "“ ”"},
		{"“A” “d” and \"c\" ``say \"b\" it's", "“ ”"},
		{"“A” “d” and ``c'' it's ``say \"b\" it's\n\"e\"", "” ’ “ ”"},
	} {
		var out []string
		for _, g := range Of(langtest.Document(c.text)).Glyphs {
			out = append(out, g.Other)
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestPairingIsLinear(t *testing.T) {
	const n = 100_000
	for _, unit := range []string{"“", "”", "\"", " \"a", "'", " 'a", "‘a", "s’ a ", "''", "«", "“‘", "“a\n", "\"a\n", "``", " 6\"", "„a“", " ``'a", "`'a"} {
		d := langtest.Document(strings.Repeat(unit, n))
		if took := timing.CPU(func() { Of(d) }); took > 20*time.Second {
			t.Errorf("%d × %q took %v", n, unit, took)
		}
	}
}

func FuzzPairing(f *testing.F) {
	f.Add("“He said ‘no’ twice,” she said.\n\"One\n\"Two\" 6' 2\"")
	f.Add("# “a\n''b''' ``c'' «d» „e“ rock ‘n’ roll s’ a’")
	f.Fuzz(func(t *testing.T, text string) {
		d := langtest.Document(text)
		p := Of(d)
		last, at := 0, -1
		for i, q := range p.Pairs {
			if q.Block < last || q.Block == last && q.Start < at || q.EndBlock < q.Block || q.Depth < 0 {
				t.Fatalf("pair %d out of order: %+v", i, q)
			}
			if q.Start < 0 || q.End > d.Blocks[q.EndBlock].Text.Len() || q.Block == q.EndBlock && q.End <= q.Start {
				t.Fatalf("pair %d out of bounds: %+v", i, q)
			}
			last, at = q.Block, q.Start
		}
		for _, s := range p.Stray {
			if s.Start < 0 || s.Start >= s.End || s.End > d.Blocks[s.Block].Text.Len() {
				t.Fatalf("stray out of bounds: %+v", s)
			}
		}
		for _, g := range p.Glyphs {
			if g.Start < 0 || g.Start >= g.End || g.End > d.Blocks[g.Block].Text.Len() {
				t.Fatalf("glyph out of bounds: %+v", g)
			}
		}
	})
}

func TestQuotationMarksOfOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, text string
		pairs          int
	}{
		{"sv", "”Vi väntar”, sa hon. Det är ”deras” båt, och ”Ho!” är ett rop.", 3},
		{"fi", "”Me odotamme”, hän sanoi. »Vene» on »heidän».", 3},
		{"de", "»Wir warten«, sagte sie. »Das Boot kommt.« Ein »Boot«-Name, (»klein«).", 4},
		{"de", "„Die Zeitung“-Redakteur, „Boot“/„Kahn“ und „Kutter“, „Jolle“.", 5},
		{"hu", "„Azt mondta, »majd« jön” – mondta.", 2},
		{"hr", "»Čekamo«, rekla je. „Brod” dolazi.", 2},
		{"fr", "« Nous attendons », dit-elle. Le mot «bateau» et « l’eau ».", 3},
		{"pl", "„Czekamy” – powiedziała. «Łódź» płynie.", 2},
		{"zh", "他说\"我们在等\"，然后\"船\"来了。点击\"设置\"按钮。", 3},
		{"ja", "彼女は\"待っています\"と言い、”船”が来た。”波”も。", 3},
		{"ja", "\"Boat1\"や\"oar/oar\"という名前。", 2},
		{"ja", "船を \"待つ \"と \"漕ぐ \"という語。", 2},
		{"zh", "编号79“船在等”的报告。", 1},
		{"sv", "Läs kapitlet ”Om båtar” eller “Om åror”.", 2},
		{"pl", "Wpisz to w cudzysłowie (\" \"), czyli (\").", 0},
		{"th", "เธอพูดว่า\"เรากำลังรอ\"แล้วเรือก็มา", 1},
		{"ar", "قال و\"السفينة\" في الطريق", 1},
		{"he", "ארה\"ב היא מדינה, מנכ\"לית וצה\"ל.", 0},
		{"he", "קראתי ב\"הארץ\" וגם ב\"ידיעות\".", 2},
		{"en", "A 27” monitor, a 10½\" pan, a 7” single, 6’ 2” tall and 19\"-racks.", 0},
		{"en", "“The 7” single was cheap,” she said.", 1},
		{"en", "Home » Boats » Oars and read more »", 0},
		{"en", "path.join('') is now the root", 1},
	} {
		d := document(c.language, c.text)
		m := Of(d)
		if len(m.Stray) > 0 || len(m.Pairs) != c.pairs {
			t.Errorf("%s %q: %d pairs, want %d; stray %v", c.language, c.text, len(m.Pairs), c.pairs, m.Stray)
		}
	}
}

func TestOwnMarks(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"de", "„Wir warten“, sagte sie, „und zwar gern.“ Das \"Boot\" kommt.", "„ “"},
		{"pl", "„Czekamy” – powiedziała. „Tak”. \"Łódź\" płynie.", "„ ”"},
		{"sv", "”Vi väntar”, sa hon. ”Ja”. En \"båt\" kommer.", "” ”"},
		{"en", "“We wait,” she said. “Yes.” The \"boat\" comes.", "“ ”"},
		{"de", "„Wir warten“, sagte sie. “Gern.” „Ja.“ Das \"Boot\" kommt.", " "},
		{"fr", "C’est l’eau qu’il faut, n’est-ce pas ? Le \"bateau\" vient.", " "},
	} {
		var got []string
		for _, g := range Of(document(c.language, c.text)).Glyphs {
			got = append(got, g.Other)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func document(language, text string) *lint.Document {
	return &lint.Document{Language: language, Blocks: []lint.Block{{Text: lint.NewText(text, nil), Quote: lint.None}}}
}
