package word

// writeTable writes a table. One of a single cell is a frame around text. Rows that are deleted by a
// tracked change are left out.
func writeTable(w *writer, n *node) {
	var rows []row
	addRows(w, n, &rows)
	w.enter("")
	if len(rows) == 1 && len(rows[0].cells) == 1 {
		w.blocks(rows[0].cells[0])
		w.flush()
		return
	}
	if len(rows) == 0 {
		return
	}
	headers := 0
	for i := range rows {
		if rows[i].header {
			headers++
		}
	}
	w.line("<table>")
	w.cell++
	for i := range rows {
		tag := "td"
		if i < headers {
			tag = "th"
		}
		w.line("<tr>")
		for _, cell := range rows[i].cells {
			w.line("<" + tag + ">")
			w.blocks(cell)
			w.flush()
			w.enter("")
			w.line("</" + tag + ">")
		}
		w.line("</tr>")
	}
	w.cell--
	w.line("</table>")
}

type row struct {
	cells  []*node
	header bool
}

// addRows adds the rows of a table, which may be in content controls.
func addRows(w *writer, n *node, all *[]row) {
	for _, child := range n.children() {
		switch child.name {
		case "tr":
			if del := child.at("trPr", "del"); del != nil {
				markReview(w, &piece{kind: deletion, from: del})
				continue
			}
			r := row{header: child.at("trPr", "tblHeader").on()}
			r.add(child)
			*all = append(*all, r)
		case "sdt", "sdtContent", "customXml":
			addRows(w, child, all)
		default:
			w.between(child)
		}
	}
}

// add adds the cells below n, except those into which another cell continues.
func (r *row) add(n *node) {
	for _, child := range n.children() {
		switch child.name {
		case "tc":
			if merge := child.at("tcPr", "vMerge"); merge == nil || merge.val() == "restart" {
				r.cells = append(r.cells, child)
			}
		case "sdt", "sdtContent", "customXml":
			r.add(child)
		}
	}
}
