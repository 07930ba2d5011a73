// Package settings reports the configuration: the settings for a draft and where each comes
// from ([Write]), and whether configuration files are valid ([Checked]).
//
// The trade-off: defaults are left out unless they are asked for, so a short report does not
// say what a rule does without a setting.
package settings
