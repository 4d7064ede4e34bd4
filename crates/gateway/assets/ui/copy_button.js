// A button that copies a text.

import { element, replaceChildren } from './dom.js';
import { icon } from './icons.js';

const SHOWN_FOR = 1500;

/** A button for what `text()` is when it is pressed. */
export function copyButton(label, text) {
  const button = element('button', { type: 'button', class: 'quiet icon-button', 'aria-label': label, title: label, click: copy }, icon('copy'));
  async function copy() {
    await write(text());
    replaceChildren(button, icon('check'));
    button.setAttribute('aria-label', 'Copied');
    setTimeout(() => {
      replaceChildren(button, icon('copy'));
      button.setAttribute('aria-label', label);
    }, SHOWN_FOR);
  }
  return button;
}

/** The clipboard is only there on secure pages; a selection can be copied on all. */
async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = element('textarea', { class: 'off-screen', readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  return undefined;
}
