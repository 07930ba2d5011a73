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
	"github.com/copychief/copychief/lint/report/web"
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

// addSheets adds to the options the sheets of the articles among the drafts, which a check with a
// result has read. There are none for a nil request. Those of many drafts are packed.
func addSheets(s *session, request *driver.Request, result *engine.Result, o *report.Options) (err error) {
	if request == nil || result.Files == 0 {
		return nil
	}
	if result.Files > report.MostTexts {
		o.Sheets, o.Short, err = packedSheets(s, request, result, web.NewSheetBudget(web.Room))
		return err
	}
	result.Findings = engine.FindingsOf(result.Findings.List()) // texts refer to them, so they must not be unpacked twice
	found := map[string][]*engine.Finding{}
	for f := range report.Active(result) {
		found[f.Path] = append(found[f.Path], f)
	}
	_, err = driver.Inspect(s.ctx, *request, func(d *lint.Document, k lint.Kind) error {
		if !k.IsArticle() {
			return nil
		}
		sheet, err := sheetOf(d, found[d.Source.Path])
		if err != nil {
			s.complain(err)
			return nil
		}
		o.Sheets = append(o.Sheets, sheet)
		return nil
	})
	return err
}

// sheetOf returns the sheet of a draft with findings. The error is for a bug.
func sheetOf(d *lint.Document, found []*engine.Finding) (sheet report.Sheet, err error) {
	defer survive(d, &err)
	sheet = inspection.SheetOf(d)
	sheet.Text = inspection.TextOf(d, found)
	return sheet, nil
}

// survive is deferred by what makes the sheet of a draft. A panic becomes an error, so that one draft
// cannot end a run, as with rules.
func survive(d *lint.Document, err *error) {
	if failure := recover(); failure != nil {
		*err = fmt.Errorf("%s: its text, search result and quotations are not shown, because of a bug in copychief: %v", d.Source.Path, failure)
	}
}
