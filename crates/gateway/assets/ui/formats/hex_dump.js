// Bytes for the eye: offset, sixteen in hexadecimal, and what of them is readable.

const WIDTH = 16;

/** The dump, a line for sixteen bytes. */
export function hexDump(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += WIDTH) {
    const row = [...bytes.subarray(at, at + WIDTH)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const readable = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(WIDTH * 3 - 1)}  ${readable}`);
  }
  return lines.join('\n');
}
