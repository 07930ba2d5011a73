package lint

// Role is the purpose of a metadata field, independent of its name in a repository.
type Role uint8

// The roles of metadata fields.
const (
	RoleTitle    Role = iota // what a search result shows
	RoleHeadline             // the plain title field if RoleTitle has a separate field
	RoleDescription
	RoleKeyphrase
	RoleSynonyms
	RoleSlug
	RoleDate
	RoleUpdated
	RoleAuthors
	RoleTags
	RoleImage
	RoleImageAlt
	RoleCanonical
	RoleDraft
	RoleLanguage
	RoleSources
	RoleSecondary // keyphrases other than the main one
	roleCount
)

// Roles is the number of roles.
const Roles = int(roleCount)

// Field is one metadata field of a draft: front matter, an HTML head, header
// lines of plain text, or the command line.
type Field struct {
	Name   string // as written: "seo_title"; "" if the field is absent
	Key    Span   // the name in the source
	Values []Text // one for a scalar, several for a list; empty for an empty value
	Whole  Span   // name and value together
}

// Present reports whether the draft has the field, even if it is empty.
func (f *Field) Present() bool { return f.Name != "" }

// Value returns the first value, or an empty text.
func (f *Field) Value() Text {
	if len(f.Values) == 0 {
		return Text{}
	}
	return f.Values[0]
}

// Meta is what a draft says about itself.
type Meta struct {
	Span   Span // the whole block with its delimiters; empty if there is none
	Format MetaFormat
	Fields []Field // every field in source order, known or not; nested names are joined with dots
	byRole [Roles]int
}

// MetaFormat is the syntax of metadata.
type MetaFormat uint8

// The formats of metadata.
const (
	NoMeta MetaFormat = iota
	YAML
	TOML
	JSON
	HeaderLines // MultiMarkdown
	HTMLHead
)

// Exists reports whether the draft has metadata, even if no field is set.
func (m *Meta) Exists() bool { return m.Format != NoMeta }

// InFrontMatter reports whether the metadata is front matter, which site generators read.
func (m *Meta) InFrontMatter() bool { return m.Format == YAML || m.Format == TOML || m.Format == JSON }

// InHead reports whether the metadata is in the head of an HTML page.
func (m *Meta) InHead() bool { return m.Format == HTMLHead }

// Assign gives the field at index (into Fields) a role.
func (m *Meta) Assign(role Role, index int) { m.byRole[role] = index + 1 }

// Get returns the field of a role; never nil, see [Field.Present].
func (m *Meta) Get(role Role) *Field {
	if i := m.byRole[role]; i > 0 {
		return &m.Fields[i-1]
	}
	return &Field{}
}

// Title returns the title that a search result shows, as the metadata has it.
func (m *Meta) Title() Text { return m.Get(RoleTitle).Value() }

// Description returns the meta description.
func (m *Meta) Description() Text { return m.Get(RoleDescription).Value() }

// Keyphrase returns the declared focus keyphrase.
func (m *Meta) Keyphrase() Text { return m.Get(RoleKeyphrase).Value() }
