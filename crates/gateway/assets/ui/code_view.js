// A block of text with colors and a button to copy it.

import { copyButton } from './copy_button.js';
import { element } from './dom.js';
import { highlighted } from './highlight.js';

/** The block; it can be scrolled with the keyboard, so it takes the focus and has a label. */
export function codeView(text, { language = 'none', label, wrap = false, copied = text }) {
  return element(
    'div',
    { class: `code${wrap ? ' wraps' : ''}` },
    element('pre', { tabindex: '0', role: 'region', 'aria-label': label }, element('code', {}, highlighted(text, language))),
    copyButton(`Copy: ${label}`, () => copied),
  );
}
