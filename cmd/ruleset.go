package cmd

import (
	"errors"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
)

// ruleset is the rules of a run. Those that the configuration declares are known as soon as
// one of load and read has read it.
type ruleset struct {
	known    []*lint.Rule // those of the app and the program's own
	declared []*house.Declared
	loaded   []*lint.Rule // known and declared ones; nil until a configuration is read
	memory   *cache.Pack  // of what was found out about declarations; nil for none
}

func newRuleset(rules []*lint.Rule) *ruleset {
	return &ruleset{known: byFamily(append(slices.Clip(rules), engine.Rules()...))}
}

// byFamily groups rules by family, the families in the order in which they first
// appear, so that the program's own rules are listed with the others of their family.
func byFamily(rules []*lint.Rule) []*lint.Rule {
	order := make(map[lint.Family]int)
	for _, r := range rules {
		if _, seen := order[r.Family]; !seen {
			order[r.Family] = len(order)
		}
	}
	slices.SortStableFunc(rules, func(a, b *lint.Rule) int { return order[a.Family] - order[b.Family] })
	return rules
}

// declare reads the rules that a configuration declares.
func (r *ruleset) declare(root *config.File) (configfile.Declared, error) {
	set, err := house.LoadWith(root, r.known, r.memoryOf(root))
	r.declared = set.Declared()
	return configfile.Declared{Rules: set.Rules, Files: set.Files}, err
}

// memoryOf returns what is remembered of the declarations of a configuration, or nil.
func (r *ruleset) memoryOf(root *config.File) house.Memory {
	if r.memory == nil || root.House() == nil {
		return nil
	}
	return remembered{r.memory, cache.KeyOf("declarations", root.House().Dir)}
}

// remembered keeps what was found out about the declarations of one configuration in the cache.
type remembered struct {
	pack *cache.Pack
	of   cache.Key
}

// Get implements [house.Memory].
func (m remembered) Get(digest string) (facts []byte, ok bool) {
	return m.pack.Get(m.of, cache.KeyOf(digest))
}

// Put implements [house.Memory]. What cannot be written is found out again in the next run.
func (m remembered) Put(digest string, facts []byte) {
	m.pack.Put(m.of, cache.KeyOf(digest), facts)
	m.pack.Save() //nolint:errcheck // the cache never makes a run fail
}

// load reads the configuration, with the rules that it declares.
func (r *ruleset) load(options configfile.Options) (*configfile.Loader, error) {
	options.Declare = r.declare
	loader, err := configfile.NewLoader(r.known, options)
	if err == nil {
		r.loaded = byFamily(slices.Clone(loader.Rules()))
	}
	return loader, err
}

// read reads the configuration that applies to the working directory, for commands that
// have no draft, so that all returns its rules as well.
func (r *ruleset) read() error {
	_, err := r.load(configfile.Options{})
	return err
}

// all returns the rules of the program and those that the configuration declares, if it
// was read.
func (r *ruleset) all() []*lint.Rule {
	if r.loaded != nil {
		return r.loaded
	}
	return r.known
}

// chosen returns the declared rules with some names, or all if there are none.
func (r *ruleset) chosen(names []string) ([]*house.Declared, error) {
	if len(r.declared) == 0 {
		return nil, errors.New("there are no house rules here; copychief rules new NAME writes one")
	}
	if len(names) == 0 {
		return r.declared, nil
	}
	var all []string
	for _, d := range r.declared {
		all = append(all, d.Name)
	}
	var chosen []*house.Declared
	for _, name := range names {
		i := slices.Index(all, name)
		if i < 0 {
			return nil, errors.New(config.Unknown("house rule", name, all))
		}
		chosen = append(chosen, r.declared[i])
	}
	return chosen, nil
}
