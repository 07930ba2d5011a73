package cmd

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

// sheetsLater prepares for looking at the drafts of a request once more after the check, if a
// report shows what is in them. Standard input is kept, since it cannot be read twice. It
// returns nil if no report does.
func sheetsLater(request *driver.Request, sinks []sink) *driver.Request {
	if !slices.ContainsFunc(sinks, func(k sink) bool { return k.name == "html" }) {
		return nil
	}
	again := *request
	again.Site, again.Progress = "", nil
	if request.Stdin != nil && slices.Contains(request.Paths, "-") {
		kept := &bytes.Buffer{}
		request.Stdin, again.Stdin = io.TeeReader(request.Stdin, kept), kept
	}
	return &again
}

// sheetsOfDrafts returns the sheets of the articles among the drafts, which a check with a result has
// read. There are none for a nil request or if there are too many drafts.
func sheetsOfDrafts(s *session, request *driver.Request, result *engine.Result) (all []report.Sheet, err error) {
	if request == nil || result.Files == 0 || result.Files > report.MostSheets {
		return nil, nil
	}
	found := map[string][]*engine.Finding{}
	if result.Files <= report.MostTexts {
		result.Findings = engine.FindingsOf(result.Findings.List()) // texts refer to them, so they must not be unpacked twice
		for f := range report.Active(result) {
			found[f.Path] = append(found[f.Path], f)
		}
	}
	_, err = driver.Inspect(s.ctx, *request, func(d *lint.Document, k lint.Kind) error {
		if !k.IsArticle() {
			return nil
		}
		sheet, err := sheetOf(d)
		if result.Files <= report.MostTexts && err == nil {
			sheet.Text = inspection.TextOf(d, found[d.Source.Path])
		}
		if err != nil {
			s.complain(err)
			return nil
		}
		all = append(all, sheet)
		return nil
	})
	return all, err
}

// sheetOf returns the sheet of a draft. A panic becomes an error, so that one draft cannot end a
// run, as with rules.
func sheetOf(d *lint.Document) (sheet report.Sheet, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("%s: its search result and quotations are not shown, because of a bug in copychief: %v", d.Source.Path, failure)
		}
	}()
	return inspection.SheetOf(d), nil
}
