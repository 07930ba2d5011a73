//go:build race || poison

package markdown

import "testing"

func TestTheMemoryOfNodesIsOverwritten(t *testing.T) {
	var m Memory
	text := m.text()
	m.paragraph()
	lines := m.lines.room
	m.ids.buf = append(m.ids.buf, "pier"...)
	id := m.ids.buf
	text.Segment.Start = 1
	m.Reset()
	if text.Segment.Start >= 0 {
		t.Errorf("a text is still at %d", text.Segment.Start)
	}
	if line := lines.At(0); line.Start >= 0 {
		t.Errorf("a line is still at %d", line.Start)
	}
	if string(id) == "pier" {
		t.Error("the id of a heading is still there")
	}
	if m.texts != nil || m.paragraphs != nil {
		t.Error("nodes that were overwritten are used again")
	}
}
