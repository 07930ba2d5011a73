package export

import (
	"encoding/json"
	"errors"
)

// errShape means that a value has another type than in an export.
var errShape = errors.New("it does not have the structure of a Ghost export")

// object calls visit for each key of the next value, which must read the value of the key.
func object(d *json.Decoder, visit func(key string) error) error {
	if err := delimiter(d, '{'); err != nil {
		return err
	}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		key, ok := token.(string)
		if !ok {
			return errShape
		}
		if err := visit(key); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// array calls visit for each element of the next value, which must read the element.
func array(d *json.Decoder, visit func() error) error {
	if err := delimiter(d, '['); err != nil {
		return err
	}
	for d.More() {
		if err := visit(); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// rows calls visit for each element of an array.
func rows[T any](d *json.Decoder, visit func(T)) error {
	return array(d, func() error {
		var row T
		err := d.Decode(&row)
		if err == nil {
			visit(row)
		}
		return err
	})
}

func delimiter(d *json.Decoder, want json.Delim) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	if token != want {
		return errShape
	}
	return nil
}

// skip reads and discards the next value.
func skip(d *json.Decoder) error {
	depth := 0
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}
