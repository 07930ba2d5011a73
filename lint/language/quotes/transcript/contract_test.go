package transcript

import (
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestContractsAreVerbatim(t *testing.T) {
	const contract = "The lessor and the lessee are bound by this agreement. Either party may terminate it in writing. " +
		"Liability is limited, warranties are excluded, and the courts of the harbour have jurisdiction, notwithstanding any other clause. " +
		"The confidentiality obligations survive its termination."
	const vertrag = "Die Vertragspartner vereinbaren hiermit die Nutzung des Bootes. Die Haftung ist beschränkt, die Gewährleistung ausgeschlossen. " +
		"Die Kündigung ist an eine Frist gebunden. Gerichtsstand ist der Hafen. Unwirksam wird eine Bestimmung nur durch Beschluss."
	const bylaws = "The company shall be governed by this constitution. A quorum of shareholders is binding. " +
		"The chairperson shall have no liability for a breach, notwithstanding the dissolution of the company. A shareholder may waive any notice."
	const article = "The harbour master signed an agreement on Monday. It says who pays for the roof, and when. " +
		"Nobody in the town had seen it before, and the mayor calls it a good day for all boats."
	for _, c := range []struct {
		name, language, content string
		want                    bool
	}{
		{"boat-rental-agreement.md", "en", "# Boats for rent\n\n" + contract, true},
		{"boats.md", "en", "---\ntitle: Boat Rental Terms\n---\n\n" + contract, true},
		{"constitution.md", "en", "# Constitution of the Boat Company\n\n" + bylaws, true},
		{"boats.md", "en", "# Boats for rent\n\n" + contract, false}, // nothing in its name says so
		{"bootsvertrag.md", "de", "---\ntitle: Vertrag über Boote\n---\n\n" + vertrag, true},
		{"harbour-agreement.md", "en", "# The harbour agreement\n\n" + article, false}, // an article about one
	} {
		d := parse.Parse(c.name, []byte(c.content), parse.Options{})
		d.Language = c.language
		if got := Verbatim(d); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
