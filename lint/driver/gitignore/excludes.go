package gitignore

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/driver/rootfs"
)

// directories are those of a repository. They are the same but in a linked work tree,
// which has one of its own for what differs between work trees.
type directories struct{ own, common string }

// pointerLimit is how many bytes of a file that names a folder are read: more than
// systems allow in a path.
const pointerLimit = 8 << 10

// findRepository finds the directories of the repository whose work tree a folder is.
func findRepository(root string) (d directories, ok bool) {
	d.own = filepath.Join(root, ".git")
	info, err := os.Stat(d.own)
	if err != nil {
		return d, false
	}
	if !info.IsDir() {
		to, ok := strings.CutPrefix(firstLine(d.own), "gitdir: ")
		if !ok {
			return d, false
		}
		d.own = below(root, to)
	}
	d.common = d.own
	if to := firstLine(filepath.Join(d.own, "commondir")); to != "" {
		d.common = below(d.own, to)
	}
	return d, true
}

// below returns a path that may be relative to a folder.
func below(dir, name string) string {
	name = filepath.FromSlash(name)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

// firstLine returns the first line of a small regular file, "" where there is none.
func firstLine(name string) string {
	content, err := rootfs.Read(name, nil, pointerLimit)
	if err != nil || len(content) > pointerLimit {
		return ""
	}
	line, _, _ := strings.Cut(string(content), "\n")
	return strings.TrimSuffix(line, "\r")
}

// excludesFile returns the path of the user's own file of patterns, be it there or not;
// "" where there is no place for one.
func excludesFile(ctx context.Context, root string, dirs directories) string {
	if mentioned(dirs) {
		if name, ok := git.ExcludesFile(ctx, root); ok {
			if name == "" {
				return ""
			}
			return below(root, name)
		}
	}
	return settingsFile("ignore")
}

// mentioned reports whether a configuration may set core.excludesFile: it holds the word,
// or includes another one. The answer may be yes where it is no, never the reverse.
func mentioned(dirs directories) bool {
	if os.Getenv("GIT_CONFIG_PARAMETERS") != "" || os.Getenv("GIT_CONFIG_COUNT") != "" {
		return true // git -c, for a hook or an alias
	}
	files := []string{filepath.Join(dirs.common, "config"), filepath.Join(dirs.own, "config.worktree")}
	if name, set := os.LookupEnv("GIT_CONFIG_GLOBAL"); set {
		files = append(files, name)
	} else {
		files = append(files, settingsFile("config"))
		if home := homeFolder(); home != "" {
			files = append(files, filepath.Join(home, ".gitconfig"))
		}
	}
	if name, set := os.LookupEnv("GIT_CONFIG_SYSTEM"); set {
		files = append(files, name)
	} else {
		files = append(files, "/etc/gitconfig")
	}
	for _, name := range files {
		if mentions(name) {
			return true
		}
	}
	return false
}

// mentions reports whether a file holds one of the words that matter, in any case. A
// file too large to read may hold anything.
func mentions(name string) bool {
	content, err := rootfs.Read(name, nil, fileLimit)
	if err != nil {
		return false
	}
	if len(content) > fileLimit {
		return true
	}
	content = bytes.ToLower(content)
	return bytes.Contains(content, []byte("excludesfile")) || bytes.Contains(content, []byte("include"))
}

// settingsFile returns the path of a file in the user's folder of settings for git.
func settingsFile(name string) string {
	if dir := os.Getenv("XDG_CONFIG_HOME"); dir != "" {
		return filepath.Join(dir, "git", name)
	}
	if home := homeFolder(); home != "" {
		return filepath.Join(home, ".config", "git", name)
	}
	return ""
}

// homeFolder returns the folder that git takes ~ for: HOME counts on Windows, too.
func homeFolder() string {
	if home := os.Getenv("HOME"); home != "" {
		return home
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}
