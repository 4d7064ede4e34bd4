// A text as a QR code, for the camera of a phone.

import { svgElement } from './dom.js';
import { encode } from './vendor/uqr.js';

/** Modules of quiet zone around the code, as ISO/IEC 18004 wants them. */
const QUIET_ZONE = 4;

/** The picture: dark on light in any color scheme, or scanners fail. */
export function qrCode(text, label) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return svgElement(
    'svg',
    { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    svgElement('rect', { width: size, height: size, fill: '#fff' }),
    svgElement('path', { d: path, fill: '#000' }),
  );
}
