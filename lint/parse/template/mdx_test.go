package template_test

import "testing"

func TestStatementsOfMDXAreNotRead(t *testing.T) {
	for _, r := range []reading{
		{"template literal", "export const q = `\na a \"x\"\n\nTODO\n`;\n\nB.\n", "P B."},
		{"function", "export function f() {\n  const a = \"b b\";\n\n  return <i>c c</i>;\n}\n\nB.\n", "P B."},
		{"list", "export const toc = [\n  { a: 'b b' },\n\n  { a: \"c\" },\n];\n\nB.\n", "P B."},
		{"literal that never closes", "export const q = `a\n\nB.\n", "P B."},
		{"prose", "export your data, please.\n\nimport it here.\n", "P export your data, please. | P import it here."},
	} {
		r.hold(t, "a.mdx")
	}
}
