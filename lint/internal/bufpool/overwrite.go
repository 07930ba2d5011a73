package bufpool

import (
	"math"
	"reflect"
	"unsafe"
)

// Spoiled is what strings in overwritten memory read.
const Spoiled = "\xffmemory of a released document\xff"

// Overwrite spoils the memory that v, a pointer, stands for: every element of its slices
// and arrays, up to their capacity, becomes a value that no reader can take for its own.
// Numbers become negative or enormous, so that an index made of one panics; strings read
// [Spoiled]; references become nil. Length and capacity of v's slices remain.
func Overwrite(v any) { memory(reflect.ValueOf(v).Elem()) }

// memory spoils what the slices and arrays of v hold.
func memory(v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // the other kinds are no memory
	case reflect.Slice:
		whole := v.Slice3(0, v.Cap(), v.Cap())
		if whole.Len() > 0 {
			spoil(whole.Index(0))
		}
		for n := 1; n < whole.Len(); n *= 2 { // every element is spoiled alike
			reflect.Copy(whole.Slice(n, whole.Len()), whole.Slice(0, n))
		}
	case reflect.Array:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			memory(settable(v.Field(i)))
		}
	}
}

// spoil overwrites one value. What it refers to is not its own and stays as it is.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(math.MinInt64 >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(math.MaxUint64 >> (64 - v.Type().Bits()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(math.NaN())
	case reflect.String:
		v.SetString(Spoiled)
	case reflect.Array:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			spoil(settable(v.Field(i)))
		}
	default:
		v.SetZero()
	}
}

// settable returns a field as if it were exported.
func settable(field reflect.Value) reflect.Value {
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
}
