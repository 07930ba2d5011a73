// Command copychief checks articles before they are published.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

func main() {
	spendMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)   // a second signal ends the process at once
	signal.Ignore(syscall.SIGPIPE) // a reader that has seen enough is not an error
	app := cmd.App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Rules: rules.All(), Getenv: os.Getenv}
	os.Exit(app.Run(ctx, os.Args))
}
