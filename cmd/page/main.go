//go:build js && wasm

// Command page is the program of the page for the browser. It gives the page one function,
// copychief(request, file), which takes and returns JSON; package desk says what it does. It is built
// with the tag modelapart: the language model is a file beside it, which the page hands over.
//
// The trade-off: a text crosses into the program and its findings cross back as JSON, which
// takes a millisecond or two, and in return everything but this file is tested without a
// browser.
package main

import (
	"runtime/debug"
	"syscall/js"

	"github.com/copychief/copychief/cmd/page/desk"
	"github.com/copychief/copychief/rules"
)

func main() {
	debug.SetGCPercent(200) // the collector shares the worker's only thread with the rules
	d, err := desk.New(rules.All())
	if err != nil {
		panic(err) // the rules are wrong, which their tests would have said
	}
	js.Global().Set("copychief", js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		var file []byte
		if len(arguments) > 1 && arguments[1].Truthy() {
			file = make([]byte, arguments[1].Get("byteLength").Int())
			js.CopyBytesToGo(file, arguments[1])
		}
		return string(d.Answer([]byte(arguments[0].String()), file))
	}))
	select {} // the functions are called from the page
}
