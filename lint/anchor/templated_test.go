package anchor

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
)

func TestWrittenIDsAreRead(t *testing.T) {
	for _, c := range []struct {
		source, id string
		want       bool
	}{
		{`<figure id="image-{{ forloop.index }}">`, "image-3", true},
		{`<figure id="image-{{ forloop.index }}">`, "picture-3", false},
		{`<aside id="{{ .Slug }}-note">`, "ferry-note", true},
		{`<aside id="{{ .Slug }}-note">`, "ferry-notes", false},
		{`<div id="{{ "fn-" | append: i }}">`, "fn-3", true},
		{`<div id="{{ printf "fn-%d" .i }}">`, "fn-3", true},
		{"<li id={`step-${i}`}>", "step-2", true},
		{`<li id={"step-" + i}>`, "step-2", true},
		{`<li id={prefix + "-step"}>`, "ferry-step", true},
		{`<li id={i}>`, "step-2", false},
		{`<li :id="'step-' + i">`, "step-2", true},
		{"<li v-bind:id=\"`step-${i}`\">", "step-2", true},
		{`<li [id]="'step-' + i">`, "step-2", true},
		{`<li id="step-{i}">`, "step-2", true},
		{`<li id=step-{{ i }}>`, "step-2", true},
		{`<li id={{ i }}-step>`, "2-step", true},
		{`<a name="step-<%= i %>">`, "step-2", true},
		{`<a name="step-<?php echo $i ?>">`, "step-2", true},
		{`content_tag :div, id: "step-#{i}"`, "step-2", true},
		{`%li{id: "step-#{i}"}`, "step-2", true},
		{`:id => "step-#{i}"`, "step-2", true},
		{"el.id = `step-${i}`;", "step-2", true},
		{`el.id = "step-" + i;`, "step-2", true},
		{"li(id=`step-${i}`)", "step-2", true},
		{`<div id="{% if a %}x{% endif %}-step">`, "x-step", true},
		{`<li id="n{{ i }}">`, "n12", true},
		{`<li id="n{{ i }}">`, "next", false},
		{`<div data-id="step-{{ i }}">`, "step-2", false},
		{`<div grid="step-{{ i }}">`, "step-2", false},
		{`const name: "step-" + i`, "step-2", false},
		{`if (id == "step-" + i)`, "step-2", false},
		{`<div id="step-`, "step-2", false},
		{"<div id={", "step-2", false},
		{`<div id="{{ i`, "step-2", false},
	} {
		if got := filledIn(templatedIDs([]byte(c.source)), c.id); got != c.want {
			t.Errorf("%s: %q is %t, parts %q", c.source, c.id, got, templatedIDs([]byte(c.source)))
		}
	}
}

func FuzzTemplatedIDs(f *testing.F) {
	for _, s := range []string{"id=\"a-{{ b }}\"", "id={`a${b", "name='<%= '", ":id=\"'a' + b\"", "id=>\\\"#{", "id={'\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		for _, parts := range templatedIDs([]byte(source)) {
			if len(parts) < 2 {
				t.Fatalf("%q: %q", source, parts)
			}
		}
		filledIn(templatedIDs([]byte(source)), "a-b")
	})
}

func TestTemplatesProgramsAndDataGiveIDs(t *testing.T) {
	files := fstest.MapFS{
		"_layouts/post.html":           {Data: []byte(`<figure id="image-{{ forloop.index }}"></figure><div id="{{ person.id }}">`)},
		"_data/people.yml":             {Data: []byte("- id: ane\n  name: Tor\n- slug: 'kari'\n")},
		"src/components/Steps.jsx":     {Data: []byte("<li id={`step-${i}`}>")},
		".eleventy.js":                 {Data: []byte("return `<p id=\"tip-${n}\">`; el.setAttribute('id', 'banner'); const x = { name: 'fares', label: \"Fares\" }")},
		"components/node_modules/a.js": {Data: []byte(`el.id = "vendored"`)},
		"posts/a.md":                   {Data: []byte(`<a id="own"></a>`)},
	}
	all := ReadTemplates(files, templateFolders(&lint.Site{Base: ".", Places: []lint.Place{{Kind: lint.KindFragment, Folder: "_data"}}}))
	for id, want := range map[string]bool{
		"image-12": true, "image": false, "ane": true, "Tor": false, "kari": true, "step-1": true, "tip-4": true, "banner": true,
		"fares": false, "Fares": false, "vendored": false, "own": false,
	} {
		if got := all.Has(id); got != want {
			t.Errorf("%q: %t", id, got)
		}
		if got := all.Has(id); got != want { // again, as it is remembered
			t.Errorf("%q again: %t", id, got)
		}
	}
	without := ReadTemplates(fstest.MapFS{"_data/people.yml": files["_data/people.yml"]}, []string{"_data"})
	if without.Has("ane") {
		t.Error("data alone gives no ids")
	}
}

func TestTemplatesAreReadUpToLimits(t *testing.T) {
	files := fstest.MapFS{"layouts/big.html": {Data: append([]byte(`<a id="big">`), make([]byte, templateSize)...)}}
	for i := range mostTemplates + 50 {
		files["layouts/"+string(rune('a'+i%26))+"/"+string(rune('a'+i/26))+".html"] = &fstest.MapFile{Data: []byte("<p>")}
	}
	r := ReadTemplates(files, []string{"layouts", "nowhere"})
	if len(r.sources) != mostTemplates || r.Has("big") {
		t.Errorf("%d files", len(r.sources))
	}
}
