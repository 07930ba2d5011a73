package terminal

import (
	"bytes"
	"testing"
	"time"
)

func TestProgressShowsOnTerminalsAndAfterAWhileOnly(t *testing.T) {
	for _, c := range []struct {
		name            string
		terminal, quiet bool
		age             time.Duration
		want            bool
	}{
		{"slow on a terminal", true, false, time.Second, true},
		{"fast on a terminal", true, false, 0, false},
		{"slow in a pipe", false, false, time.Second, false},
		{"quiet", true, true, time.Second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			p := NewProgress(&out, "Checking", c.terminal, c.quiet)
			p.began = p.began.Add(-c.age)
			p.At(1, 9)
			if got := out.Len() > 0; got != c.want {
				t.Errorf("shown: %v; %q", got, out.String())
			}
			p.Clear()
			shown := out.Len()
			p.At(2, 9)
			if out.Len() != shown {
				t.Error("it comes back after it was cleared")
			}
		})
	}
}
