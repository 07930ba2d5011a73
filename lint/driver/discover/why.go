package discover

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// whyEmpty says why the paths may contain no drafts.
func whyEmpty(d *discovery) string {
	unread := unreadNote(d)
	switch {
	case unread != "":
		return "it holds " + unread
	case len(d.found.Exports) > 0:
		return "it holds " + strings.Join(d.found.Exports, ", ")
	case d.ignored > 0:
		return fmt.Sprintf("drafts that the configuration ignores: %d; see its ignore setting", d.ignored)
	case d.hidden:
		return "copychief reads " + lint.ExtensionList() + ", and leaves out what git ignores, as it does some files here"
	default:
		return "copychief reads " + lint.ExtensionList()
	}
}
