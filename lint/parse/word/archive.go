package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of a file. A book of 100,000 words has about 4 MB of XML in 250,000 elements.
const (
	mostEntries  = 10_000
	mostBytes    = 16 << 20 // of one part, unpacked
	mostUnpacked = 32 << 20 // of all parts
	mostElements = 300_000  // of all parts
	mostDepth    = 200
	mostTag      = 64 << 10 // bytes of a tag with its attributes
	mostValue    = 16 << 10 // bytes that are kept of an attribute
)

// archive is the ZIP archive of a file.
type archive struct {
	entries  map[string]*zip.File
	flat     map[string]*node // the parts of a file that is not packed, by name
	elements int              // read so far
	unpacked int64            // bytes read so far
	nodes    []node           // room for the next elements
	broken   error            // of relationships that cannot be read; nil if there are none
}

func open(content []byte) (*archive, error) {
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return nil, errors.New("it is protected by a password or in the format of Word 97; save it as .docx without a password")
	}
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\ufeff"))), []byte("<")) {
		return unpacked(content)
	}
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, errors.New("it is not a Word file, or a damaged one; open it in Word and save it again")
	}
	if len(r.File) > mostEntries {
		return nil, fmt.Errorf("it has more than %d parts", mostEntries)
	}
	a := &archive{entries: make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if a.entries[name] == nil {
			a.entries[name] = f
		}
	}
	return a, nil
}

// unpacked reads a file that Word saved as a single XML document: the same parts, not packed.
func unpacked(content []byte) (*archive, error) {
	a := &archive{flat: map[string]*node{}}
	root, err := a.tree(xml.NewDecoder(&shortTags{r: bytes.NewReader(content[:min(len(content), mostBytes)])}))
	if err != nil {
		return nil, fmt.Errorf("it is not a Word file, or a damaged one: %w", err)
	}
	for _, part := range root.children() {
		if data := part.child("xmlData"); len(data.children()) > 0 {
			a.flat[strings.ToLower(strings.TrimPrefix(part.attr("name"), "/"))] = data.nodes[0]
		}
	}
	return a, nil
}

// mainPart returns the path of the part with the text.
func (a *archive) mainPart() (string, error) {
	for _, r := range a.relationsOf("") {
		if r.kind == "officeDocument" && !r.external {
			return inside("", r.target), nil
		}
	}
	const usual = "word/document.xml"
	if a.entries[usual] == nil && a.flat[usual] == nil {
		return "", errors.New("it is not a Word file: it has no document part")
	}
	return usual, nil
}

// relation leads from a part to another part or to an address.
type relation struct {
	kind     string // the last word of its type: "hyperlink"
	target   string
	external bool
}

// relationsOf returns the relationships of a part by id; the part "" is the file itself. If they
// cannot be read, the file is not read, since styles, links and notes would be missing unnoticed.
func (a *archive) relationsOf(part string) map[string]relation {
	dir, name := path.Split(part)
	root, err := a.xml(dir + "_rels/" + name + ".rels")
	if err != nil {
		a.broken = err
		return nil
	}
	all := map[string]relation{}
	for _, n := range root.children() {
		all[n.attr("Id")] = relation{
			kind: path.Base(n.attr("Type")), target: n.attr("Target"),
			external: strings.EqualFold(n.attr("TargetMode"), "External"),
		}
	}
	return all
}

// inside returns the path of a target in the archive, which a part names relative to itself.
func inside(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return path.Clean(target)[1:]
	}
	return path.Join(path.Dir(part), target)
}

// has reports whether there is a part.
func (a *archive) has(name string) bool {
	name = strings.ToLower(name)
	return a.flat[name] != nil || a.entries[name] != nil
}

// xml reads a part; nil if there is none. Elements of vocabularies other than the text's own are
// kept, since images and their alternatives are among them. Entities other than those of XML are
// an error, so that none is ever expanded.
func (a *archive) xml(name string) (*node, error) {
	if part := a.flat[strings.ToLower(name)]; part != nil {
		return part, nil
	}
	f := a.entries[strings.ToLower(name)]
	if f == nil {
		return nil, nil //nolint:nilnil // most parts are optional, and methods of a nil node work
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be unpacked: %w", f.Name, err)
	}
	defer r.Close() //nolint:errcheck // it was only read
	limited := &io.LimitedReader{R: r, N: min(mostBytes, mostUnpacked-a.unpacked)}
	d := xml.NewDecoder(&shortTags{r: limited})
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the encoding %q is not read", charset)
	}
	before := limited.N
	root, err := a.tree(d)
	if a.unpacked += before - limited.N; a.unpacked >= mostUnpacked {
		return nil, fmt.Errorf("its parts have more than %d MB", mostUnpacked>>20)
	}
	if limited.N <= 0 {
		return nil, fmt.Errorf("%s has more than %d MB", f.Name, mostBytes>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", f.Name, err)
	}
	return root, nil
}

// tree reads the root element of a part and all below it.
func (a *archive) tree(d *xml.Decoder) (*node, error) {
	top := &node{}
	stack := []*node{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(top.nodes) == 0 {
				return nil, errors.New("it is empty")
			}
			return top.nodes[0], nil
		}
		if err != nil {
			return nil, err
		}
		parent := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if a.elements++; a.elements > mostElements {
				return nil, fmt.Errorf("the file has more than %d elements", mostElements)
			}
			if len(stack) > mostDepth {
				return nil, fmt.Errorf("elements are nested more than %d deep", mostDepth)
			}
			n := a.node()
			n.name, n.attributes = local(t.Name), attributes(t.Attr)
			parent.nodes = append(parent.nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			parent.text = append(parent.text, t...)
		}
	}
}

// node returns a new node. Nodes are made many at a time.
func (a *archive) node() *node {
	if len(a.nodes) == 0 {
		a.nodes = make([]node, 256)
	}
	n := &a.nodes[0]
	a.nodes = a.nodes[1:]
	return n
}
