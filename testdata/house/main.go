// Command harbour is copychief with a rule of the Harbour Post.
package main

import (
	"context"
	"os"
	"os/signal"
	"slices"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"

	house "example.org/harbour/copychief/rules"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	app := cmd.App{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		Rules: slices.Concat(rules.All(), house.Rules()),
	}
	os.Exit(app.Run(ctx, os.Args)) //nolint:gocritic // stop has nothing to do at the end of the process
}
