package pronunciation

import "testing"

func TestTheArticleFollowsTheSound(t *testing.T) {
	for text, want := range map[string]Sound{
		"unusual": VowelSound, "unique": ConsonantSound, "use": ConsonantSound, "user": ConsonantSound, "utility": ConsonantSound,
		"umbrella": VowelSound, "university": ConsonantSound, "uninterested": VowelSound, "unimportant": VowelSound, "unit": ConsonantSound,
		"hour": VowelSound, "hourly": VowelSound, "house": ConsonantSound, "honest": VowelSound, "heir": VowelSound, "herb": UnknownSound,
		"one": ConsonantSound, "one-off": ConsonantSound, "onerous": VowelSound, "euro": ConsonantSound, "Ukrainian": ConsonantSound,
		"MP": VowelSound, "FBI": UnknownSound, "NATO": UnknownSound, "US": UnknownSound, "X-ray": VowelSound, "T-shirt": ConsonantSound, "HTML": VowelSound,
		"8": VowelSound, "18th": VowelSound, "80": VowelSound, "11": VowelSound, "110": UnknownSound, "1": ConsonantSound,
		"élan": UnknownSound, "“open”": UnknownSound, "apple": VowelSound, "pear": ConsonantSound, "urge": VowelSound, "uranium": ConsonantSound,
	} {
		if got := SoundOf(text, "en"); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	if fits, ok := FitsArticle("An", "hour", "en"); !fits || !ok {
		t.Error("an hour")
	}
	if fits, ok := FitsArticle("a", "American", "en"); fits || !ok {
		t.Error("a American")
	}
	for text, want := range map[string]string{"alt": "an alt", "headline": "a headline", "FBI agent": "a FBI agent", "hour": "an hour"} {
		if got := WithArticle(text, "en"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if _, ok := FitsArticle("ein", "Haus", "de"); ok {
		t.Error("what articles depend on in other languages is not known")
	}
}
