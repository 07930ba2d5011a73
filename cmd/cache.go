package cmd

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/report"
)

// cacheOff is the value of COPYCHIEF_CACHE that disables the cache.
const cacheOff = "off"

func cacheFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "no-cache", Usage: "check every draft again, and cache nothing"},
		cacheDirFlag(),
	}
}

func cacheDirFlag() cli.Flag {
	return &cli.StringFlag{Name: "cache-dir", Usage: "cache results in `DIR`; see copychief cache dir"}
}

func cacheCommand(s *session) *cli.Command {
	flags := []cli.Flag{cacheDirFlag()}
	return group("cache", "show or delete the cache of results",
		"  copychief cache size                         where it is and how large\n"+
			"  copychief cache clean                        remove it\n"+
			"  copychief --no-cache content/                a run without it\n",
		&cli.Command{
			Name: "dir", Usage: "print the folder of the cache", UsageText: "copychief cache dir",
			Description: "  copychief cache dir\n", Flags: flags,
			Action: cacheAction(s, func(dir string) (string, error) { return report.Escape(dir), nil }),
		},
		&cli.Command{
			Name: "size", Usage: "print the size of the cache", UsageText: "copychief cache size",
			Description: "  copychief cache size\n", Flags: flags,
			Action: cacheAction(s, func(dir string) (string, error) {
				bytes, err := cache.Size(dir)
				return fmt.Sprintf("%s in %s", megabytes(bytes), report.Escape(dir)), err
			}),
		},
		&cli.Command{
			Name: "clean", Usage: "remove it", UsageText: "copychief cache clean",
			Description: "  copychief cache clean\n", Flags: flags,
			Action: cacheAction(s, func(dir string) (string, error) {
				bytes, err := cache.Size(dir)
				if err == nil {
					err = cache.Clean(dir)
				}
				return fmt.Sprintf("Removed %s from %s", megabytes(bytes), report.Escape(dir)), err
			}),
		},
	)
}

// cacheAction returns the action of a command about the cache: do gets its folder and
// returns the line to print.
func cacheAction(s *session, do func(dir string) (string, error)) cli.ActionFunc {
	return func(c *cli.Context) error {
		if c.NArg() > 0 {
			return fmt.Errorf("cache %s takes no argument; name another folder with --cache-dir", c.Command.Name)
		}
		dir, err := cacheDir(s.getenv, c)
		if err != nil {
			return err
		}
		if dir == "" {
			return errors.New("there is no cache: neither --cache-dir nor the environment names a folder")
		}
		line, err := do(dir)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(s.Stdout, line)
		return err
	}
}

// storeOf returns the cache that the flags ask for, or nil.
func storeOf(s *session, c *cli.Context) (*cache.Cache, error) {
	if s.watch != nil {
		return s.watch.store, nil
	}
	dir, err := cacheDir(s.getenv, c)
	if err != nil || dir == "" || c.Bool("no-cache") {
		return nil, err
	}
	return cache.New(dir), nil
}

// useMemory lets house rules reuse what earlier runs found out about their declarations.
// Call it before the configuration is read.
func useMemory(s *session, c *cli.Context) error {
	store, err := storeOf(s, c)
	if build := buildID(s.RulesFrom); store != nil && build != "" {
		s.rules.memory = store.Pack(cache.KeyOf("declarations", build))
	}
	return err
}

// useCache sets the cache of a request as the flags say.
func useCache(s *session, c *cli.Context, r *driver.Request) (err error) {
	r.Build = buildID(s.RulesFrom)
	if s.watch != nil {
		r.Inputs = s.watch.inputs
		if name := c.String("baseline"); name != "" {
			file, err := filepath.Abs(name)
			if err != nil {
				return fmt.Errorf("finding the baseline: %w", err)
			}
			r.Inputs.Files[file] = true
		}
	}
	r.Cache, err = storeOf(s, c)
	return err
}

// buildID identifies this program and its rules; "" if that is not possible.
func buildID(rulesFrom string) string {
	id := cache.Build()
	if id != "" {
		id += " " + rulesFrom
	}
	return id
}

// cacheDir returns the folder of the cache: the one that --cache-dir or COPYCHIEF_CACHE
// names, or copychief in the user's cache folder (XDG Base Directory; Apple's File
// System Programming Guide; Windows' known folders). It is "" if there is none.
func cacheDir(getenv func(string) string, c *cli.Context) (string, error) {
	dir := c.String("cache-dir")
	if dir == "" {
		dir = getenv("COPYCHIEF_CACHE")
	}
	if dir == cacheOff {
		return "", nil
	}
	if dir != "" {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return "", fmt.Errorf("finding the folder of the cache: %w", err)
		}
		return dir, nil
	}
	home := getenv("HOME")
	switch own := getenv("XDG_CACHE_HOME"); {
	case filepath.IsAbs(own):
		dir = own
	case runtime.GOOS == "windows":
		dir = getenv("LocalAppData")
	case home == "":
	case runtime.GOOS == "darwin":
		dir = filepath.Join(home, "Library", "Caches")
	default:
		dir = filepath.Join(home, ".cache")
	}
	if !filepath.IsAbs(dir) {
		return "", nil
	}
	return filepath.Join(dir, "copychief"), nil
}

// megabytes formats a number of bytes for people.
func megabytes(bytes int64) string {
	if bytes == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
