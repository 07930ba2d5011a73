package cache

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
)

// errBroken means that data is not a valid encoding of the requested type.
var errBroken = errors.New("not the encoding of this type")

// Encode encodes a value that consists of booleans, integers, strings, and structs, slices
// and pointers of these. All fields must be exported. Fields are written without names,
// since data is only read by the same program. A repeated string is written as a number,
// since many findings may refer to the same line of a draft.
func Encode[T any](v *T) ([]byte, error) {
	e := encoder{seen: map[string]uint64{}}
	if err := e.value(reflect.ValueOf(v).Elem()); err != nil {
		return nil, err
	}
	return e.out, nil
}

// Decode decodes data from [Encode]. Empty slices become nil. The strings share one copy
// of data.
func Decode[T any](data []byte, v *T) error {
	d := decoder{in: string(data)}
	err := d.value(reflect.ValueOf(v).Elem())
	if err == nil && d.in != "" {
		err = errBroken
	}
	return err
}

type encoder struct {
	out  []byte
	seen map[string]uint64
}

func (e *encoder) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		e.number(n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.out = binary.AppendVarint(e.out, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		e.number(v.Uint())
	case reflect.String:
		e.text(v.String())
	case reflect.Slice:
		return e.slice(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.number(0)
			return nil
		}
		e.number(1)
		return e.value(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				return fmt.Errorf("%s.%s is not exported", v.Type(), v.Type().Field(i).Name)
			}
			if err := e.value(v.Field(i)); err != nil {
				return err
			}
		}
	default:
		return fmt.Errorf("no encoding for %s", v.Type())
	}
	return nil
}

func (e *encoder) number(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

// text writes a string, or the index of an equal string before it.
func (e *encoder) text(s string) {
	if n, again := e.seen[s]; again {
		e.number(n<<1 | 1)
		return
	}
	e.seen[s] = uint64(len(e.seen))
	e.number(uint64(len(s)) << 1)
	e.out = append(e.out, s...)
}

func (e *encoder) slice(v reflect.Value) error {
	e.number(uint64(v.Len()))
	if v.Type().Elem().Kind() == reflect.Uint8 {
		e.out = append(e.out, v.Bytes()...)
		return nil
	}
	for i := range v.Len() {
		if err := e.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

type decoder struct {
	in   string
	seen []string
}

func (d *decoder) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Bool:
		n, err := d.number()
		v.SetBool(n == 1)
		return err
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := d.number()
		v.SetInt(int64(n>>1) ^ -int64(n&1))
		return err
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, err := d.number()
		v.SetUint(n)
		return err
	case reflect.String:
		s, err := d.text()
		v.SetString(s)
		return err
	case reflect.Slice:
		return d.slice(v)
	case reflect.Pointer:
		n, err := d.number()
		if err != nil || n == 0 {
			return err
		}
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if err := d.value(v.Field(i)); err != nil {
				return err
			}
		}
		return nil
	default:
		return fmt.Errorf("no encoding for %s", v.Type())
	}
}

// number reads an unsigned varint of at most ten bytes.
func (d *decoder) number() (n uint64, err error) {
	for i := 0; i < len(d.in) && i < binary.MaxVarintLen64; i++ {
		b := d.in[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.in = d.in[i+1:]
			return n, nil
		}
	}
	return 0, errBroken
}

// take reads n bytes.
func (d *decoder) take(n uint64) (string, error) {
	if n > uint64(len(d.in)) {
		return "", errBroken
	}
	s := d.in[:n]
	d.in = d.in[n:]
	return s, nil
}

func (d *decoder) text() (string, error) {
	n, err := d.number()
	if err != nil {
		return "", err
	}
	if n&1 == 1 {
		if n >>= 1; n >= uint64(len(d.seen)) {
			return "", errBroken
		}
		return d.seen[n], nil
	}
	s, err := d.take(n >> 1)
	d.seen = append(d.seen, s)
	return s, err
}

func (d *decoder) slice(v reflect.Value) error {
	n, err := d.number()
	if err != nil || n == 0 {
		return err
	}
	if v.Type().Elem().Kind() == reflect.Uint8 {
		s, err := d.take(n)
		v.SetBytes([]byte(s))
		return err
	}
	if n > uint64(len(d.in)) { // every element takes at least one byte
		return errBroken
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	for i := range int(n) {
		if err := d.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}
