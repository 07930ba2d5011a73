package expression

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

// The limits of an expression. They are far above what people write.
const (
	longest = 1_000 // bytes
	largest = 5_000 // instructions of the compiled expression
)

// Compile compiles an expression of limited size. If it cannot, problem says in plain words
// what is wrong; it may have characters that cannot be shown.
func Compile(text string) (expr *regexp.Regexp, problem string) {
	if len(text) > longest {
		return nil, fmt.Sprintf("the pattern has %d bytes, and %d are the most; make several rules of it", len(text), longest)
	}
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil, "the pattern cannot be read: " + plainly(err)
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(prog.Inst) > largest {
		return nil, "the pattern is too large once its repetitions are written out; use smaller numbers in braces"
	}
	if expr, err = regexp.Compile(text); err != nil {
		return nil, "the pattern cannot be read: " + err.Error()
	}
	return expr, ""
}

// plainly words an error of the parser of expressions.
func plainly(err error) string {
	e, ok := err.(*syntax.Error) //nolint:errorlint // the parser returns no other
	if !ok {
		return err.Error()
	}
	if strings.HasPrefix(e.Expr, "(?<=") || strings.HasPrefix(e.Expr, "(?<!") {
		return "“" + e.Expr[:4] + "…)” is not supported (no lookahead or lookbehind); use “only-after”, “not-after” or, for texts that are right, “except”"
	}
	switch e.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen:
		return "the parentheses do not match; write \\( for a literal one"
	case syntax.ErrMissingBracket:
		return "a square bracket is not closed; write \\[ for a literal one"
	case syntax.ErrMissingRepeatArgument:
		return "“" + e.Expr + "” has nothing before it to repeat; write \\" + e.Expr + " for the character itself"
	case syntax.ErrInvalidPerlOp:
		return "“" + e.Expr + "” is not supported (no lookahead or lookbehind); use “only-before”, “not-before” or, for texts that are right, “except”"
	case syntax.ErrInvalidEscape:
		return "“" + e.Expr + "” has no meaning here (back-references are not supported); write \\\\ for a backslash"
	case syntax.ErrInvalidRepeatSize:
		return "“" + e.Expr + "” repeats too often; 1000 times is the maximum, together with what repeats around it"
	case syntax.ErrInvalidNamedCapture:
		return "“" + e.Expr + "” is not a name for a group; write (?P<name>…) with letters and digits, each name once"
	case syntax.ErrInvalidCharRange:
		return "the range “" + e.Expr + "” ends before it begins; reverse it, or write \\- for a hyphen"
	default:
		return e.Code.String() + ": “" + e.Expr + "”"
	}
}
