package completion

import (
	"embed"
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint/config"
)

//go:embed scripts/copychief.*
var scripts embed.FS

// Shells returns the shells that have a script.
func Shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// Script returns the script for a shell.
func Script(shell string) ([]byte, error) {
	if !slices.Contains(Shells(), shell) {
		return nil, fmt.Errorf("completion: %s", config.Unknown("shell", shell, Shells()))
	}
	script, err := scripts.ReadFile("scripts/copychief." + shell)
	if err != nil {
		return nil, fmt.Errorf("reading the script for %s: %w", shell, err)
	}
	return script, nil
}
