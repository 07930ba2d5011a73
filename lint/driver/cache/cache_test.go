package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func keys(n int) (all []Key) {
	for i := range n {
		all = append(all, KeyOf("entry", fmt.Sprint(i)))
	}
	return all
}

func data(i int) []byte { return bytes.Repeat([]byte{byte(i), 'x'}, i+1) }

// filled returns a folder with a saved pack of n entries.
func filled(t *testing.T, n int) (dir string, of Key) {
	t.Helper()
	dir, of = filepath.Join(t.TempDir(), "cache"), KeyOf("pack")
	p := New(dir).Pack(of)
	for i, id := range keys(n) {
		p.Put(id, KeyOf("stamp"), data(i))
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	return dir, of
}

// hits returns how many of n entries a fresh cache has; none may be wrong.
func hits(t *testing.T, dir string, of Key, n int) (found int) {
	t.Helper()
	p := New(dir).Pack(of)
	for i, id := range keys(n) {
		if got, ok := p.Get(id, KeyOf("stamp")); ok {
			if !bytes.Equal(got, data(i)) {
				t.Fatalf("entry %d holds %q", i, got)
			}
			found++
		}
	}
	return found
}

func TestSavedOutcomesAreFoundByTheirKeysOnly(t *testing.T) {
	dir, of := filled(t, 100)
	if n := hits(t, dir, of, 101); n != 100 {
		t.Errorf("%d of 100 entries", n)
	}
	if n := hits(t, dir, KeyOf("other"), 100); n != 0 {
		t.Errorf("another pack has %d entries", n)
	}
	if _, ok := New(dir).Pack(of).Get(keys(1)[0], KeyOf("other")); ok {
		t.Error("an entry of another stamp is a hit")
	}
	if KeyOf("ab", "c") == KeyOf("a", "bc") {
		t.Error("where parts part makes no difference")
	}
}

func TestEveryDamagedFileIsAMiss(t *testing.T) {
	dir, of := filled(t, 3)
	id := keys(1)[0]
	file := New(dir).Pack(of).file(int(id[0]) % shards)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, content []byte) {
		t.Helper()
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := New(dir).Pack(of).Get(id, KeyOf("stamp")); ok {
			t.Fatalf("%s: a hit", what)
		}
	}
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x10
		try(fmt.Sprintf("byte %d", i), damaged)
		try(fmt.Sprintf("cut at %d", i), whole[:i])
	}
	try("a byte more", append(bytes.Clone(whole), 0))
	p := New(dir).Pack(of)
	p.Put(id, KeyOf("stamp"), data(0))
	if err := p.Save(); err != nil || hits(t, dir, of, 1) != 1 {
		t.Errorf("a damaged file is not replaced: %v", err)
	}
}

func TestRunsAtTheSameTimeNeedNoLocks(t *testing.T) {
	dir, of := filepath.Join(t.TempDir(), "cache"), KeyOf("pack")
	var runs sync.WaitGroup
	for range 8 {
		runs.Go(func() {
			for range 20 {
				p := New(dir).Pack(of)
				for i, id := range keys(40) {
					if got, ok := p.Get(id, KeyOf("stamp")); ok && !bytes.Equal(got, data(i)) {
						t.Errorf("entry %d holds %q", i, got)
					}
					p.Put(id, KeyOf("stamp"), data(i))
				}
				if err := p.Save(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	runs.Wait()
	if n := hits(t, dir, of, 40); n != 40 {
		t.Errorf("%d of 40 entries", n)
	}
	for _, f := range files(New(dir).Pack(of).dir) {
		if filepath.Ext(f.Name()) != extension {
			t.Errorf("%s is left", f.Name())
		}
	}
}

func TestAFolderThatCannotBeWrittenIsAnErrorOfSaveAlone(t *testing.T) {
	p := New(filepath.Join(os.DevNull, "cache")).Pack(KeyOf("pack"))
	id := keys(1)[0]
	if _, ok := p.Get(id, id); ok {
		t.Error("a hit")
	}
	p.Put(id, id, data(1))
	if err := p.Save(); err == nil {
		t.Error("no error")
	}
	if _, ok := p.Get(id, id); !ok {
		t.Error("it is not kept in memory")
	}
}

func TestOldAndExcessEntriesAreDropped(t *testing.T) {
	id := keys(3)
	kept := unpack(pack(map[Key]entry{
		id[0]: {day: today() - stale, data: data(1)},
		id[1]: {day: today() - stale - 1, data: data(2)},
		id[2]: {day: today() + 400, data: data(3)},
	}))
	if _, old := kept[id[1]]; old || len(kept) != 2 || kept[id[2]].day != today() {
		t.Errorf("%v", kept)
	}
	full := map[Key]entry{}
	for _, id := range keys(3) {
		full[id] = entry{day: today(), data: make([]byte, shardLimit/2)}
	}
	full[id[1]] = entry{day: today() - 1, data: make([]byte, shardLimit/2)}
	packed := pack(full)
	if kept := unpack(packed); len(kept) != 1 || len(packed) > shardLimit || len(kept[id[1]].data) > 0 {
		t.Errorf("%d entries in %d bytes", len(kept), len(packed))
	}
	p := New("").Pack(KeyOf("pack"))
	p.Put(id[0], id[0], make([]byte, largest+1))
	if _, ok := p.Get(id[0], id[0]); ok {
		t.Error("too large an entry is kept")
	}
}

// grow makes a pack of a size and an age without using the disk space.
func grow(t *testing.T, dir, name string, bytes int64, days int) {
	t.Helper()
	p := New(dir).Pack(KeyOf(name))
	if err := prepare(p.dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.file(0), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(p.file(0), bytes); err != nil {
		t.Fatal(err)
	}
	used := time.Now().AddDate(0, 0, -days)
	if err := os.Chtimes(p.dir, used, used); err != nil {
		t.Fatal(err)
	}
}

func TestSweepingKeepsTheLimitAndWhatWasUsedLast(t *testing.T) {
	dir, of := filled(t, 10)
	grow(t, dir, "yesterday", limit/2, 1)
	grow(t, dir, "last week", limit/2, 7)
	grow(t, dir, "long ago", 10, stale+1)
	foreign := filepath.Join(dir, "notes")
	left := filepath.Join(New(dir).Pack(of).dir, "1"+temporary)
	for _, name := range []string{foreign, left} {
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		hours := time.Now().Add(-2 * time.Hour)
		if err := os.Chtimes(name, hours, hours); err != nil {
			t.Fatal(err)
		}
	}
	sweep(dir, packName(of), time.Now())
	for name, stays := range map[string]bool{
		packName(of): true, packName(KeyOf("yesterday")): true, packName(KeyOf("last week")): false,
		packName(KeyOf("long ago")): false, "notes": true, packName(of) + "/1" + temporary: false,
	} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != stays {
			t.Errorf("%s: %v", name, err)
		}
	}
	if size, err := Size(dir); err != nil || size > limit {
		t.Errorf("%d bytes, %v", size, err)
	}
}

func TestCleaningLeavesOtherPeoplesFilesAlone(t *testing.T) {
	dir, _ := filled(t, 10)
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder is left: %v", err)
	}
	dir, of := filled(t, 10)
	for _, name := range []string{"article.md", packName(of) + "/mine.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Clean(dir); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a folder that stays is no error: %v", err)
	}
	for _, name := range []string{"article.md", packName(of) + "/mine.txt"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if err := Clean(filepath.Join(dir, "none")); err != nil {
		t.Errorf("nothing to clean: %v", err)
	}
}
