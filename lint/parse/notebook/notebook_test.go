package notebook

import (
	"strings"
	"testing"
)

func decode(t *testing.T, content string) (string, *Codec) {
	t.Helper()
	text, codec, err := Decode([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	own, _ := codec.(*Codec)
	return string(text), own
}

func TestCellsBecomeMarkdown(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"text and code", `{"cells":[{"cell_type":"markdown","source":["# Tides\n","\n","They rise."]},{"cell_type":"code","source":"x = 1\n","outputs":[{"text":"no"}]}],
			"metadata":{"language_info":{"name":"python"}},"nbformat":4}`, "# Tides\n\nThey rise.\n\n```python\nx = 1\n```\n"},
		{"the language of the code", `{"metadata":{"kernelspec":{"language":"R"}},"cells":[{"cell_type":"code","source":"x"}]}`, "```R\nx\n```\n"},
		{"front matter in a raw cell", `{"cells":[{"cell_type":"raw","source":"---\ntitle: Tides\n---"},{"cell_type":"raw","source":"---\na\n---"}]}`,
			"---\ntitle: Tides\n---\n\n```\n---\na\n---\n```\n"},
		{"worksheets", `{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"heading","level":2,"source":["High\n"," tide"]},{"cell_type":"code","input":["x"]}]}]}`,
			"## High tide\n\n```\nx\n```\n"},
		{"what a cell leaves open ends with it", "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"~~~~\\n~~~\\na\"},{\"cell_type\":\"markdown\",\"source\":\"b <!-- c\"},{\"cell_type\":\"markdown\",\"source\":\"d\"}]}",
			"~~~~\n~~~\na\n~~~~\n\nb <!-- c\n-->\n\nd\n"},
		{"attachments", `{"cells":[{"cell_type":"markdown","source":"![](attachment:sea.png) and the attachment: a map"}]}`, "![](data:,/sea.png) and the attachment: a map\n"},
		{"backticks in code", "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"s = '````'\"}]}", "`````\ns = '````'\n`````\n"},
		{"empty cells", `{"cells":[{"cell_type":"markdown","source":[]},{"cell_type":"markdown","source":null},{"cell_type":"markdown","source":" \n"},{"cell_type":"markdown","source":"a"}]}`, "a\n"},
		{"characters that no text has", "\ufeff{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"a\\u0000b\\r\\nc\"}]}", "ab\nc\n"},
		{"no cells yet", `{"cells":[]}`, ""},
	} {
		if got, _ := decode(t, test.content); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAPlaceIsACell(t *testing.T) {
	text, codec := decode(t, `{"cells":[{"cell_type":"markdown","source":"one"},{"cell_type":"code","source":"two"},{"cell_type":"markdown","source":""},{"cell_type":"markdown","source":"four"}]}`)
	for word, want := range map[string]string{"one": "cell 1", "two": "cell 2", "four": "cell 4"} {
		if got := codec.Place([]byte(text), strings.Index(text, word)); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	_, empty := decode(t, `{"cells":[]}`)
	if got := empty.Place(nil, 0); got != "cell 1" {
		t.Error(got)
	}
	if _, err := codec.Encode(nil, nil); err == nil || !strings.Contains(err.Error(), "not rewritten") {
		t.Error(err)
	}
}

func TestHostileNotebooks(t *testing.T) {
	repeat := strings.Repeat
	for name, test := range map[string]struct{ content, want string }{
		"no JSON":             {"Dear reader", "its JSON is broken at byte 1"},
		"cut off":             {`{"cells":[{"cell_type":"markdown","source":["a"`, "damaged"},
		"empty":               {"", "damaged"},
		"something else":      {`{"name":"copychief","version":1}`, "it has no cells"},
		"a list":              {`[1,2]`, "a { is missing"},
		"cells are no list":   {`{"cells":{"a":1}}`, "a [ is missing"},
		"a cell is a number":  {`{"cells":[1]}`, "a { is missing"},
		"text is a number":    {`{"cells":[{"source":7}]}`, "is not text"},
		"a line is a list":    {`{"cells":[{"source":[["a"]]}]}`, "not a list of lines"},
		"deep":                {`{"a":` + repeat("[", 1<<20), "damaged"},
		"deep in a cell":      {`{"cells":[{"outputs":` + repeat(`{"a":`, 1<<20), "damaged"},
		"many cells":          {`{"cells":[` + repeat(`{},`, 1<<20) + `{}]}`, "more than"},
		"many lines":          {`{"cells":[{"source":[` + repeat(`"",`, 1<<20) + `""]}]}`, "more than"},
		"many worksheets":     {`{"worksheets":[` + repeat(`{"cells":[{},{},{}]},`, 1<<18) + `{}]}`, "more than"},
		"a level that is odd": {`{"cells":[{"cell_type":"heading","level":"x","source":"a"}]}`, "damaged"},
	} {
		_, _, err := Decode([]byte(test.content))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
	// Outputs are not kept, however large they are.
	big := `{"cells":[{"cell_type":"code","outputs":[{"data":{"image/png":"` + repeat("A", 8<<20) + `"}},[` + repeat("1,", 1<<22) + `1]],"source":"x"},{"cell_type":"markdown","source":"text"}]}`
	if text, _ := decode(t, big); text != "```\nx\n```\n\ntext\n" {
		t.Errorf("%d bytes", len(text))
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"cells":[{"cell_type":"markdown","source":["# a\n","b"]},{"cell_type":"code","source":"c"}],"metadata":{}}`))
	f.Add([]byte(`{"worksheets":[{"cells":[{"cell_type":"heading","level":2,"source":"a"}]}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		text, codec, err := Decode(content)
		if err == nil && codec.Place(text, len(text)) == "" {
			t.Error("no place")
		}
	})
}
