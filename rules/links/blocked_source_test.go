package links

import (
	"strings"
	"testing"
)

func TestBlockedSourceTakesHostsOnly(t *testing.T) {
	for _, c := range []struct {
		name string
		rule blockedSource
		want string // part of the error; "" for none
	}{
		{"hosts", blockedSource{Hosts: []string{"rumours.example", "www.copies.example"}}, ""},
		{"an address", blockedSource{Hosts: []string{"https://rumours.example/boat"}}, "write the host alone: rumours.example"},
		{"a pattern", blockedSource{Hosts: []string{"*.rumours.example"}}, "is not a host"},
		{"an address in place of a preferred host", blockedSource{Instead: map[string]string{"copies.example": "http://register.example"}}, "instead"},
		{"no preferred host", blockedSource{Instead: map[string]string{"copies.example": ""}}, "is not a host"},
	} {
		err := c.rule.Init()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
	}
}
