// Descriptions: running text in which names stand between backticks.

import { element } from './dom.js';

/** The text as nodes, what stands between backticks as code. */
export function prose(text) {
  return pieces(text ?? '').map(({ code, words }) => (code === undefined ? words : element('code', {}, code)));
}

/** The text taken apart; a backtick without its other stays what it is. */
export function pieces(text) {
  const found = [];
  let end = 0;
  for (const { 0: whole, 1: code, index } of text.matchAll(/`([^`]*)`/g)) {
    found.push({ words: text.slice(end, index) }, { code });
    end = index + whole.length;
  }
  found.push({ words: text.slice(end) });
  return found.filter(({ words }) => words !== '');
}
