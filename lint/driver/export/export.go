// Package export reads the file into which a content management system exports a whole site:
// WordPress writes XML (WXR), Ghost writes JSON.
//
// One file holds many drafts. The first pass records where each post is and what it is called,
// and keeps nothing else, so an export may be far larger than memory. A post is read and converted
// to an HTML page when its content is needed: its metadata goes into the head, and the body stays
// as it is, except that paragraphs that WordPress separates only by blank lines are marked. The
// trade-off: the file is read twice, and it must not change in between.
//
// Posts in the trash, revisions and anything else that is not a post or page are counted, not read.
// Exports are not rewritten.
package export

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Post is a post or a page of a site.
type Post struct {
	Slug string // unique in its export

	file          string
	offset, bytes int64
	page          func(raw []byte, slug string) ([]byte, error)
}

// Site is what an export holds.
type Site struct {
	System string // "WordPress", "Ghost"
	Host   string // of the site; "" if the export does not say
	Posts  []Post
	Left   map[string]int // number of items that are not posts or pages, by kind
}

// ErrNone means that a file is not an export that this package reads.
var ErrNone = errors.New("not an export of WordPress (.xml) or Ghost (.json)")

// mostPost is the maximum size of the raw data of a post, in bytes.
const mostPost = 16 << 20

// headSize is how many bytes of a file are searched for the name of the format. WordPress writes
// comments before it, and hosting programs add theirs.
const headSize = 64 << 10

// byteOrderMark is at the beginning of texts that some editors save.
const byteOrderMark = "\ufeff"

// May reports whether the name of a file is that of an export.
func May(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".xml" || ext == ".json"
}

// Open lists the posts of an export. The error is [ErrNone] or says what is wrong with the file.
func Open(name string) (*Site, error) {
	f, err := os.Open(name) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, ErrNone
	}
	head = head[:n]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return nil, errors.New("it is in UTF-16; save it in UTF-8, or export the site again")
	}
	text := bytes.TrimPrefix(head, []byte(byteOrderMark))
	begin := int64(len(head) - len(text))
	if _, err := f.Seek(begin, io.SeekStart); err != nil {
		return nil, err
	}
	var site *Site
	switch text = bytes.TrimSpace(text); {
	case bytes.HasPrefix(text, []byte("<")) && bytes.Contains(text, []byte("wordpress.org/export/")):
		site, err = wordpress(f)
	case bytes.HasPrefix(text, []byte("{")):
		site, err = ghost(f)
	default:
		return nil, ErrNone
	}
	if err != nil {
		return nil, err
	}
	site.finish(name, begin)
	return site, nil
}

// finish sets the file of the posts and the offset at which they begin, and makes their slugs
// unique: two drafts of one name would be one draft.
func (s *Site) finish(name string, begin int64) {
	own := make(map[string]bool, len(s.Posts))
	for i := range s.Posts {
		own[s.Posts[i].Slug] = true
	}
	taken, next := make(map[string]bool, len(s.Posts)), map[string]int{}
	for i := range s.Posts {
		p := &s.Posts[i]
		p.file = name
		p.offset += begin
		slug := cmp.Or(p.Slug, "untitled")
		p.Slug = slug
		for taken[p.Slug] || p.Slug != slug && own[p.Slug] {
			next[slug]++
			p.Slug = fmt.Sprintf("%s-%d", slug, next[slug]+1)
		}
		taken[p.Slug] = true
	}
}

// Summary says what was found, as part of a sentence: “a WordPress export with 3 posts and
// pages; left out: 12 attachments”.
func (s *Site) Summary() string {
	text := fmt.Sprintf("a %s export with %d posts and pages", s.System, len(s.Posts))
	if len(s.Posts) == 1 {
		text = fmt.Sprintf("a %s export with 1 post or page", s.System)
	}
	var left []string
	for _, kind := range slices.Sorted(maps.Keys(s.Left)) {
		n := s.Left[kind]
		if n != 1 {
			kind += "s"
		}
		left = append(left, fmt.Sprintf("%d %s", n, kind))
	}
	if len(left) > 0 {
		text += "; left out: " + strings.Join(left, ", ")
	}
	return text
}

// Read returns the post as an HTML page.
func (p *Post) Read() ([]byte, error) {
	if p.bytes > mostPost {
		return nil, fmt.Errorf("the post has more than %d MB", mostPost>>20)
	}
	f, err := os.Open(p.file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	raw := make([]byte, p.bytes)
	if _, err := f.ReadAt(raw, p.offset); err != nil {
		return nil, errors.New("the export has changed since it was opened; run copychief again")
	}
	return p.page(raw, p.Slug)
}
