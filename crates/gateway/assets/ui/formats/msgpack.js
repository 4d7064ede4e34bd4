// MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), as far as DTOs need it.

import { NumberText } from './json.js';

/** The bytes of a value of that type. */
export function encode(value, type, metadata) {
  const writer = new Writer();
  writer.value(prepared(value, type.inner, metadata));
  return Uint8Array.from(writer.bytes);
}

/**
 * Reads bytes into objects, lists, texts, numbers and byte arrays.
 * @throws {RangeError} where they end early.
 */
export function decode(bytes) {
  const reader = new Reader(bytes);
  return reader.value();
}

/** MessagePack has no decimals, which go as texts, but it has bytes, which JSON has as base64. */
function prepared(value, type, metadata) {
  if (value === null || value === undefined) return null;
  if (type.isBytes) return bytesOf(value);
  if (type.name === 'Decimal') return String(value);
  if (Array.isArray(value)) return type.isList ? value.map((item) => prepared(item, type.args[0].inner, metadata)) : value;
  if (value.constructor !== Object) return value;
  const types = new Map(metadata.members(type).map((member) => [metadata.wireName(member.property).toLowerCase(), member.type.inner]));
  const typeOf = (name) => (type.isMap ? type.args[1].inner : types.get(name.toLowerCase()));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typeOf(name) ? prepared(item, typeOf(name), metadata) : item]));
}

/** What is no base64 goes as it was typed, for the host to refuse. */
function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    return text;
  }
}

class Writer {
  bytes = [];

  value(value) {
    if (value === null || value === undefined) this.bytes.push(0xc0);
    else if (typeof value === 'boolean') this.bytes.push(value ? 0xc3 : 0xc2);
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number' || value instanceof NumberText) this.number(String(value));
    else if (value instanceof Uint8Array) {
      this.head(value.length, 0, -1, [0xc4, 0xc5, 0xc6]);
      this.bytes.push(...value);
    } else if (Array.isArray(value)) {
      this.head(value.length, 0x90, 15, [null, 0xdc, 0xdd]);
      value.forEach((item) => this.value(item));
    } else {
      const members = Object.entries(value);
      this.head(members.length, 0x80, 15, [null, 0xde, 0xdf]);
      members.forEach(([key, item]) => { this.text(key); this.value(item); });
    }
  }

  text(text) {
    const bytes = new TextEncoder().encode(text);
    this.head(bytes.length, 0xa0, 31, [0xd9, 0xda, 0xdb]);
    this.bytes.push(...bytes);
  }

  /** A length: in the tag, or after one of the tags for one, two and four bytes. */
  head(length, fixed, most, [one, two, four]) {
    if (length <= most) this.bytes.push(fixed | length);
    else if (one && length < 0x100) this.bytes.push(one, length);
    else if (length < 0x10000) this.bytes.push(two, length >> 8, length & 0xff);
    else this.bytes.push(four, ...big(4, (view) => view.setUint32(0, length)));
  }

  number(text) {
    if (!/^-?\d+$/.test(text)) this.bytes.push(0xcb, ...big(8, (view) => view.setFloat64(0, Number(text))));
    else {
      const value = BigInt(text);
      if (value >= -32n && value < 128n) this.bytes.push(Number(BigInt.asUintN(8, value)));
      else if (value < 0n) this.bytes.push(0xd3, ...big(8, (view) => view.setBigInt64(0, value)));
      else this.bytes.push(0xcf, ...big(8, (view) => view.setBigUint64(0, value)));
    }
  }
}

class Reader {
  constructor(bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  value() {
    const tag = this.number('Uint8', 1);
    if (tag < 0x80) return tag;
    if (tag < 0x90) return this.map(tag & 15);
    if (tag < 0xa0) return this.list(tag & 15);
    if (tag < 0xc0) return this.text(tag & 31);
    if (tag >= 0xe0) return tag - 0x100;
    return TAGS[tag](this);
  }

  number(kind, size) {
    const value = this.view[`get${kind}`](this.at);
    this.at += size;
    return typeof value === 'bigint' ? new NumberText(String(value)) : value;
  }

  take(length) {
    if (this.at + length > this.view.byteLength) throw new RangeError('the bytes end early');
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + this.at, length);
    this.at += length;
    return bytes;
  }

  text(length) {
    return new TextDecoder().decode(this.take(length));
  }

  list(length) {
    return Array.from({ length }, () => this.value());
  }

  map(length) {
    return Object.fromEntries(Array.from({ length }, () => [String(this.value()), this.value()]));
  }

  extension(length) {
    const type = this.number('Int8', 1);
    return { extension: type, bytes: this.take(length) };
  }
}

const TAGS = {
  0xc0: () => null, 0xc1: () => null, 0xc2: () => false, 0xc3: () => true,
  0xc4: (r) => r.take(r.number('Uint8', 1)), 0xc5: (r) => r.take(r.number('Uint16', 2)), 0xc6: (r) => r.take(r.number('Uint32', 4)),
  0xc7: (r) => r.extension(r.number('Uint8', 1)), 0xc8: (r) => r.extension(r.number('Uint16', 2)), 0xc9: (r) => r.extension(r.number('Uint32', 4)),
  0xca: (r) => r.number('Float32', 4), 0xcb: (r) => r.number('Float64', 8),
  0xcc: (r) => r.number('Uint8', 1), 0xcd: (r) => r.number('Uint16', 2), 0xce: (r) => r.number('Uint32', 4), 0xcf: (r) => r.number('BigUint64', 8),
  0xd0: (r) => r.number('Int8', 1), 0xd1: (r) => r.number('Int16', 2), 0xd2: (r) => r.number('Int32', 4), 0xd3: (r) => r.number('BigInt64', 8),
  0xd4: (r) => r.extension(1), 0xd5: (r) => r.extension(2), 0xd6: (r) => r.extension(4), 0xd7: (r) => r.extension(8), 0xd8: (r) => r.extension(16),
  0xd9: (r) => r.text(r.number('Uint8', 1)), 0xda: (r) => r.text(r.number('Uint16', 2)), 0xdb: (r) => r.text(r.number('Uint32', 4)),
  0xdc: (r) => r.list(r.number('Uint16', 2)), 0xdd: (r) => r.list(r.number('Uint32', 4)),
  0xde: (r) => r.map(r.number('Uint16', 2)), 0xdf: (r) => r.map(r.number('Uint32', 4)),
};

function big(size, write) {
  const view = new DataView(new ArrayBuffer(size));
  write(view);
  return new Uint8Array(view.buffer);
}
