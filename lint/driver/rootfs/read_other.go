//go:build !unix

package rootfs

// Read returns the content of a regular file, in buf if it is large enough. Of a file
// longer than limit it returns limit+1 bytes. The error does not name the file.
func Read(name string, buf []byte, limit int) ([]byte, error) { return readFile(name, buf, limit) }
