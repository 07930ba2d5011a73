// Package commandline reads the arguments of a command line and explains what is wrong with
// them. [Parse] puts the arguments in the order that urfave/cli accepts: the command, its
// flags, its paths. [Line.Check] finds the errors that the library would miss, and
// [Line.UsageError] rewords the library's own. [Help] fits the help of a command on a
// screen. The types of flags that the library lacks are here as well: [OneOf], [Count],
// [Optional] and [Repeated].
//
// The trade-off: arguments are read twice, here and by the library. In return, flags may be
// anywhere, completion reads unfinished command lines with the same code, and an
// error names the nearest flag or command instead of printing a page of usage.
package commandline
