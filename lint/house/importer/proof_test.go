package importer_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// finding is what either program finds.
type finding struct {
	draft  string
	text   string // without markup and signs; empty for a rule that counts
	line   int    // from 1
	source string // the line
	around string // the words at the place, as far as is known
}

// key is by what findings of both programs are compared. Of a whole paragraph, the beginning is, since Vale has no
// code in it.
func (f *finding) key() string {
	return f.draft + " " + f.begun()
}

func (f *finding) begun() string {
	const most = 60 // bytes
	return f.text[:min(len(f.text), most)]
}

// setAside takes findings of a rule out of which a smaller draft proves that Vale loses or makes them up because of
// what is around them. What only the translation finds counts as lost if Vale finds as much in the line, in its
// sentences as paragraphs, or in the words at the place alone. What only Vale finds counts as made up if it no longer
// does in the line without markup.
func setAside(t *testing.T, vale, dir, styles string, ours *translated, theirs map[string][]finding) (lost, made map[string][]finding) {
	t.Helper()
	p := &proof{t: t, dir: dir, drafts: map[string]string{}}
	more, fewer := map[string][]finding{}, map[string][]finding{}
	for rule, own := range ours.found {
		more[rule], fewer[rule] = left(own, theirs[rule]), left(theirs[rule], own)
		for _, f := range slices.Concat(more[rule], fewer[rule]) {
			p.add(&f)
		}
	}
	lost, made = map[string][]finding{}, map[string][]finding{}
	if len(p.drafts) == 0 {
		return lost, made
	}
	found, _ := byVale(t, vale, dir, "proofs", "BasedOnStyles = "+styles)
	for rule := range ours.found {
		seen := map[string]int{}
		for _, f := range counting(found[rule], ours.whole[rule]) {
			seen[f.key()]++
		}
		others := matched(ours.found[rule], more[rule])
		used := map[string]int{}
		for _, f := range more[rule] {
			at := f.key() + "\n" + f.source
			used[at]++
			alone := max(seen[p.name(f.source, inLine)+" "+f.begun()], seen[p.name(f.source, inSentences)+" "+f.begun()])
			times := strings.Count(" "+words(f.around)+" ", " "+f.text+" ")
			if alone >= used[at]+others[at] || times > 0 && seen[p.name(f.around, inLine)+" "+f.begun()] >= times {
				lost[rule] = append(lost[rule], f)
			}
		}
		made[rule] = slices.DeleteFunc(slices.Clone(fewer[rule]), func(f finding) bool {
			return seen[p.name(f.source, inLine)+" "+f.begun()] > 0 || !strings.Contains(letters(plain(stripped(f.source))), letters(f.text))
		})
	}
	return lost, made
}

// matched counts the findings of each line that are not among those that are left.
func matched(all, left []finding) map[string]int {
	counts := map[string]int{}
	for i := range all {
		counts[all[i].key()+"\n"+all[i].source]++
	}
	for i := range left {
		counts[left[i].key()+"\n"+left[i].source]--
	}
	return counts
}

// proof writes the smaller drafts.
type proof struct {
	t      *testing.T
	dir    string
	drafts map[string]string // text -> name
}

const (
	inLine      = "line-"
	inSentences = "sentences-"
)

func (p *proof) add(f *finding) {
	for _, text := range []string{f.source, f.around} {
		if _, ok := p.drafts[text]; ok || text == "" {
			continue
		}
		p.drafts[text] = fmt.Sprintf("%04d.md", len(p.drafts))
		plainly := stripped(text) + "\n"
		write(p.t, filepath.Join(p.dir, "proofs", p.name(text, inLine)), []byte(plainly))
		write(p.t, filepath.Join(p.dir, "proofs", p.name(text, inSentences)), []byte(sentenceEnd.ReplaceAllString(plainly, "$1\n\n")))
	}
}

func (p *proof) name(text, kind string) string { return kind + p.drafts[text] }

// left returns the findings that are not as often among others.
func left(findings, others []finding) (some []finding) {
	counts := map[string]int{}
	for i := range others {
		counts[others[i].key()]++
	}
	for i := range findings {
		k := findings[i].key()
		if counts[k]--; counts[k] < 0 {
			some = append(some, findings[i])
		}
	}
	return some
}

// counting returns findings, without their words if the rule counts.
func counting(findings []finding, whole bool) []finding {
	all := slices.Clone(findings)
	for i := range all {
		if whole {
			all[i].text = ""
		}
	}
	return all
}

// stripped returns a line without markup. A footnote becomes an item, as Vale has it.
func stripped(line string) string {
	line = footnote.ReplaceAllString(line, "* ")
	line = escaped.ReplaceAllStringFunc(line, func(s string) string {
		switch s {
		case `\_`:
			return "\ue000"
		case `\*`:
			return "\ue001"
		}
		return s[1:]
	})
	if !strings.HasPrefix(line, "* ") {
		line = markup.ReplaceAllString(markup.ReplaceAllString(line, "$1$2"), "$1$2") // links in emphasis
	} else {
		line = "* " + markup.ReplaceAllString(line[len("* "):], "$1$2")
	}
	return strings.NewReplacer("\ue000", "_", "\ue001", `\*`).Replace(line)
}

var (
	footnote = regexp.MustCompile(`^\[\^[^\]]+\]:\s*`)
	escaped  = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
)

// sentencesDiffer returns the lines of drafts that the programs do not divide into the same sentences. Both are asked
// with a rule that finds every sentence.
func sentencesDiffer(t *testing.T, vale, dir string, names []string) map[string]bool {
	t.Helper()
	archive := txtar.Parse([]byte("-- styles/Sentences/All.yml --\nextends: existence\nmessage: '%s'\nscope: sentence\nnonword: true\ntokens: ['(?s)^.+$']\n"))
	write(t, filepath.Join(dir, archive.Files[0].Name), archive.Files[0].Data)
	theirs, _ := byVale(t, vale, dir, "posts", "BasedOnStyles = Sentences")
	ours := byHouse(t, archive, filepath.Join(dir, "posts"), names)
	differ, own := map[string]bool{}, ours.found["Sentences.All"]
	divided := map[string][2]int{} // how often a sentence is in a draft, and on which line it was last
	for _, f := range theirs["Sentences.All"] {
		divided[f.draft+" "+f.text] = [2]int{divided[f.draft+" "+f.text][0] + 1, f.line}
	}
	for _, f := range own {
		divided[f.draft+" "+f.text] = [2]int{divided[f.draft+" "+f.text][0] - 1, f.line}
	}
	for sentence, n := range divided {
		draft, _, _ := strings.Cut(sentence, " ")
		if f := (finding{draft: draft, line: n[1]}); n[0] != 0 {
			differ[f.place()] = true
		}
	}
	return differ
}

func (f *finding) place() string { return fmt.Sprint(f.draft, ":", f.line) }
