package config

// CheckResult is what a look at one configuration file found.
type CheckResult struct {
	File      string // as messages show it
	Profile   string // "" where it names none
	Rules     int    // that it speaks of, those of overrides among them
	Overrides int
	Problems  Problems // none where the file is in order
}

// Check returns everything that is wrong with a file, the rules of the resolver given.
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
	return &CheckResult{File: f.name, Profile: f.profile, Rules: len(rules), Overrides: len(f.overrides), Problems: l.problems}
}
