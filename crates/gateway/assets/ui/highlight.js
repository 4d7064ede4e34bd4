// Colors for source text of any language: comments, texts, numbers, words and names of types.

import { element } from './dom.js';

const WORDS = new Set(
  ('abstract and as async await base bool boolean break byte case char class const constructor data dataclass def default defer double dynamic '
  + 'else end enum export extends extension false final float fn for from fun func function get if impl implements import in include inherit init inout '
  + 'int interface is let long member module mut namespace nil none None null object of open override package partial private protected pub public '
  + 'readonly record require required return sealed self set short static string struct super switch this trait true True False try type typealias '
  + 'typing undefined use using val var virtual void where while with yield').split(' '),
);
const GENERAL = /(?<comment>\/\*[^]*?\*\/|\/\/[^\n]*|(?<=^|\n)\s*(?:#(?!\[)|''')[^\n]*|"""[^]*?""")|(?<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`)|(?<number>\b\d[\d_.]*\b)|(?<mark>[@#]\[?\w+)|(?<word>[A-Za-z_]\w*)/g;
const JSON_TEXT = /(?<name>"(?:\\.|[^"\\])*"(?=\s*:))|(?<text>"(?:\\.|[^"\\])*")|(?<number>-?\b\d[\d.eE+-]*)|(?<keyword>\b(?:true|false|null)\b)/g;
const JSV_TEXT = /(?<name>(?<=[{,\n]\s*)[A-Za-z_]\w*(?=:))|(?<text>"(?:""|[^"])*")/g;
const XML_TEXT = /(?<name><[/?]?[\w:.-]+|[/?]?>)|(?<text>"[^"]*")/g;

const PATTERNS = { json: JSON_TEXT, jsv: JSV_TEXT, xml: XML_TEXT, general: GENERAL };

/** `text` as nodes; `language` is a format's name, or `general`. */
export function highlighted(text, language) {
  const pattern = PATTERNS[language];
  if (!pattern) return [text];
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const kind = kindOf(match.groups);
    if (!kind) continue;
    nodes.push(text.slice(at, match.index), element('span', { class: `code-${kind}` }, match[0]));
    at = match.index + match[0].length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function kindOf(groups) {
  const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined);
  if (kind !== 'word') return kind;
  if (WORDS.has(found)) return 'keyword';
  return /^[A-Z]\w*[a-z]/.test(found) ? 'type' : null;
}
