// The formats that requests and replies can be switched between.

import * as csv from './csv.js';
import { hexDump } from './hex_dump.js';
import * as json from './json.js';
import * as jsv from './jsv.js';
import * as msgpack from './msgpack.js';
import * as xml from './xml.js';

/** A format of text: bytes are its UTF-8. */
function ofText(name, label, codec, isOf) {
  return {
    name,
    label,
    isOf,
    encode: (value, type, metadata) => new TextEncoder().encode(codec.encode(value, type, metadata)),
    decode: (bytes) => codec.decode(textOf(bytes)),
    show: (bytes) => {
      const text = textOf(bytes);
      try {
        return codec.pretty(text);
      } catch {
        // What is malformed is shown as it came.
        return text;
      }
    },
  };
}

const MESSAGE_PACK = {
  name: 'x-msgpack',
  label: 'MessagePack',
  isBinary: true,
  isOf: (mediaType) => /\/(x-|vnd\.)?msgpack$/.test(mediaType),
  encode: msgpack.encode,
  decode: msgpack.decode,
  show: hexDump,
};

/** In the order of the switch. */
export const FORMATS = [
  ofText('json', 'JSON', json, (mediaType) => /[/+]json$/.test(mediaType)),
  ofText('jsv', 'JSV', jsv, (mediaType) => /\/jsv$/.test(mediaType)),
  ofText('xml', 'XML', xml, (mediaType) => /[/+]xml$/.test(mediaType)),
  ofText('csv', 'CSV', csv, (mediaType) => mediaType === 'text/csv'),
  MESSAGE_PACK,
];

/** The name that the host has for a format, or `null` if it has it not. */
export function hostName(format, contentTypes) {
  return Object.keys(contentTypes).find((name) => format.isOf(contentTypes[name].split(';')[0])) ?? null;
}

/** The format of a `Content-Type`, or `undefined` for one that is none of these. */
export function formatOf(contentType) {
  const mediaType = (contentType ?? '').split(';')[0].trim().toLowerCase();
  return FORMATS.find((format) => format.isOf(mediaType));
}

/** Bytes as UTF-8, or `null` if they are none. */
export function strictText(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}
