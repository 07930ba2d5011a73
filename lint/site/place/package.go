package place

import "strings"

// InPackage reports whether a path leads into a folder that only package managers fill, such as
// node_modules, or vendor/bundle of Bundler.
func InPackage(name string) bool {
	above := ""
	for rest := name; ; {
		folder, below, deeper := strings.Cut(rest, "/")
		if !deeper {
			return false
		}
		switch folder {
		case "node_modules", "bower_components", "jspm_packages", "web_modules", "site-packages", "dist-packages", "__pypackages__", "elm-stuff":
			return true
		case "bundle", "cache", "gems", "ruby":
			if above == "vendor" {
				return true
			}
		case "Pods", "Checkouts":
			if (folder == "Pods" || above == "Carthage") && strings.Contains(below, "/") {
				return true
			}
		}
		if above == "gems" && IsRelease(folder) {
			return true
		}
		above, rest = folder, below
	}
}

// BelowVendor reports whether a path is in a folder of its own below one with a name that is used
// for code of other people: vendor/ferry/README.md, but not vendor/README.md.
func BelowVendor(name string) bool {
	for rest := strings.ToLower(name); ; {
		folder, below, deeper := strings.Cut(rest, "/")
		if !deeper {
			return false
		}
		switch strings.TrimPrefix(folder, "_") {
		case "vendor", "vendors", "vendored", "third_party", "thirdparty", "3rdparty", "bower_components":
			return strings.Contains(below, "/")
		}
		rest = below
	}
}

// IsRelease reports whether the name of a folder is that of a package with its version:
// ferry-1.4.2, ferry-4.7.0-dist, ferry@2.0.
func IsRelease(folder string) bool {
	for at := 1; at < len(folder); at++ {
		if folder[at] != '-' && folder[at] != '@' {
			continue
		}
		major, minor, dotted := strings.Cut(strings.TrimPrefix(folder[at+1:], "v"), ".")
		if dotted && major != "" && strings.Trim(major, digits) == "" && minor != "" && strings.ContainsRune(digits, rune(minor[0])) {
			return true
		}
	}
	return false
}

const digits = "0123456789"
