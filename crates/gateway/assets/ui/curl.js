// The same call for a terminal.

import { strictText } from './formats/formats.js';

/** A command line for a POSIX shell; `user` is asked for a password where a sign-in is needed. */
export function curlLine(call, user = null) {
  const words = ['curl'];
  // Else curl takes braces and brackets for a list of addresses.
  if (/[{}[\]]/.test(call.url)) words.push('-g');
  if (call.method !== 'GET') words.push('-X', call.method);
  words.push(quoted(call.url));
  if (user) words.push('-u', quoted(user));
  for (const [name, value] of Object.entries(call.headers)) words.push('-H', quoted(`${name}: ${value}`));
  if (!call.body) return words.join(' ');
  const text = call.format.isBinary ? null : strictText(call.body);
  if (text !== null) return [...words, '--data-binary', quoted(text)].join(' ');
  return `printf %s ${base64(call.body)} | base64 -d | ${[...words, '--data-binary', '@-'].join(' ')}`;
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
