// What came back: the status, what it cost, the body, and pictures of what is to be scanned.

import { codeView } from './code_view.js';
import { copyButton } from './copy_button.js';
import { element } from './dom.js';
import { strictText } from './formats/formats.js';
import { encode, pretty } from './formats/json.js';
import { hexDump } from './formats/hex_dump.js';
import { qrCode } from './qr_code.js';
import { sizeText, timeText } from './send.js';
import { textsIn } from './texts.js';

/** Texts that are made for the camera of a phone. */
const SCANNED = 'otpauth://';

/** Long texts in these are read, not compared by column. */
const WRAPPED = new Set(['json', 'jsv', 'xml']);

/** The content of the reply's panel. */
export function replyPanel(reply, curl) {
  return [facts(reply), body(reply), scanned(reply), headers(reply), element('h4', {}, 'curl'), codeView(curl, { label: 'curl line of this reply', wrap: true })];
}

function facts({ status, statusText, isOk, bytes, encodedSize, firstByte, total, contentType }) {
  const compressed = encodedSize < bytes.length ? ` (${sizeText(encodedSize)} compressed)` : '';
  return element(
    'p',
    { class: 'facts' },
    element('strong', { class: `status ${isOk ? 'is-ok' : 'is-error'}` }, `${status} ${statusText}`),
    element('span', {}, `${sizeText(bytes.length)}${compressed}${contentType ? ` of ${contentType.split(';')[0]}` : ''}`),
    element('span', { title: `first byte after ${timeText(firstByte)}` }, timeText(total)),
  );
}

function body({ format, bytes, value }) {
  if (bytes.length === 0) return element('p', { class: 'empty' }, 'The reply has no body.');
  const text = format ? format.show(bytes) : strictText(bytes) ?? hexDump(bytes);
  const raw = format?.isBinary ? text : strictText(bytes) ?? text;
  return [
    codeView(text, { language: format?.name, label: 'Reply body', copied: raw, wrap: WRAPPED.has(format?.name) }),
    format?.isBinary && element('details', { class: 'headers' }, element('summary', {}, 'Decoded'), codeView(pretty(encode(value)), { language: 'json', label: 'Reply body, decoded' })),
  ];
}

function scanned({ value }) {
  const found = [...textsIn(value)].filter(({ text }) => text.startsWith(SCANNED));
  return found.map(({ path, text }) => element(
    'figure',
    { class: 'scan' },
    qrCode(text, `QR code of ${path}`),
    element('figcaption', {}, element('strong', {}, path || 'Value'), element('p', {}, 'Scan it with an authenticator app.'),
      element('div', { class: 'uri' }, element('code', {}, text), copyButton(`Copy: ${path}`, () => text))),
  ));
}

function headers({ headers: list }) {
  return element('details', { class: 'headers' }, element('summary', {}, `Headers (${list.length})`),
    element('dl', {}, list.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])));
}
