//go:build unix

package rootfs

import (
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Reading a pipe that nobody writes to would block forever.
func TestIrregularFilesAreRefusedWithoutWaiting(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for name, read := range map[string]func() ([]byte, error){
		"a named pipe":                func() ([]byte, error) { return Read(pipe, nil, 10) },
		"a named pipe of a folder":    func() ([]byte, error) { return Dir(dir).Read("pipe.md", 10) },
		"a folder":                    func() ([]byte, error) { return Read(dir, nil, 10) },
		"a device; copychief reads r": func() ([]byte, error) { return Read("/dev/null", nil, 10) },
	} {
		want := strings.TrimSuffix(name, " of a folder")
		if _, err := read(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	socket, err := net.Listen("unix", filepath.Join(dir, "s"))
	if err != nil {
		t.Skip(err)
	}
	defer socket.Close() //nolint:errcheck // nobody connects to it
	if _, err := Read(filepath.Join(dir, "s"), nil, 10); err == nil {
		t.Error("a socket is read")
	}
}
