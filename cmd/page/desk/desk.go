// Package desk answers the requests of the page for the browser: a draft in, findings and
// everything else that the page shows out, as JSON.
//
// There is one entry point, [Desk.Answer], with a request for each thing that a writer can do: check
// the draft, make a change that a finding proposes, leave something as it is, open a file, ask
// why. The draft comes with each request, so that nothing in here can be out of date, and
// nothing is kept but the configuration of each profile and the language model.
//
// The page hands over the language model only once a draft has a sentence that needs it. Until then,
// the rules that look at quotations do not run on such a draft, and the answer says so.
//
// A change is tried before it is offered: a fix goes through package fix, which rejects what
// would change more than it says, and a suppression is written only where the engine then
// finds it to work.
//
// The trade-off: a draft is parsed and checked anew with each request, which takes a few
// milliseconds and spares the page and this package any bookkeeping about edits.
package desk

import (
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/language/tagger"
)

// Desk answers the requests of a page. It is for one goroutine.
type Desk struct {
	rules    []*lint.Rule
	byName   map[string]*lint.Rule
	engine   *engine.Engine
	profiles map[string]*config.Settings
	now      func() time.Time
	model    *tagger.Model // nil until the page hands it over
}

// New returns a desk with a list of rules. The error is for rules whose defaults are invalid.
func New(rules []*lint.Rule) (*Desk, error) {
	d := &Desk{rules: rules, byName: map[string]*lint.Rule{}, profiles: map[string]*config.Settings{}, now: time.Now, model: tagger.BuiltIn()}
	all := append(append([]*lint.Rule{}, rules...), engine.Rules()...)
	for _, r := range all {
		d.byName[r.Name] = r
	}
	for _, name := range config.Profiles {
		resolver, err := config.NewResolver(all, config.Flags{Profile: name})
		if err != nil {
			return nil, err
		}
		if d.profiles[name], err = resolver.For(config.NoFile(""), ""); err != nil {
			return nil, err
		}
		if d.engine != nil {
			continue
		}
		if d.engine, err = engine.New(rules, resolver); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// request is what the page asks for.
type request struct {
	Do    string `json:"do"` // about, check, fix, fix-all, leave, model, open or why
	Draft Draft  `json:"draft"`

	Finding string `json:"finding"` // fix and leave: the ID of the finding
	Fix     int    `json:"fix"`     // fix: which of its fixes
	Reason  string `json:"reason"`  // leave: why
	Name    string `json:"name"`    // open: the name of the file
	Rule    string `json:"rule"`    // why: the name of the rule
}

// failure is the answer to a request that cannot be answered.
type failure struct {
	Error string `json:"error"`
}

// Answer answers a request, which is JSON; file is the content of the file to open, or the model.
// The answer is JSON with a field “error” if something is wrong with the request or the program.
func (d *Desk) Answer(asked, file []byte) (answer []byte) {
	defer func() {
		if p := recover(); p != nil {
			answer = encode(failure{fmt.Sprintf("the program failed: %v", p)})
			debug.FreeOSMemory()
		}
	}()
	var r request
	if err := json.Unmarshal(asked, &r); err != nil {
		return encode(failure{"no such request: " + err.Error()})
	}
	switch r.Do {
	case "about":
		return encode(aboutOf(d))
	case "check":
		return encode(d.check(&r.Draft))
	case "fix":
		return encode(fixOne(d, &r.Draft, r.Finding, r.Fix))
	case "fix-all":
		return encode(fixAll(d, &r.Draft))
	case "leave":
		return encode(leaveOut(d, &r.Draft, r.Finding, r.Reason))
	case "model":
		return encode(takeModel(d, file))
	case "open":
		return encode(openDraft(d, r.Name, file))
	case "why":
		return encode(whyOf(d, r.Rule))
	}
	return encode(failure{"no such request: " + r.Do})
}

// taken is the answer to “model”.
type taken struct {
	Error string `json:"error,omitempty"`
}

// takeModel takes the language model from its file.
func takeModel(d *Desk, file []byte) *taken {
	m, err := tagger.Read(string(file))
	if err != nil {
		return &taken{err.Error()}
	}
	d.model = m
	return &taken{}
}

// encode encodes an answer. The types of this package always can be.
func encode[T any](answer T) []byte {
	out, err := json.Marshal(answer)
	if err != nil {
		return []byte(`{"error":"the answer cannot be written"}`)
	}
	return out
}
