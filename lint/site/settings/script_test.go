package settings

import "testing"

// TestSwitchesForMarksInScripts checks what is read from programs about curly quotation marks.
func TestSwitchesForMarksInScripts(t *testing.T) {
	s := Map{}
	s.script([]byte("export default defineConfig({\n  markdown: { smartypants: false },\n})\n"))
	if s["smartypants"] != "false" {
		t.Errorf("script: %v", s)
	}
	s = Map{}
	s.script([]byte("module.exports = {\n  plugins: [`gatsby-remark-smartypants`],\n}\n"))
	if s["typographer"] != "true" {
		t.Errorf("plugin: %v", s)
	}
	s = Map{}
	s.script([]byte("module.exports = {\n  // plugins: [`gatsby-remark-smartypants`],\n}\n"))
	if s["typographer"] != "" {
		t.Errorf("comment: %v", s)
	}
	s = Map{}
	s.python([]byte("project = 'Bridges'\nsmartquotes = False\n"))
	if s["smartquotes"] != "False" {
		t.Errorf("python: %v", s)
	}
}
