package docs

import (
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Generated is the first line of every page that this package writes.
const Generated = "<!-- Made by `go test ./lint/docs -update` from the rules. Do not edit. -->\n\n"

// Markdown returns a page for the web.
func Markdown(p *Page) string {
	var b strings.Builder
	r := p.Rule
	b.WriteString(Generated)
	fmt.Fprintf(&b, "# %s\n\n%s.\n\n", r.Name, sentence(r.Summary))
	fmt.Fprintf(&b, "| | |\n|---|---|\n| Family | [%s](README.md#%s) |\n| Severity | %s |\n", r.Family, r.Family, Severity(r))
	fmt.Fprintf(&b, "| Basis | %s: %s |\n| Source | %s |\n", r.Basis.Kind, BasisKind(r.Basis.Kind), source(r.Basis))
	if reasons := r.Conditions(); len(reasons) > 0 {
		fmt.Fprintf(&b, "| Skipped if | %s |\n", strings.Join(reasons, "; "))
	}
	if reasons := r.HeldBack(); len(reasons) > 0 {
		fmt.Fprintf(&b, "| Held back if | %s |\n", strings.Join(reasons, "; "))
	}
	fmt.Fprintf(&b, "\n%s\n", p.Explanation)
	options(&b, p)
	sources(&b, p)
	examples(&b, p, "##")
	if r.New == nil && r.NewSite == nil {
		b.WriteString("\nThis rule cannot be suppressed in a draft.\n")
		return b.String()
	}
	fmt.Fprintf(&b, "\n## Switching it off\n\nFor one block, with the reason: `<!-- copychief-ignore %s: reason -->`. For all drafts, in\n`.copychief.yml`: `rules: {%s: off}`.\n", r.Name, r.Name)
	return b.String()
}

// Severity returns the default severity of a rule in words.
func Severity(r *lint.Rule) string {
	if r.Off {
		return "off by default (" + r.Severity.String() + " where it is turned on)"
	}
	return r.Severity.String()
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func source(b lint.Basis) string {
	if b.URL == "" {
		return cell(b.Source)
	}
	return "[" + cell(b.Source) + "](<" + b.URL + ">)"
}

// cell escapes characters that would end a table cell.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func options(b *strings.Builder, p *Page) {
	if len(p.Options) == 0 {
		return
	}
	b.WriteString("\n## Options\n\n| option | value | default | what it does |\n|---|---|---|---|\n")
	for _, o := range p.Options {
		value := "none"
		if o.Default != "" {
			value = "`" + o.Default + "`"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", o.Name, o.Kind, cell(value), cell(o.Doc))
	}
}

// sources writes the texts that the examples quote from.
func sources(b *strings.Builder, p *Page) {
	if len(p.Sources) == 0 {
		return
	}
	b.WriteString("\n## What the examples quote from\n")
	for _, f := range p.Sources {
		fmt.Fprintf(b, "\n`sources/%s`:\n\n%s", f.Name, fence(syntax(f.Name), string(f.Data)))
	}
}

// examples writes the examples below headings of a level.
func examples(b *strings.Builder, p *Page, level string) {
	for _, part := range []struct {
		bad   bool
		title string
	}{{true, "Flagged"}, {false, "Not flagged"}} {
		first := true
		for _, e := range p.Examples {
			if e.Bad != part.bad {
				continue
			}
			if first {
				fmt.Fprintf(b, "\n%s %s\n", level, part.title)
				first = false
			}
			example(b, e, level+"#")
		}
	}
}

func example(b *strings.Builder, e *Example, level string) {
	fmt.Fprintf(b, "\n%s %s\n", level, Title(e.Name))
	if e.Config != "" {
		fmt.Fprintf(b, "\nWith this `.copychief.yml`:\n\n%s", fence("yaml", e.Config))
	}
	for _, f := range e.Files {
		if len(e.Files) > 1 {
			fmt.Fprintf(b, "\n`%s`:\n", f.Name)
		}
		b.WriteString("\n" + fence(syntax(f.Name), string(f.Data)))
	}
	findings := e.Findings()
	if len(findings) > 0 {
		b.WriteString("\n")
	}
	for _, f := range findings {
		fmt.Fprintf(b, "- **%s** %s: %s\n", f.Place, f.Severity, escapeInline(f.Message))
		for _, note := range f.Notes {
			fmt.Fprintf(b, "  - %s\n", escapeInline(note))
		}
	}
	if e.Fixed != "" {
		fmt.Fprintf(b, "\nAfter the fix:\n\n%s", fence(syntax(e.Files[0].Name), e.Fixed))
	}
}

// Title turns the name of an example into words.
func Title(name string) string {
	words := strings.ReplaceAll(strings.TrimPrefix(name, "trap-"), "-", " ")
	return sentence(words)
}

// fence puts text in a code block with a fence that does not occur in the text.
func fence(syntax, text string) string {
	marks := "```"
	for strings.Contains(text, marks) {
		marks += "`"
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return marks + syntax + "\n" + text + marks + "\n"
}

func syntax(name string) string {
	if f, ok := lint.FormatOf(name); ok {
		return f.String()
	}
	if ext := path.Ext(name); ext == ".yml" || ext == ".yaml" {
		return "yaml"
	}
	return "text"
}

// escapeInline escapes markup in text from a draft.
func escapeInline(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`, "!", `\!`, "#", `\#`).Replace(s)
}
