package cache

import (
	"cmp"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	limit     = 256 << 20 // bytes of the whole cache
	extension = ".pack"
	temporary = ".tmp"
)

// Files next to the packs: one excludes the folder from backups (bford.info/cachedir), the
// other from git, in case the folder is in a repository.
const (
	tagName    = "CACHEDIR.TAG"
	tagText    = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of copychief; they may be removed at any time.\n"
	ignoreName = ".gitignore"
	ignoreText = "*\n"
)

func packName(of Key) string { return hex.EncodeToString(of[:]) }

// prepare creates the folder of a pack.
func prepare(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for name, text := range map[string]string{tagName: tagText, ignoreName: ignoreText} {
		f, err := os.OpenFile(filepath.Join(filepath.Dir(dir), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			_, err = f.WriteString(text)
			err = errors.Join(err, f.Close())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// diskPack is a pack on disk.
type diskPack struct {
	dir   string
	used  time.Time
	bytes int64
}

// packs returns the packs in a folder, most recently used first. It ignores everything that
// is not named like a pack, since the folder may contain other files.
func packs(dir string) (all []diskPack, err error) {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() || len(name) != 2*len(Key{}) || strings.Trim(name, "0123456789abcdef") != "" {
			continue
		}
		p := diskPack{dir: filepath.Join(dir, e.Name())}
		if info, err := e.Info(); err == nil {
			p.used = info.ModTime()
		}
		for _, f := range files(p.dir) {
			p.bytes += f.Size()
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b diskPack) int { return cmp.Compare(b.used.UnixNano(), a.used.UnixNano()) })
	return all, err
}

// files returns the files of a pack, including those that are being written.
func files(dir string) (all []fs.FileInfo) {
	entries, _ := os.ReadDir(dir) // what cannot be read is not swept
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && (ext == extension || ext == temporary) {
			all = append(all, info)
		}
	}
	return all
}

// remove removes the files of a pack, and its folder if it is empty then.
func (p *diskPack) remove() error {
	var errs []error
	for _, f := range files(p.dir) {
		errs = append(errs, os.Remove(filepath.Join(p.dir, f.Name())))
	}
	return errors.Join(append(errs, os.Remove(p.dir))...)
}

// sweep removes stale packs, then the least recently used ones until the rest is below the
// limit, and temporary files of interrupted runs. It never removes the pack named keep.
func sweep(dir, keep string, now time.Time) {
	all, _ := packs(dir) // what cannot be listed is not swept
	total := int64(0)
	for i := range all {
		p := &all[i]
		if filepath.Base(p.dir) == keep {
			total += p.bytes
		}
	}
	for i := range all {
		p := &all[i]
		if filepath.Base(p.dir) == keep {
			p.tidy(now)
			continue
		}
		if total += p.bytes; total > limit || now.Sub(p.used) > stale*24*time.Hour {
			total -= p.bytes
			_ = p.remove() // the next run tries again
		}
	}
}

// tidy removes temporary files of runs that were interrupted.
func (p *diskPack) tidy(now time.Time) {
	for _, f := range files(p.dir) {
		if filepath.Ext(f.Name()) == temporary && now.Sub(f.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(p.dir, f.Name()))
		}
	}
}

// Size returns the size of a cache in bytes; it is 0 if the folder does not exist.
func Size(dir string) (bytes int64, err error) {
	all, err := packs(dir)
	for i := range all {
		bytes += all[i].bytes
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return bytes, err
}

// Clean removes the cache in a folder, and the folder itself if it is empty then. Other
// files are left alone.
func Clean(dir string) error {
	all, err := packs(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	errs := []error{err}
	for i := range all {
		errs = append(errs, all[i].remove())
	}
	for name, text := range map[string]string{tagName: tagText, ignoreName: ignoreText} {
		name = filepath.Join(dir, name)
		if content, err := os.ReadFile(name); err == nil && string(content) == text && len(all) > 0 {
			errs = append(errs, os.Remove(name))
		}
	}
	if left, err := os.ReadDir(dir); err == nil && len(left) == 0 {
		errs = append(errs, os.Remove(dir))
	}
	return errors.Join(errs...)
}
