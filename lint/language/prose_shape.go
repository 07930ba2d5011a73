package language

// Shape describes how a word is written, for rules that examine only a few words.
type Shape uint8

// The shapes, which may be combined.
const (
	Figure   Shape = 1 << iota // begins with 0-9
	Capital                    // begins with A-Z
	Capitals                   // its second character is A-Z
)

// shapeOf returns the shape of the word s[start:end].
func shapeOf(s string, start, end int) Shape {
	shape := shapes[s[start]]
	if start+1 < end && shapes[s[start+1]] == Capital {
		shape |= Capitals
	}
	return shape
}

var shapes = func() (t [256]Shape) {
	for c := '0'; c <= '9'; c++ {
		t[c] = Figure
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = Capital
	}
	return t
}()

// addShape lists word k among those of its shape.
func (p *Prose) addShape(shape Shape, k int) {
	if shape&Capitals != 0 {
		p.Capitals = append(p.Capitals, int32(k))
	}
	if shape&Figure != 0 {
		p.Figures = append(p.Figures, int32(k))
	}
}
