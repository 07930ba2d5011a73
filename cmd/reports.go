package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/listing"
	"github.com/copychief/copychief/lint/report/services"
	"github.com/copychief/copychief/lint/report/web"
)

// form is a format of check: its name and what writes it.
type form struct {
	name  string
	write func(io.Writer, *engine.Result, report.Options) error
	lines bool // it consists of lines, which annotations may be mixed with
	table bool // it can be the table of --statistics
}

// forms returns the formats of check in the order in which help lists them.
func forms() []form {
	return []form{
		{"text", listing.Text, true, true},
		{"concise", listing.Concise, true, false},
		{"json", writeJSON, false, true},
		{"jsonl", data.JSONL, false, false},
		{"sarif", services.SARIF, false, false},
		{"github", services.GitHub, true, false},
		{"gitlab", services.GitLab, false, false},
		{"junit", services.JUnit, false, false},
		{"checkstyle", services.Checkstyle, false, false},
		{"rdjson", services.RDJSON, false, false},
		{"markdown", services.Markdown, false, false},
		{"html", web.Write, false, false}, // the only one that shows sheets
	}
}

// formatsFlag is --format of check, which may be given several times, each with a file
// of its own.
func formatsFlag() cli.Flag {
	return &cli.GenericFlag{Name: "format", Value: new(commandline.Repeated), Usage: "`FORMAT`: text (default), concise, json, jsonl, sarif, " +
		"github, gitlab, junit, checkstyle, rdjson, markdown or html; FORMAT=FILE writes to a file; repeatable"}
}

// sink is one report and where it goes.
type sink struct {
	form
	*output.Output
}

// sinksOf returns the reports that the flags ask for. Those with files of their own come
// first, so that they are written even if the reader of standard output closes the pipe
// early; the others go to --output or standard output.
func sinksOf(s *session, c *cli.Context) ([]sink, error) {
	asked := *c.Generic("format").(*commandline.Repeated)
	if len(asked) == 0 {
		asked = commandline.Repeated{"text"}
	}
	var files, streams []sink
	for _, value := range asked {
		name, file, own := strings.Cut(value, "=")
		f, err := formOf(name)
		if err != nil {
			return nil, err
		}
		if own && file == "" {
			return nil, fmt.Errorf("--format %s= names no file; write %s=FILE", name, name)
		}
		if !own {
			file = c.String("output")
		}
		out := s.outputTo(c, file)
		if own {
			files = append(files, sink{f, out})
		} else {
			streams = append(streams, sink{f, out})
		}
	}
	if len(streams) == 0 && c.String("output") != "" {
		return nil, errors.New("--output is for a --format that names no file; drop one")
	}
	all := slices.Concat(files, streams)
	if c.Bool("statistics") && !slices.ContainsFunc(all, func(k sink) bool { return k.table }) {
		return nil, fmt.Errorf("--statistics is for text and json, and %s has no such table; drop it, or add --format text", all[0].name)
	}
	if err := noDraft(all, c.Args().Slice()); err != nil {
		return nil, err
	}
	return all, noConflict(all, streams)
}

// noDraft returns an error if a report would replace a draft that a path names.
func noDraft(all []sink, paths []string) error {
	for _, k := range all {
		for _, path := range paths {
			if k.File != "" && path != "-" && filepath.Clean(k.File) == filepath.Clean(path) {
				return fmt.Errorf("%s is to be checked, and the %s report would replace it; name another file", k.File, k.name)
			}
		}
	}
	return nil
}

// filesOf returns the absolute paths of the files that reports go to.
func filesOf(sinks []sink) (files []string) {
	for _, k := range sinks {
		if file, err := filepath.Abs(k.File); err == nil && k.File != "" {
			files = append(files, file)
		}
	}
	return files
}

// noConflict returns an error if two reports would go to one place. Only annotations and
// one report of lines may share standard output.
func noConflict(all, streams []sink) error {
	if n := len(streams); n > 2 || n == 2 && (streams[0].File != "" || !share(streams[0], streams[1])) {
		return fmt.Errorf("%s and %s cannot share one output; use --format %[2]s=FILE", streams[0].name, streams[1].name)
	}
	taken := map[string]string{}
	for _, k := range all {
		place := filepath.Clean(k.File)
		if k.File == "" {
			continue
		}
		if other, twice := taken[place]; twice {
			return fmt.Errorf("%s and %s would both go to %s; name two files", other, k.name, place)
		}
		taken[place] = k.name
	}
	return nil
}

// share reports whether two reports may share standard output.
func share(a, b sink) bool {
	return a.lines && b.lines && (a.name == "github") != (b.name == "github")
}

// writeJSON writes all findings, or what each rule has found.
func writeJSON(w io.Writer, r *engine.Result, o report.Options) error {
	if o.Statistics {
		return data.Statistics(w, r)
	}
	return data.JSON(w, r)
}

// formOf returns the format with a name; the error suggests the nearest one.
func formOf(name string) (form, error) {
	all := forms()
	i := slices.IndexFunc(all, func(f form) bool { return f.name == name })
	if i < 0 {
		return form{}, commandline.Allow("format", name, formatNames())
	}
	return all[i], nil
}

// formatNames returns the names of the formats.
func formatNames() (names []string) {
	for _, f := range forms() {
		names = append(names, f.name)
	}
	return names
}

// deliver writes the reports. If one has annotations for GitHub, it first writes the job
// summary to the file that GitHub names. o has the options that all reports share.
func deliver(s *session, sinks []sink, result *engine.Result, o report.Options) error {
	o.Rules, o.Version = s.rules.all(), buildOf().Version
	o.Dir, o.Root = roots(s.getenv)
	annotates := slices.ContainsFunc(sinks, func(k sink) bool { return k.name == "github" })
	if file := s.getenv("GITHUB_STEP_SUMMARY"); annotates && file != "" {
		if err := summarize(file, result, o); err != nil {
			return fmt.Errorf("writing the job summary: %w", err)
		}
	}
	for _, k := range sinks {
		own, look := o, s.options(k.Output)
		own.Color, own.Links, own.Docs, own.Actions = look.Color, look.Links, look.Docs, look.Actions
		if err := k.Write(func(w io.Writer) error { return k.write(w, result, own) }); err != nil {
			return err
		}
	}
	return nil
}

// roots returns the working directory and the folder that paths in reports for services
// are relative to: the checkout that a service names if the run is inside it, otherwise
// the working directory. Both are empty if there is no working directory.
func roots(getenv func(string) string) (dir, root string) {
	dir, err := os.Getwd()
	if err != nil {
		return "", ""
	}
	for _, name := range []string{"GITHUB_WORKSPACE", "CI_PROJECT_DIR"} {
		checkout := getenv(name)
		if !filepath.IsAbs(checkout) {
			continue
		}
		if inside, err := filepath.Rel(checkout, dir); err == nil && filepath.IsLocal(inside) {
			return dir, checkout
		}
	}
	return dir, dir
}

// summaryLimit is the largest job summary that GitHub shows, in bytes.
const summaryLimit = 1 << 20

// summarize appends the summary of a run to the file of the job summary, within its
// limit.
func summarize(file string, result *engine.Result, o report.Options) error {
	o.Docs, o.Brief, o.Least, o.Max = rulePages, false, lint.Unset, 0
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		if o.Room = summaryLimit - int(info.Size()); o.Room > 2000 {
			err = services.Markdown(f, result, o)
		}
	}
	return errors.Join(err, f.Close())
}
