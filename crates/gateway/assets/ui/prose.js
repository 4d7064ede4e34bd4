// Descriptions: running text in which names stand between backticks.

import { element } from './dom.js';

/** The text as nodes, what stands between backticks as code. */
export function prose(text) {
  return (text ?? '').split('`').map((part, at) => (at % 2 ? element('code', {}, part) : part));
}
