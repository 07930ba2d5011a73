package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ghostPost is a post of an export of Ghost.
type ghostPost struct {
	ID                                                                     ghostID
	Title, Slug, HTML, Lexical, Mobiledoc, Plaintext, Status, Type, Locale string

	Image     string `json:"feature_image"`
	Excerpt   string `json:"custom_excerpt"`
	Published string `json:"published_at"`
	Updated   string `json:"updated_at"`
	MetaTitle string `json:"meta_title"`       // in old exports
	MetaText  string `json:"meta_description"` // in old exports
}

// ghostID is an id, which is a number in old exports.
type ghostID string

// UnmarshalJSON implements [json.Unmarshaler].
func (id *ghostID) UnmarshalJSON(raw []byte) error {
	*id = ghostID(strings.Trim(string(raw), `"`))
	return nil
}

// ghostSite is what posts of an export need from its other tables.
type ghostSite struct {
	authors, tags   map[ghostID]string    // names by id
	byAuthor, byTag map[ghostID][]ghostID // ids of authors and tags by that of the post
	meta            map[ghostID]ghostMeta
}

type ghostMeta struct {
	Post  ghostID `json:"post_id"`
	Title string  `json:"meta_title"`
	Text  string  `json:"meta_description"`
	Alt   string  `json:"feature_image_alt"`
}

// named is a row of a table of tags or of users.
type named struct {
	ID   ghostID
	Name string
}

// joined is a row that joins a post with a tag or an author.
type joined struct {
	Post   ghostID `json:"post_id"`
	Tag    ghostID `json:"tag_id"`
	Author ghostID `json:"author_id"`
}

// ghost lists the posts of an export of Ghost: {"db": [{"data": {"posts": [...], ...}}]}.
func ghost(r io.Reader) (*Site, error) {
	limited := &bounded{Reader: r}
	d := json.NewDecoder(limited)
	site := &Site{System: "Ghost", Left: map[string]int{}}
	shared := &ghostSite{map[ghostID]string{}, map[ghostID]string{}, map[ghostID][]ghostID{}, map[ghostID][]ghostID{}, map[ghostID]ghostMeta{}}
	found := false
	data := func() error {
		return object(d, func(name string) error {
			found = found || name == "posts"
			return site.table(d, name, shared, limited)
		})
	}
	err := object(d, func(key string) error {
		limited.limit = d.InputOffset() + mostItem
		switch key {
		case "data": // in exports without the outer object
			return data()
		case "db":
			return array(d, func() error {
				return object(d, func(key string) error {
					if key == "data" {
						return data()
					}
					return skip(d)
				})
			})
		}
		return skip(d)
	})
	switch {
	case err == nil && !found, errors.Is(err, errShape) && !found:
		return nil, ErrNone
	case err != nil:
		return nil, unreadable(plain(err))
	}
	return site, nil
}

// plain rewords an error about a value of the wrong type, in terms of the export.
func plain(err error) error {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("the field “%s” is a %s, which Ghost does not write there", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return errShape
	}
	return err
}

// table reads a table of the database.
func (s *Site) table(d *json.Decoder, name string, shared *ghostSite, limited *bounded) error {
	limited.limit = d.InputOffset() + mostItem
	switch name {
	case "posts":
		return array(d, func() error {
			limited.limit = d.InputOffset() + mostItem
			return s.ghostPost(d, shared)
		})
	case "tags", "users":
		names := shared.tags
		if name == "users" {
			names = shared.authors
		}
		return rows(d, func(row named) { names[row.ID] = row.Name })
	case "posts_tags":
		return rows(d, func(row joined) { shared.byTag[row.Post] = append(shared.byTag[row.Post], row.Tag) })
	case "posts_authors":
		return rows(d, func(row joined) { shared.byAuthor[row.Post] = append(shared.byAuthor[row.Post], row.Author) })
	case "posts_meta":
		return rows(d, func(row ghostMeta) { shared.meta[row.Post] = row })
	}
	return skip(d)
}

// ghostPost records the next post.
func (s *Site) ghostPost(d *json.Decoder, shared *ghostSite) error {
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		return err
	}
	to := d.InputOffset()
	var p struct{ Slug, Status, Type string }
	if err := json.Unmarshal(raw, &p); err != nil {
		return err
	}
	if p.Type != "" && p.Type != "post" && p.Type != "page" {
		s.Left[p.Type]++
		return nil
	}
	s.Posts = append(s.Posts, Post{Slug: p.Slug, offset: to - int64(len(raw)), bytes: int64(len(raw)), page: shared.page})
	return nil
}

// page turns a post into a page.
func (s *ghostSite) page(raw []byte, slug string) ([]byte, error) {
	var post ghostPost
	if err := json.Unmarshal(raw, &post); err != nil {
		return nil, fmt.Errorf("the post cannot be read: %w", plain(err))
	}
	meta := s.meta[post.ID]
	var err error
	p := page{
		language:    post.Locale,
		slug:        slug,
		title:       first(first(meta.Title, post.MetaTitle), post.Title),
		description: first(first(meta.Text, post.MetaText), post.Excerpt),
		published:   post.Published, updated: post.Updated,
		draft: post.Status != "published" && post.Status != "sent",
		image: strings.ReplaceAll(post.Image, "__GHOST_URL__", ""), imageAlt: meta.Alt,
		authors: pick(s.byAuthor[post.ID], s.authors), tags: pick(s.byTag[post.ID], s.tags),
	}
	switch {
	case post.HTML != "":
		p.body = plainCards(post.HTML)
	case post.Lexical != "":
		p.body, err = lexical(post.Lexical)
	case post.Mobiledoc != "":
		p.body, err = fromMobiledoc(post.Mobiledoc)
	default:
		p.body = paragraphs(post.Plaintext)
	}
	if err != nil {
		return nil, err
	}
	p.body = strings.ReplaceAll(p.body, "__GHOST_URL__", "")
	return p.write(), nil
}

// pick returns the names of ids. Those of internal tags, which begin with #, are left out.
func pick(ids []ghostID, names map[ghostID]string) (all []string) {
	for _, id := range ids {
		if name := names[id]; name != "" && !strings.HasPrefix(name, "#") && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}
