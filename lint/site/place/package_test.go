package place_test

import (
	"testing"

	"github.com/copychief/copychief/lint/site/place"
)

// TestInPackage distinguishes folders of package managers from those of a writer.
func TestInPackage(t *testing.T) {
	for name, want := range map[string]bool{
		"vendor/bundle/ruby/3.2.0/gems/lamp-1.0/README.md": true,
		"web/node_modules/lamp/README.md":                  true,
		"lib/site-packages/lamp/notes.md":                  true,
		"ios/Pods/Lamp/README.md":                          true,
		"gems/lamp-1.0.2/README.md":                        true,
		"gems/lamp/README.md":                              false,
		"content/pods/frost.md":                            false,
		"Pods/README.md":                                   false,
		"vendor/README.md":                                 false,
		"cache/bundle/frost.md":                            false,
		"node_modules":                                     false,
	} {
		if got := place.InPackage(name); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}

// TestBelowVendor distinguishes a package in a folder for third-party code from the folder itself.
func TestBelowVendor(t *testing.T) {
	for name, want := range map[string]bool{
		"vendor/lamp/README.md":            true,
		"assets/_vendor/lamp/CHANGELOG.md": true,
		"third_party/lamp/README.md":       true,
		"vendor/README.md":                 false,
		"vendors-of-ice/lamp/README.md":    false,
		"README.md":                        false,
	} {
		if got := place.BelowVendor(name); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}

// TestIsRelease distinguishes the folder of a package with its version from other names.
func TestIsRelease(t *testing.T) {
	for folder, want := range map[string]bool{
		"lamp-1.4.2": true, "lamp-4.7.0-dist": true, "lamp@2.0": true, "lamp-oil-v1.2": true,
		"v1.4.2": false, "lamp-2024": false, "2024-03-01": false, "lamp-1.": false, "lamp": false, "-1.2": false,
	} {
		if got := place.IsRelease(folder); got != want {
			t.Errorf("%s: %t, want %t", folder, got, want)
		}
	}
}
