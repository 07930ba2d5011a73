//go:build race || poison

package build

import "testing"

func TestTheMemoryOfABuilderIsOverwritten(t *testing.T) {
	m := Memory{blocks: []bounds{{from: 1, to: 2}}}
	blocks := m.blocks
	m.Reset()
	if blocks[0].from >= 0 {
		t.Errorf("the bounds of a block are still %+v", blocks[0])
	}
}
