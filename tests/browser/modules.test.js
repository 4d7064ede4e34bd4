// The explorer's own modules, where a small input can go wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';

const ASSETS = new URL('../../crates/gateway/assets/ui/', import.meta.url);
const { curlLine } = await import(new URL('curl.js', ASSETS));
const { pieces } = await import(new URL('prose.js', ASSETS));
const { decoded } = await import(new URL('router.js', ASSETS));

test('code stands between two backticks, and one alone is a backtick', () => {
  assert.deepEqual(pieces('An `x` or `y`'), [{ words: 'An ' }, { code: 'x' }, { words: ' or ' }, { code: 'y' }]);
  assert.deepEqual(pieces("it`s one, `two` and ` three"), [{ words: 'it' }, { code: 's one, ' }, { words: 'two' }, { code: ' and ' }, { words: ' three' }]);
  assert.deepEqual(pieces('a ` b'), [{ words: 'a ` b' }]);
  assert.deepEqual(pieces(''), []);
});

test('a curl line takes braces and brackets of an address as they are', () => {
  const call = { method: 'GET', headers: {}, url: 'http://host/x?map={a:[1]}' };
  assert.equal(curlLine(call), "curl -g 'http://host/x?map={a:[1]}'");
  assert.equal(curlLine({ ...call, url: "http://host/it's" }, 'me'), "curl 'http://host/it'\\''s' -u 'me'");
});

test('a malformed name in an address is a name that no operation has', () => {
  assert.equal(decoded('A%20b'), 'A b');
  assert.equal(decoded('%E0%A4%A'), '%E0%A4%A');
});
