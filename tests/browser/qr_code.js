// What a scanner reads from the pixels on the screen.

import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in a screenshot; `null` if none can be read. */
export function scan(screenshot) {
  const { data, width, height } = PNG.sync.read(screenshot);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
