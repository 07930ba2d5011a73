package driver

import "github.com/copychief/copychief/lint"

// page is what a draft leaves behind for the rules about the whole site.
type page struct {
	*lint.Page
}

func (c *checking) site(outcomes []outcome) {}
