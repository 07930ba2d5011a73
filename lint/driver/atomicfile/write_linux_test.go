package atomicfile

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestReplacingKeepsExtendedAttributes(t *testing.T) {
	name := file(t, "old", 0o644)
	if err := syscall.Setxattr(name, "user.note", []byte("kept"), 0); err != nil {
		t.Skip(err)
	}
	if err := Replace(name, []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	value := make([]byte, 8)
	if n, err := syscall.Getxattr(name, "user.note", value); err != nil || string(value[:n]) != "kept" {
		t.Errorf("%q, %v", value[:max(n, 0)], err)
	}
}

// The test runs itself again where it may mount a file system of one page.
func TestAFullDiskLosesNothing(t *testing.T) {
	const variable = "COPYCHIEF_TEST_SMALL_DISK"
	if dir := os.Getenv(variable); dir != "" {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8k"); err != nil {
			t.Skip(err)
		}
		name := filepath.Join(dir, "a.md")
		old := make([]byte, 4096)
		if err := os.WriteFile(name, old, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := Replace(name, old, make([]byte, 3*4096)); err == nil || err.Error() != syscall.ENOSPC.Error() {
			t.Errorf("%v", err)
		}
		holds(t, name, string(old))
		return
	}
	self := exec.Command(os.Args[0], "-test.run=^TestAFullDiskLosesNothing$", "-test.v")
	self.Env = append(os.Environ(), variable+"="+t.TempDir())
	self.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	var said bytes.Buffer
	self.Stdout, self.Stderr = &said, &said
	if err := self.Start(); err != nil {
		t.Skip(err) // no namespaces here
	}
	if err := self.Wait(); err != nil {
		t.Errorf("%v\n%s", err, &said)
	}
	if bytes.Contains(said.Bytes(), []byte("--- SKIP")) {
		t.Skipf("it may not mount:\n%s", &said)
	}
}
