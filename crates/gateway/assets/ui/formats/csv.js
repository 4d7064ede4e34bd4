// CSV: a row of names, a row of values; what is no scalar stands in its cell as JSV.

import { encode as encodeJsv } from './jsv.js';

/** CSV text of one object. */
export function encode(value) {
  const names = Object.keys(value);
  const cells = Object.values(value).map((item) => (typeof item === 'string' ? item : encodeJsv(item)));
  return `${names.map(cell).join(',')}\r\n${cells.map(cell).join(',')}\r\n`;
}

/** Reads CSV into an object a row. */
export function decode(text) {
  const [names = [], ...rows] = table(text);
  return rows.map((row) => Object.fromEntries(row.map((item, at) => [names[at] ?? at, item])));
}

/** CSV is as readable as it gets. */
export function pretty(text) {
  return text;
}

function cell(text) {
  return /["\r\n,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(text) {
  const rows = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [whole, quoted, bare, end] = match;
    if (whole === '' && match.index === text.length) break;
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',' && match.index + whole.length < text.length) rows.push([]);
  }
  return rows.filter((row) => row.length);
}
