// The few icons, as strokes on a 24 by 24 grid.

import { svgElement } from './dom.js';

const STROKES = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'M5 13l4 4L19 7',
};

/** The icon of that name; it says nothing to screen readers, so its button needs a label. */
export function icon(name) {
  return svgElement(
    'svg',
    { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' },
    svgElement('path', { d: STROKES[name] }),
  );
}
