package config

// CheckResult is the result of checking one configuration file.
type CheckResult struct {
	File      string // as messages show it
	Profile   string // "" if it names none
	Rules     int    // number of rules that it sets, including those in overrides
	Overrides int
	Declares  bool     // it declares rules of its own
	Problems  Problems // empty if the file is valid
}

// Check checks a file, including what it says about the rules of the resolver.
func (r *Resolver) Check(f *File) *CheckResult {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := r.layersOf(f)
	rules := map[string]bool{}
	for _, layer := range append([]layer{l.rules}, l.overrides...) {
		for rule := range layer {
			rules[rule] = true
		}
	}
	return &CheckResult{File: f.name, Profile: f.profile, Rules: len(rules), Overrides: len(f.overrides), Declares: f.house != nil, Problems: l.problems}
}
