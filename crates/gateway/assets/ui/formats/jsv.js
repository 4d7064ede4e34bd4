// JSV: texts are bare unless a delimiter stands in them, and a quote in quotes is doubled.

/** JSV text of a value. */
export function encode(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
  if (typeof value === 'object' && value.constructor === Object) {
    const members = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
    return `{${members.map(([key, item]) => `${quoted(key)}:${encode(item)}`).join(',')}}`;
  }
  return quoted(String(value));
}

/**
 * Reads JSV into objects, lists and texts; JSV itself tells no more.
 * @throws {SyntaxError} where it is none.
 */
export function decode(text) {
  const reader = new Reader(text.trim());
  const value = reader.value('');
  if (reader.at < reader.text.length) throw new SyntaxError(`text after the end, at ${reader.at}`);
  return value;
}

/** The text with a line a member. */
export function pretty(text) {
  return indented(decode(text), '');
}

function quoted(text) {
  if (text === '') return '""';
  return /["{}[\],:\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  value(ends) {
    const c = this.text[this.at];
    if (c === '{') return this.object();
    if (c === '[') return this.list();
    return this.scalar(ends);
  }

  object() {
    const members = {};
    this.at += 1;
    while (!this.take('}')) {
      const key = this.scalar(':');
      this.expect(':');
      members[key ?? ''] = this.value(',}');
      if (!this.take(',') && this.text[this.at] !== '}') this.expect('}');
    }
    return members;
  }

  list() {
    const items = [];
    this.at += 1;
    while (!this.take(']')) {
      items.push(this.value(',]'));
      if (!this.take(',') && this.text[this.at] !== ']') this.expect(']');
    }
    return items;
  }

  scalar(ends) {
    if (this.text[this.at] === '"') {
      const match = /"((?:[^"]|"")*)"/y;
      match.lastIndex = this.at;
      const found = match.exec(this.text);
      if (!found) throw new SyntaxError(`a quote without its end, at ${this.at}`);
      this.at = match.lastIndex;
      return found[1].replaceAll('""', '"');
    }
    const start = this.at;
    while (this.at < this.text.length && !ends.includes(this.text[this.at])) this.at += 1;
    return this.at > start ? this.text.slice(start, this.at) : null;
  }

  take(c) {
    if (this.text[this.at] !== c) return false;
    this.at += 1;
    return true;
  }

  expect(c) {
    if (!this.take(c)) throw new SyntaxError(`'${c}' is missing, at ${this.at}`);
  }
}

function indented(value, margin) {
  if (value === null || typeof value !== 'object') return encode(value);
  const deeper = `${margin}  `;
  const isList = Array.isArray(value);
  const items = Object.entries(value).map(([key, item]) => `${deeper}${isList ? '' : `${quoted(key)}: `}${indented(item, deeper)}`);
  const [open, close] = isList ? '[]' : '{}';
  return items.length ? `${open}\n${items.join(',\n')}\n${margin}${close}` : open + close;
}
