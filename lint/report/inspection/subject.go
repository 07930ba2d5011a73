package inspection

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

// subjectJSON is the keyphrase of a draft and where it comes from.
type subjectJSON struct {
	Value     string   `json:"value"`
	Origin    string   `json:"origin"`    // "declared" or "inferred"
	Certainty *float64 `json:"certainty"` // null if it is declared
	Certain   bool     `json:"certain"`   // certain enough for rules about overuse
	Name      bool     `json:"name"`      // inferred, and a name, which those rules leave alone
}

func subjectOf(d *lint.Document) *subjectJSON {
	if k := keyphrase.Of(d); k != nil {
		return &subjectJSON{Value: k.Phrase.Text, Origin: "declared", Certain: true}
	}
	in := keyphrase.Infer(d)
	if in == nil {
		return nil
	}
	certainty := in.Certainty(d)
	shown := round(certainty)
	return &subjectJSON{
		Value: in.Phrase.Text, Origin: "inferred", Certainty: &shown, Certain: certainty >= keyphrase.Certain, Name: in.Name(d),
	}
}

// String returns the phrase with its origin: “peace plan (inferred, certainty 0.86)”.
func (s *subjectJSON) String() string {
	switch {
	case s == nil:
		return ""
	case s.Certainty == nil:
		return s.Value + " (declared)"
	case !s.Certain:
		return fmt.Sprintf("%s (inferred, certainty %.2f: too uncertain for rules)", s.Value, *s.Certainty)
	case s.Name:
		return fmt.Sprintf("%s (inferred, certainty %.2f; a name, which rules leave alone)", s.Value, *s.Certainty)
	default:
		return fmt.Sprintf("%s (inferred, certainty %.2f)", s.Value, *s.Certainty)
	}
}
