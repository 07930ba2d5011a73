package bufpool

import (
	"math"
	"reflect"
	"unsafe"
)

// Poisoned is the value of strings in overwritten memory.
const Poisoned = "\xffmemory of a released document\xff"

// Overwrite overwrites the memory of v, a pointer: every element of its slices and arrays,
// up to their capacity, gets an obviously wrong value. Numbers become negative or huge, so
// that using one as an index panics; strings become [Poisoned]; references become nil. The
// length and capacity of slices do not change. It panics if v itself has a pointer or a map,
// because nothing says whether what they lead to is released as well.
func Overwrite(v any) { memory(reflect.ValueOf(v).Elem()) }

// memory overwrites the elements of the slices and arrays of v.
func memory(v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // other kinds have no elements
	case reflect.Slice:
		whole := v.Slice3(0, v.Cap(), v.Cap())
		if whole.Len() > 0 {
			poison(whole.Index(0))
		}
		for n := 1; n < whole.Len(); n *= 2 { // all elements get the same value
			reflect.Copy(whole.Slice(n, whole.Len()), whole.Slice(0, n))
		}
	case reflect.Array:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			memory(settable(v.Field(i)))
		}
	case reflect.Pointer, reflect.Map:
		if !v.IsNil() {
			panic("bufpool: a released value refers to memory that is not overwritten: " + v.Type().String())
		}
	}
}

// poison overwrites one value, but not what it refers to.
func poison(v reflect.Value) {
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
		v.SetString(Poisoned)
	case reflect.Array:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poison(settable(v.Field(i)))
		}
	default:
		v.SetZero()
	}
}

// settable returns a field as if it were exported.
func settable(field reflect.Value) reflect.Value {
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
}
