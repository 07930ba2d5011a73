package gitignore

import (
	"os"
	"path/filepath"
	"testing"
)

// TestTheUsersOwnPatterns compares with git wherever the user's own file of patterns
// may be named.
func TestTheUsersOwnPatterns(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, home, dir string){
		"in its usual place": func(t *testing.T, home, _ string) {
			put(t, home, ".config/git/ignore", "mine.md\n")
		},
		"in the folder of settings": func(t *testing.T, home, _ string) {
			t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "settings"))
			put(t, home, "settings/git/ignore", "mine.md\n")
			put(t, home, ".config/git/ignore", "other.md\n")
		},
		"named by the user": func(t *testing.T, home, _ string) {
			put(t, home, ".gitconfig", "[core]\n\tExcludesFile = ~/\"my patterns\" ; mine\n")
			put(t, home, "my patterns", "mine.md\n")
			put(t, home, ".config/git/ignore", "other.md\n")
		},
		"a link": func(t *testing.T, home, _ string) {
			put(t, home, "dotfiles/ignore", "mine.md\n")
			put(t, home, ".config/git/x", "")
			if err := os.Symlink(filepath.Join(home, "dotfiles/ignore"), filepath.Join(home, ".config/git/ignore")); err != nil {
				t.Skip(err)
			}
		},
		"named by an included file": func(t *testing.T, home, _ string) {
			put(t, home, ".gitconfig", "[include]\n\tpath = more\n")
			put(t, home, "more", "[core]\n\texcludesfile = ~/patterns\n")
			put(t, home, "patterns", "mine.md\n")
		},
		"named in the folder of settings": func(t *testing.T, home, _ string) {
			put(t, home, ".config/git/config", "[core]\nexcludesfile=~/patterns\n")
			put(t, home, "patterns", "mine.md\n")
		},
		"named by a configuration of another name": func(t *testing.T, home, _ string) {
			t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(home, "global"))
			put(t, home, "global", "[core]\nexcludesfile=~/patterns\n")
			put(t, home, "patterns", "mine.md\n")
			put(t, home, ".gitconfig", "[core]\nexcludesfile=~/other\n")
			put(t, home, "other", "other.md\n")
		},
		"named by the system": func(t *testing.T, home, _ string) {
			put(t, home, "system", "[core]\nexcludesfile=~/patterns\n")
			put(t, home, "patterns", "mine.md\n")
		},
		"named by the environment": func(t *testing.T, home, _ string) {
			t.Setenv("GIT_CONFIG_COUNT", "1")
			t.Setenv("GIT_CONFIG_KEY_0", "core.excludesFile")
			t.Setenv("GIT_CONFIG_VALUE_0", "~/patterns")
			put(t, home, "patterns", "mine.md\n")
		},
		"named by the repository, from its root": func(t *testing.T, _, dir string) {
			runGit(t, dir, "config", "core.excludesFile", "lists/patterns")
			put(t, dir, "lists/patterns", "mine.md\n")
		},
		"named as nothing": func(t *testing.T, home, _ string) {
			put(t, home, ".gitconfig", "[core]\n\texcludesfile =\n")
			put(t, home, ".config/git/ignore", "other.md\n")
		},
		"not there": func(t *testing.T, home, _ string) {
			put(t, home, ".gitconfig", "[core]\n\texcludesfile = ~/nowhere\n")
			put(t, home, ".config/git/ignore", "other.md\n")
		},
		"a repository of old": func(*testing.T, string, string) {},
	} {
		t.Run(name, func(t *testing.T) {
			home, dir := surroundings(t), t.TempDir()
			runGit(t, dir, "init", "-q")
			prepare(t, home, dir)
			put(t, dir, ".gitignore", "!sub/mine.md\n")
			compare(t, dir, "mine.md", "other.md", "sub/mine.md", "deep/mine.md", "a.md")
		})
	}
}

func TestPatternsOfALinkedWorkTreeAndOfASubmodule(t *testing.T) {
	surroundings(t)
	dir, linked := t.TempDir(), filepath.Join(t.TempDir(), "linked")
	runGit(t, dir, "init", "-q", "-b", "main")
	runGit(t, dir, "commit", "-q", "--allow-empty", "-m", "first")
	put(t, dir, ".git/info/exclude", "local.md\n")
	runGit(t, dir, "worktree", "add", "-q", "-b", "side", linked)
	if got := compare(t, linked, "local.md", "a.md"); got != 1 {
		t.Errorf("%d paths are ignored in the linked work tree", got)
	}
	runGit(t, dir, "config", "extensions.worktreeConfig", "true")
	runGit(t, linked, "config", "--worktree", "core.excludesFile", "patterns")
	put(t, linked, "patterns", "own.md\n")
	if got := compare(t, linked, "local.md", "own.md", "a.md"); got != 2 {
		t.Errorf("%d paths are ignored in the linked work tree with a configuration of its own", got)
	}

	runGit(t, dir, "-c", "protocol.file.allow=always", "submodule", "add", "-q", dir, "theme")
	put(t, dir, ".git/modules/theme/info/exclude", "theirs.md\n")
	if got := compare(t, filepath.Join(dir, "theme"), "local.md", "theirs.md"); got != 1 {
		t.Errorf("%d paths are ignored in the submodule", got)
	}
}

// compare compares with git and returns how many of the paths are ignored.
func compare(t *testing.T, dir string, paths ...string) (ignored int) {
	t.Helper()
	m, want := New(t.Context(), dir), askGit(t, dir, paths)
	for _, p := range paths {
		if got := walked(m, dir, p); got != want[p] {
			t.Errorf("%q: ignored %t, git says %t", p, got, want[p])
		}
		if want[p] {
			ignored++
		}
	}
	return ignored
}

// A run must not pay for a process where nothing is set, and must not fail where there is
// no git.
func TestGitRunsOnlyIfAConfigurationMentionsExcludesFile(t *testing.T) {
	home, dir := surroundings(t), t.TempDir()
	runGit(t, dir, "init", "-q")
	put(t, home, ".gitconfig", "[user]\n\tname = x\n")
	put(t, home, ".config/git/ignore", "mine.md\n")
	dirs, ok := findRepository(dir)
	if !ok || mentioned(dirs) {
		t.Errorf("repository %t; git would be asked", ok)
	}
	t.Setenv("PATH", t.TempDir())
	put(t, home, ".gitconfig", "[core]\n\texcludesFile = ~/x\n")
	if !mentioned(dirs) {
		t.Error("git would not be asked")
	}
	if !New(t.Context(), dir).Ignored(filepath.Join(dir, "mine.md"), false) {
		t.Error("without git, the usual place does not count")
	}
}

func TestOutsideOfARepositoryTheUsersPatternsDoNotCount(t *testing.T) {
	home, dir := surroundings(t), t.TempDir()
	put(t, home, ".config/git/ignore", "mine.md\n")
	put(t, dir, ".gitignore", "local.md\n")
	m := New(t.Context(), dir)
	if m.Ignored(filepath.Join(dir, "mine.md"), false) || !m.Ignored(filepath.Join(dir, "local.md"), false) {
		t.Error("want local.md alone ignored")
	}
}
