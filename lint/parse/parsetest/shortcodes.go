package parsetest

import "github.com/copychief/copychief/lint/parse/template"

// Shortcodes returns template tags for drafts in tests, in addition to the built-in
// ones.
func Shortcodes() map[string]template.Shortcode {
	return map[string]template.Shortcode{
		"photo":     {Kind: "image", Source: "1", Alt: "2", Caption: "3"},
		"pullquote": {Kind: "quote", Source: "by"},
		"see":       {Kind: "link", Source: "to", Alt: "text"},
		"ad":        {Kind: "ignore"},
	}
}
