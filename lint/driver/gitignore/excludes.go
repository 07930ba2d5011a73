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

// directories are the directories of a repository. They only differ in a linked work tree,
// which has its own for what is specific to the work tree.
type directories struct{ own, common string }

// pointerLimit is the maximum size of a file that contains the path of a folder, in bytes:
// more than the longest path that systems allow.
const pointerLimit = 8 << 10

// findRepository finds the directories of the repository with a work tree root.
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

// below returns a path that may be relative to a folder as an absolute path.
func below(dir, name string) string {
	name = filepath.FromSlash(name)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

// firstLine returns the first line of a small regular file, or "".
func firstLine(name string) string {
	content, err := rootfs.Read(name, nil, pointerLimit)
	if err != nil || len(content) > pointerLimit {
		return ""
	}
	line, _, _ := strings.Cut(string(content), "\n")
	return strings.TrimSuffix(line, "\r")
}

// excludesFile returns the path of the user's own file of patterns, which need not exist,
// or "" if there is no place for one.
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

// mentioned reports whether a configuration may set core.excludesFile, because it contains
// the word or includes another file. There may be false positives but no false negatives.
func mentioned(dirs directories) bool {
	if os.Getenv("GIT_CONFIG_PARAMETERS") != "" || os.Getenv("GIT_CONFIG_COUNT") != "" {
		return true // set by git -c, in a hook or alias
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

// mentions reports whether a file contains one of the relevant words, ignoring case. It is
// true for a file that is too large to read.
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

// settingsFile returns the path of a file in the user's folder for git settings.
func settingsFile(name string) string {
	if dir := os.Getenv("XDG_CONFIG_HOME"); dir != "" {
		return filepath.Join(dir, "git", name)
	}
	if home := homeFolder(); home != "" {
		return filepath.Join(home, ".config", "git", name)
	}
	return ""
}

// homeFolder returns the folder that ~ means for git, which uses HOME on Windows, too.
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
