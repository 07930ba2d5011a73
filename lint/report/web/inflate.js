
// inflate returns the bytes that a raw deflate stream (RFC 1951) holds. DecompressionStream needs no
// code, but answers only after a browser has printed what was there before.
function inflate(data) {
  'use strict';
  var out = new Uint8Array(Math.max(1024, 8 * data.length)), size = 0;
  var at = 0; // the next bit

  function bits(count) {
    if (at + count > 8 * data.length) throw new Error('the stream ends too early');
    var value = 0;
    for (var i = 0; i < count; i++, at++) value |= (data[at >> 3] >> (at & 7) & 1) << i;
    return value;
  }

  function put(byte) {
    if (size === out.length) {
      var larger = new Uint8Array(2 * size);
      larger.set(out);
      out = larger;
    }
    out[size++] = byte;
  }

  // huffman returns a code with symbols of these lengths: how many there are of each length, and all in order.
  function huffman(lengths) {
    var counts = new Array(16).fill(0), symbols = [];
    for (var length = 1; length < 16; length++) {
      lengths.forEach(function (l, symbol) { if (l === length) { symbols.push(symbol); counts[length]++; } });
    }
    return { counts: counts, symbols: symbols };
  }

  function symbol(code) {
    var word = 0, first = 0, index = 0;
    for (var length = 1; length < 16; length++) {
      word |= bits(1);
      var count = code.counts[length];
      if (word < first + count) return code.symbols[index + word - first];
      index += count;
      first = (first + count) << 1;
      word <<= 1;
    }
    throw new Error('the stream has a code of more than 15 bits');
  }

  function stored() {
    at = (at + 7) & ~7;
    var length = bits(16);
    bits(16); // the same again, inverted
    while (length-- > 0) put(bits(8));
  }

  function fixed() {
    var lengths = [];
    for (var i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    compressed(huffman(lengths), huffman(new Array(30).fill(5)));
  }

  function dynamic() {
    var literals = bits(5) + 257, distances = bits(5) + 1, known = bits(4) + 4;
    var order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    var lengths = new Array(19).fill(0);
    for (var i = 0; i < known; i++) lengths[order[i]] = bits(3);
    var code = huffman(lengths);
    lengths = [];
    while (lengths.length < literals + distances) {
      var next = symbol(code), value = 0, repeat = 1;
      if (next < 16) value = next;
      else if (next === 16) { value = lengths[lengths.length - 1]; repeat = 3 + bits(2); }
      else repeat = next === 17 ? 3 + bits(3) : 11 + bits(7);
      while (repeat-- > 0) lengths.push(value);
    }
    compressed(huffman(lengths.slice(0, literals)), huffman(lengths.slice(literals)));
  }

  function compressed(literals, distances) {
    for (;;) {
      var next = symbol(literals);
      if (next === 256) return;
      if (next < 256) { put(next); continue; }
      next -= 257;
      var extra = next < 8 || next === 28 ? 0 : (next >> 2) - 1;
      var length = next === 28 ? 258 : next < 8 ? 3 + next : 3 + ((4 + (next & 3)) << extra) + bits(extra);
      next = symbol(distances);
      extra = next < 4 ? 0 : (next >> 1) - 1;
      var distance = next < 4 ? 1 + next : 1 + ((2 + (next & 1)) << extra) + bits(extra);
      if (distance > size) throw new Error('the stream refers to what precedes it');
      while (length-- > 0) put(out[size - distance]);
    }
  }

  var kinds = [stored, fixed, dynamic];
  for (var last = 0; !last;) {
    last = bits(1);
    kinds[bits(2)]();
  }
  return out.subarray(0, size);
}
