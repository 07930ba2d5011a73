//go:build !modelapart

package tagger

import _ "embed" // the model

// model is the encoded model; see [readModel].
//
//go:embed model.bin
var model string
