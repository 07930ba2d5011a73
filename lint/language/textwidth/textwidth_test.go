package textwidth

import (
	"math"
	"strings"
	"testing"
)

func TestWidthCountsUnits(t *testing.T) {
	for _, c := range []struct {
		text  string
		units int
	}{
		{"", 0},
		{"A", 1366},
		{"i", 455},
		{" ", 569},
		{"é", 1139},
		{"e\u0301", 1139},
		{"Ж", 1891},
		{"co\u00adop", 1024 + 1139 + 1139 + 1139},
		{"漢", 2048},
		{"🙂", 2048},
		{"❤\ufe0f", 2048},
	} {
		if got, want := Of(c.text, 20), float64(c.units)*20/2048; math.Abs(got-want) > 1e-9 {
			t.Errorf("Of(%q) = %v, want %v", c.text, got, want)
		}
	}
}

func TestFitKeepsWholeWordsAndLeavesRoom(t *testing.T) {
	text := "A plan for the harbour that nobody wanted and everybody paid for in the end"
	for limit := 30.0; limit < 800; limit += 7 {
		n := Fit(text, 20, limit)
		shown := text[:n]
		if n == len(text) {
			if Of(text, 20) > limit {
				t.Errorf("at %v px everything is shown, %v px", limit, Of(text, 20))
			}
			continue
		}
		if w := Of(shown+ellipsis, 20); w > limit {
			t.Errorf("at %v px %q is %v px with its ellipsis", limit, shown, w)
		}
		if n > 0 && text[n] != ' ' && strings.Contains(shown, " ") {
			t.Errorf("at %v px %q ends within a word", limit, shown)
		}
		rest, _, _ := strings.Cut(text[n:][1:], " ")
		if longer := shown + " " + rest + ellipsis; n > 0 && text[n] == ' ' && Of(longer, 20) <= limit {
			t.Errorf("at %v px %q leaves room for %q", limit, shown, rest)
		}
	}
}

func TestFitCutsAWordThatIsTooLong(t *testing.T) {
	text := "Donaudampfschifffahrtsgesellschaft sinkt"
	n := Fit(text, 20, 100)
	if n == 0 || Of(text[:n]+ellipsis, 20) > 100 {
		t.Errorf("shown is %q", text[:n])
	}
}

// TestWidthOfShapedScripts compares with the widths that HarfBuzz computes with the Noto fonts.
func TestWidthOfShapedScripts(t *testing.T) {
	for text, want := range map[string]float64{
		"नदी पर नया पुल बनने के बाद गाँव के बच्चों का विद्यालय तक का रास्ता": 498,
		"الجسر الجديد على النهر يفتح أبوابه أمام سكان القرية في الربيع":      479,
		"הגשר החדש מעל הנהר ייפתח לתושבי הכפר באביב":                         422,
		"สะพานใหม่ข้ามแม่น้ำเปิดให้ชาวบ้านใช้ในฤดูใบไม้ผลิ":                  386,
		"ស្ពានថ្មីឆ្លងទន្លេបើកឱ្យអ្នកភូមិប្រើប្រាស់នៅនិទាឃរដូវ":              372,
		"ஆற்றின் மீது புதிய பாலம் வசந்த காலத்தில் திறக்கப்படும்":             601,
		"নদীর উপর নতুন সেতু বসন্তে গ্রামবাসীদের জন্য খুলে দেওয়া হবে":        503,
	} {
		if got := Of(text, 20); math.Abs(got-want) > .15*want {
			t.Errorf("%q is %.0f px, want %.0f", text, got, want)
		}
		if !Measures(text) {
			t.Errorf("%q is not measured", text)
		}
	}
	if Measures("བོད་ཡིག") {
		t.Error("Tibetan is measured")
	}
}

func TestFitCutsBeforeALetterWithItsSigns(t *testing.T) {
	text := strings.Repeat("कि", 40)
	n := Fit(text, 20, 300)
	if n == 0 || n%len("कि") != 0 {
		t.Errorf("%d bytes are shown", n)
	}
}

func TestFitCutsScriptsWithoutSpacesNearTheLimit(t *testing.T) {
	for _, text := range []string{
		"川の新しい橋をExcel で設計した話：春に開通する予定の橋と村の人たちのこれからの暮らしについて",
		"河上的新桥 Excel 设计的故事春天将要开通的大桥和村里的人们以后的生活会发生什么变化",
		"สะพานใหม่ Excel ข้ามแม่น้ำเปิดให้ชาวบ้านใช้ในฤดูใบไม้ผลิหลังจากปิดมานานหลายปี",
	} {
		const size, limit = 20, 400
		n := Fit(text, size, limit)
		if w := Of(text[:n]+ellipsis, size); w > limit || w < limit-2*size {
			t.Errorf("%q is %.0f px", text[:n], w)
		}
		if n := FitLines(text, size, limit, 2); Of(text[:n], size) < 1.8*limit && n < len(text) {
			t.Errorf("%q is %.0f px in two lines", text[:n], Of(text[:n], size))
		}
	}
	word := "橋をHarbourBridgeCompany渡る"
	if n := Fit(word, 20, 150); word[:n] != "橋を" {
		t.Errorf("%q ends within a word", word[:n])
	}
	if text := "新しい橋を渡るスキーの人たち"; text[:Fit(text, 20, 210)] != "新しい橋を渡るス" {
		t.Errorf("%q", text[:Fit(text, 20, 210)])
	}
}
