package sheet

import "strings"

// formula are the characters by which a spreadsheet takes a text for a formula.
const formula = "=+-@\t\r"

// Harmless keeps a spreadsheet from taking a text for a formula: it puts a quote before it. Plain undoes that, exactly.
func Harmless(text string) string {
	if risky(text) {
		return "'" + text
	}
	return text
}

// Plain is the text that Harmless was given.
func Plain(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && risky(rest) {
		return rest
	}
	return cell
}

// risky looks behind quotes, so that a text which already has one before its formula comes back with it.
func risky(text string) bool {
	text = strings.TrimLeft(text, "'")
	return text != "" && strings.IndexByte(formula, text[0]) >= 0
}
