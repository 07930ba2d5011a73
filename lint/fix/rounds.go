package fix

import (
	"crypto/sha256"
	"slices"

	"github.com/copychief/copychief/lint"
)

// Rounds is the maximum number of rounds for a draft.
const Rounds = 10

// All applies the proposed fixes in rounds until nothing is left to apply. The error is
// that of the draft's Check; text is not changed.
func All(text []byte, d Draft) (Outcome, error) {
	r := &rounds{draft: d, banned: map[string]bool{}, guard: newGuard()}
	r.states = []state{{text: text, sum: sha256.Sum256(text)}}
	var rejected []Proposal
	var asking []string
	for round := 1; ; round++ {
		now := &r.states[len(r.states)-1]
		checked, err := d.Check(now.text)
		if err != nil {
			return Outcome{}, err
		}
		proposals := slices.DeleteFunc(slices.Clone(checked.Proposals), func(p Proposal) bool { return r.banned[p.Rule] })
		chosen, bad := choose(now.text, proposals)
		if len(chosen) > 0 && round > Rounds {
			asking, rejected = rulesOf(chosen), bad
			break
		}
		accepted, refused := r.accept(checked.Doc, chosen)
		rejected = slices.Concat(bad, refused)
		if len(accepted) == 0 {
			break
		}
		r.step(round, checked.Doc, accepted)
	}
	return r.outcome(rejected, asking), nil
}

// state is the text after a round, and the fixes applied in that round.
type state struct {
	text    []byte
	sum     [sha256.Size]byte
	applied []AppliedFix
}

type rounds struct {
	draft  Draft
	states []state
	banned map[string]bool // rules that are part of a cycle
	guard  *guard
}

// accept returns the proposals that leave the rest of the document unchanged. It tries
// them together and, if that fails, bisects them, so that only bad proposals cost more than
// one parse.
func (r *rounds) accept(doc *lint.Document, chosen []Proposal) (accepted, refused []Proposal) {
	if len(chosen) == 0 {
		return nil, nil
	}
	regions := r.guard.regions(doc)
	chosen = slices.DeleteFunc(slices.Clone(chosen), func(p Proposal) bool {
		bad := p.Fix.Safe && !r.guard.permits(regions, p.Fix) || !r.guard.keepsTargets(doc, p.Fix)
		if bad {
			refused = append(refused, p)
		}
		return bad
	})
	var try func(part []Proposal)
	try = func(part []Proposal) {
		if len(part) == 0 {
			return
		}
		with := slices.Concat(accepted, part)
		edits := editsOf(doc.Source.Bytes, with)
		if after := r.draft.Parse(apply(doc.Source.Bytes, edits)); after != nil && same(doc, after, edits, breaksOf(with)) && r.guard.same(doc, after, edits) {
			accepted = with
			return
		}
		if len(part) == 1 {
			refused = append(refused, part[0])
			return
		}
		try(part[:len(part)/2])
		try(part[len(part)/2:])
	}
	try(chosen)
	return accepted, refused
}

// step applies the accepted proposals. If the result is the text of an earlier round, the
// rules applied since form a cycle, and the rounds continue from that text without them.
func (r *rounds) step(round int, doc *lint.Document, accepted []Proposal) {
	next := state{text: apply(doc.Source.Bytes, editsOf(doc.Source.Bytes, accepted))}
	next.sum = sha256.Sum256(next.text)
	for _, p := range accepted {
		next.applied = append(next.applied, AppliedFix{p, round})
	}
	r.states = append(r.states, next)
	for i := range r.states[:len(r.states)-1] {
		if r.states[i].sum == next.sum {
			for _, s := range r.states[i+1:] {
				for _, a := range s.applied {
					r.banned[a.Rule] = true
				}
			}
			r.states = r.states[:i+1]
			return
		}
	}
}

func (r *rounds) outcome(rejected []Proposal, asking []string) Outcome {
	o := Outcome{Text: r.states[len(r.states)-1].text, Rejected: rejected, Unfinished: asking}
	for _, s := range r.states {
		o.Applied = append(o.Applied, s.applied...)
	}
	for rule := range r.banned {
		o.Cycle = append(o.Cycle, rule)
	}
	slices.Sort(o.Cycle)
	return o
}

func rulesOf(all []Proposal) (names []string) {
	for _, p := range all {
		names = append(names, p.Rule)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
