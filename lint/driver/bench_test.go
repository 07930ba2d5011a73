//go:build unix

package driver_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/rules"
)

// core are the rules that every profile is built around.
var core = strings.Fields(`
	missing-headline long-headline headline-without-keyphrase repeated-headline
	missing-description long-description short-description
	skipped-heading multiple-h1 empty-heading missing-subheadings long-section
	headings-without-keyphrase stuffed-headings
	missing-alt filename-alt redundant-alt
	missing-sources missing-internal-links generic-link-text bare-url empty-link
	unresolved-reference broken-link uncited-claim
	thin-article intro-without-keyphrase stuffed-keyphrase
	unattributed-quote unsourced-quote anonymous-source unbalanced-quote mixed-quote-marks
	long-paragraph placeholder editor-note glued-text syntax
	duplicate-headline duplicate-description`)

// BenchmarkRun runs rules over a corpus and reports how many times longer that takes
// than reading the same files and parsing them with goldmark alone, by as many
// workers: the metric x-goldmark, whose budget is 2, and the same of the processor
// time of both, which other work on the machine disturbs less. The corpus is the
// folder COPYCHIEF_CORPUS.
func BenchmarkRun(b *testing.B) {
	corpus := os.Getenv("COPYCHIEF_CORPUS")
	if corpus == "" {
		corpus = filepath.Join("..", "..", "..", "shared", "corpus", "18f")
	}
	paths := markdownFiles(corpus)
	if len(paths) == 0 {
		b.Skip("no corpus; set COPYCHIEF_CORPUS to a folder of Markdown")
	}
	all := append(rules.All(), engine.Rules()...)
	var some []*lint.Rule
	for _, r := range all {
		if slices.Contains(core, r.Name) {
			some = append(some, r)
		}
	}
	if len(some) != len(core) {
		b.Fatalf("%d of %d core rules are there", len(some), len(core))
	}
	b.Run("core", func(b *testing.B) { benchmark(b, paths, some) })
	b.Run("all", func(b *testing.B) { benchmark(b, paths, all) })
}

func benchmark(b *testing.B, paths []string, set []*lint.Rule) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // for both, as the command does
	var parsing, running, parsingCPU, runningCPU time.Duration
	var findings int
	run(b, paths, set) // loads lists and the language model, which a process does once
	for b.Loop() {
		begun, begunCPU := time.Now(), cpu(b)
		parseAlone(b, paths)
		parsed, parsedCPU := time.Now(), cpu(b)
		parsing += parsed.Sub(begun)
		parsingCPU += parsedCPU - begunCPU
		findings = run(b, paths, set)
		running += time.Since(parsed)
		runningCPU += cpu(b) - parsedCPU
	}
	b.ReportMetric(float64(running)/float64(parsing), "x-goldmark")
	b.ReportMetric(float64(runningCPU)/float64(parsingCPU), "x-goldmark-cpu")
	b.ReportMetric(float64(parsing.Microseconds())/1000/float64(b.N), "goldmark-ms")
	b.ReportMetric(float64(running.Microseconds())/1000/float64(b.N), "run-ms")
	b.ReportMetric(float64(findings), "findings")
}

// run checks files and returns the number of findings.
func run(b *testing.B, paths []string, set []*lint.Rule) int {
	loader, err := configfile.NewLoader(set, configfile.Options{None: true})
	if err != nil {
		b.Fatal(err)
	}
	result, err := driver.Run(context.Background(), driver.Request{Rules: set, Config: loader, Paths: paths})
	if err != nil {
		b.Fatal(err)
	}
	return result.Findings.Len()
}

// cpu returns the processor time that this process has used so far.
func cpu(b *testing.B) time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func markdownFiles(dir string) (paths []string) {
	_ = filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && filepath.Ext(p) == ".md" {
			paths = append(paths, p)
		}
		return nil
	})
	return paths
}

// parseAlone reads and parses files with the extensions that lint/parse uses.
func parseAlone(b *testing.B, paths []string) {
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute(), parser.WithAutoHeadingID()),
	)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				content, err := os.ReadFile(paths[i])
				if err != nil {
					b.Error(err)
					return
				}
				md.Parser().Parse(text.NewReader(content))
			}
		})
	}
	workers.Wait()
}
