//go:build race || poison

package driver

import "testing"

func TestTheBufferOfAWorkerIsOverwritten(t *testing.T) {
	var s session
	b := s.buffer()
	*b = append(*b, "draft"...)
	read := *b
	s.release(b)
	if string(read) != "\xff\xff\xff\xff\xff" {
		t.Errorf("the buffer still has %q", read)
	}
}
