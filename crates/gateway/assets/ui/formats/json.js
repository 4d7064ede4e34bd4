// JSON, with numbers as they were typed: a long or a decimal need not fit a double.

/** A number by its digits. */
export class NumberText {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** JSON text of a value, in one line. */
export function encode(value) {
  if (value instanceof NumberText) return value.text;
  if (value instanceof Uint8Array) return JSON.stringify(Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join(' '));
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${encode(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * Reads JSON.
 * @throws {SyntaxError} where it is none.
 */
export function decode(text) {
  return JSON.parse(text, (_key, value, context) => {
    const isLossy = typeof value === 'number' && context?.source && String(value) !== context.source;
    return isLossy ? new NumberText(context.source) : value;
  });
}

/** The text with a line a member. */
export function pretty(text) {
  return indented(decode(text), '');
}

function indented(value, margin) {
  const isNode = value !== null && typeof value === 'object' && !(value instanceof NumberText);
  if (!isNode) return encode(value);
  const deeper = `${margin}  `;
  const isList = Array.isArray(value);
  const items = Object.entries(value).map(([key, item]) => `${deeper}${isList ? '' : `${JSON.stringify(key)}: `}${indented(item, deeper)}`);
  const [open, close] = isList ? '[]' : '{}';
  return items.length ? `${open}\n${items.join(',\n')}\n${margin}${close}` : open + close;
}
