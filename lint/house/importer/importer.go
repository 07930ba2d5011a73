package importer

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/house"
)

// Pack is a pack that was made from rules of another program.
type Pack struct {
	Name  string // "vale-microsoft"
	From  string // what it was made from
	Rules []*Rule
	Left  []Left
	Notes []string // of rules that the program has already, or that find more than before
}

// Rule is a translated rule.
type Rule struct {
	Name string
	From string     // the file, and the rule in it
	Body *yaml.Node // its keys

	accepts bool // what the vocabularies of Vale accept is right
}

// Left is a rule that was not translated.
type Left struct {
	From string // the file, and the rule in it
	Why  string
}

// Import is the result of an import.
type Import struct {
	Packs []*Pack
	Total int // rules that were read
	Done  int // rules that were translated in full, or that the program has already
}

// mostBytes is the size of a file that is read, and mostFiles how many there may be.
const (
	mostBytes = 2 << 20
	mostFiles = 5_000
)

// Read translates what is below root, which may be a file. known are the rules of the
// program. The error is for files that cannot be read, and if nothing was recognised.
func Read(files fs.FS, root string, known []*lint.Rule) (*Import, error) {
	im := &reader{known: known, packs: map[string]*Pack{}, taken: map[string]bool{}, done: map[string]int{}}
	seen := 0
	err := fs.WalkDir(files, root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != root && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() || !e.Type().IsRegular():
			return nil
		}
		if seen++; seen > mostFiles {
			return fmt.Errorf("there are more than %d files here; name the folder of the styles", mostFiles)
		}
		return im.file(files, name)
	})
	if err != nil {
		return nil, err
	}
	for _, read := range im.later {
		read()
	}
	return im.finish()
}

// reader reads files and collects packs.
type reader struct {
	known []*lint.Rule
	packs map[string]*Pack
	order []*Pack
	taken map[string]bool // names of rules
	total int
	later []func() // what depends on files that are read after it

	accepted []string       // what the vocabularies of Vale accept
	done     map[string]int // rules that were translated, by the file and rule that they are from
}

// file reads one file, if it is of a kind that is recognised.
func (r *reader) file(files fs.FS, name string) error {
	ext, base := strings.ToLower(path.Ext(name)), strings.ToLower(path.Base(name))
	if !slices.Contains([]string{".yml", ".yaml", ".csv", ".txt", ".json"}, ext) {
		return nil
	}
	info, err := fs.Stat(files, name)
	if err != nil {
		return err
	}
	if info.Size() > mostBytes {
		r.left(r.pack(name, "list"), name, fmt.Sprintf("the file has %d bytes, and %d are the most", info.Size(), mostBytes))
		return nil
	}
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	switch {
	case !utf8.ValidString(text):
		r.left(r.pack(name, "list"), name, "the file is not UTF-8")
	case ext == ".csv":
		r.table(name, text)
	case base == "accept.txt" || base == "reject.txt":
		readVocabulary(r, name, text)
	case ext == ".txt":
		r.later = append(r.later, func() { r.textFile(name, text) })
	default:
		r.yaml(name, text)
	}
	return nil
}

// textFile reads a list of words, unless it is in a folder of Vale styles: there, it has the words that
// a spelling dictionary accepts.
func (r *reader) textFile(name, text string) {
	for from := range r.packs {
		if dir := path.Dir(name); from == dir && strings.HasPrefix(r.packs[from].Name, "vale-") {
			r.left(r.packs[from], name, "it lists words for a spelling dictionary, and house rules have none")
			return
		}
	}
	r.wordList(name, text)
}

// yaml reads a file of YAML or JSON, whose keys say what it is.
func (r *reader) yaml(name, text string) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) == 0 {
		if err != nil {
			r.left(r.pack(name, "list"), name, "it is not valid YAML")
		}
		return
	}
	n := doc.Content[0]
	switch {
	case has(n, "extends"):
		readVale(r, name, n)
	case has(n, "rules") && (has(n, "version") || has(n, "imports")):
		readPrh(r, name, n)
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0 && has(n.Content[0], "inconsiderate"):
		r.retext(name, n)
	case has(n, "vale_version"): // what the package of a style says about itself
	case n.Kind == yaml.MappingNode && strings.ToLower(path.Ext(name)) == ".json":
		r.patterns(name, n)
	}
}

// pack returns the pack for a file: one for each folder of styles, or for each other file.
func (r *reader) pack(name, kind string) *Pack {
	from := name
	if kind == "vale" {
		from = path.Dir(name)
	}
	if p := r.packs[from]; p != nil {
		return p
	}
	stem := strings.TrimSuffix(path.Base(from), path.Ext(from))
	if from == "." {
		stem = "styles"
	}
	p := &Pack{Name: kebab(kind + "-" + stem), From: from}
	for i := 2; slices.ContainsFunc(r.order, func(o *Pack) bool { return o.Name == p.Name }); i++ {
		p.Name = fmt.Sprintf("%s-%d", kebab(kind+"-"+stem), i)
	}
	r.packs[from] = p
	r.order = append(r.order, p)
	return p
}

// left records that a rule was not translated.
func (r *reader) left(p *Pack, from, why string) { p.Left = append(p.Left, Left{from, why}) }

// add adds a translated rule under a name that is free.
func (r *reader) add(p *Pack, name, from string, body *yaml.Node) *Rule {
	name = kebab(name)
	free := name
	for i := 2; r.taken[free] || r.isKnown(free); i++ {
		free = fmt.Sprintf("%s-%d", name, i)
	}
	r.taken[free] = true
	rule := &Rule{Name: free, From: from, Body: body}
	p.Rules = append(p.Rules, rule)
	return rule
}

func (r *reader) isKnown(name string) bool {
	return slices.ContainsFunc(r.known, func(k *lint.Rule) bool { return k.Name == name || string(k.Family) == name })
}

// kebab returns a name for a rule: lower-case letters, digits and hyphens.
func kebab(s string) string {
	const longest = 56
	var b strings.Builder
	for i, c := range s {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c >= 'A' && c <= 'Z':
			if i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
				b.WriteByte('-')
			}
			b.WriteRune(c + 'a' - 'A')
		default:
			b.WriteByte('-')
		}
	}
	parts := strings.FieldsFunc(b.String(), func(c rune) bool { return c == '-' })
	name := strings.Join(parts, "-")
	if len(name) > longest {
		name = strings.TrimRight(name[:longest], "-")
	}
	return cmp.Or(name, "rule")
}

// finish loads every rule as package house does, and moves those that it rejects to the
// rules that were not translated.
func (r *reader) finish() (*Import, error) {
	if r.total == 0 && len(r.order) == 0 {
		return nil, fmt.Errorf("nothing to import here; there are no styles of Vale, dictionaries of prh, tables (.csv) or word lists (.txt, .json)")
	}
	im := &Import{Packs: r.order, Total: r.total}
	for _, p := range r.order {
		p.Rules = slices.DeleteFunc(p.Rules, func(rule *Rule) bool {
			if rule.accepts && accept(rule.Body, r.accepted) {
				excuse(p, rule)
			}
			why := r.rejects(rule)
			if why != "" {
				p.Left = append(p.Left, Left{rule.From, why})
				delete(r.done, rule.From)
			}
			return why != ""
		})
	}
	for _, n := range r.done {
		im.Done += n
	}
	return im, nil
}

// rejects returns why package house does not accept a rule, or "".
func (r *reader) rejects(rule *Rule) string {
	content, err := encode([]*Rule{rule}, "house")
	if err != nil {
		return err.Error()
	}
	f := config.Parse("pack", content, config.Place{})
	if problems := f.Problems(); len(problems) > 0 {
		return problems[0].Message
	}
	if _, err := house.Load(f, r.known); err != nil {
		message := err.Error()
		if parts := strings.SplitN(message, ": ", 2); len(parts) == 2 {
			message = parts[1]
		}
		return strings.SplitN(message, "\n", 2)[0]
	}
	return ""
}
