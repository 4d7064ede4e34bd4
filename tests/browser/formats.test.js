// What the explorer's forms send is what the host reads, in every format that can be sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CONFORMANCE } from './hosts.js';

const ASSETS = new URL('../../crates/gateway/assets/ui/', import.meta.url);
const { buildCall, waysTo } = await import(new URL('call.js', ASSETS));
const { Metadata } = await import(new URL('metadata.js', ASSETS));
const { FORMATS, hostName } = await import(new URL('formats/formats.js', ASSETS));
const { NumberText } = await import(new URL('formats/json.js', ASSETS));
const { ROOT } = await import(new URL('host.js', ASSETS));

const answer = await fetch(`${CONFORMANCE}/metadata/app.json`);
const metadata = new Metadata(await answer.json());
const operation = metadata.operation('AllTypes');
const [json] = FORMATS;

/** Every kind of member, with texts that delimiters, quotes and markup stand in. */
const VALUES = {
  int: new NumberText('-7'),
  long: new NumberText('9007199254740993'),
  double: new NumberText('1.5'),
  decimal: new NumberText('12.30'),
  bool: true,
  char: 'x',
  string: 'a,"b" <c> & {d}: [é]\n#',
  dateTime: '2001-02-03T04:05:06Z',
  timeSpan: 'PT1H30M',
  guid: '0123456789abcdef0123456789abcdef',
  bytes: 'AQID',
  enum: 'Blue',
  flags: new NumberText('3'),
  memberEnum: 'the second',
  stringList: ['a', 'b,c', ''],
  intList: [1, 2],
  matrix: [[1], [2, 3]],
  stringMap: { a: 'b', 'c:d': '"e"' },
  nestedMap: { k: { id: 1, name: 'n' } },
  listMap: { k: ['x', 'y'] },
  nested: { id: 1, name: 'one', child: { id: 2, name: 'two' } },
  nestedList: [{ id: 3 }, { id: 4, name: 'four' }],
};

function send(way, values, requestFormat, replyFormat) {
  const call = buildCall({ metadata, operation, way, values, requestFormat, replyFormat });
  assert.ok(call.url.startsWith(ROOT));
  return fetch(CONFORMANCE + '/' + call.url.slice(ROOT.length), { method: call.method, headers: call.headers, body: call.body });
}

async function sent(format, way) {
  const response = await send(way, VALUES, format, json);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}

const ways = waysTo(operation);
const [route, api] = [ways.find(({ isRoute }) => isRoute), ways.find(({ isRoute }) => !isRoute)];
const offered = FORMATS.filter((format) => hostName(format, metadata.contentTypes));

test('the host offers the formats that the switch has', () => {
  assert.deepEqual(offered.map(({ name }) => name), ['json', 'jsv', 'xml', 'csv', 'x-msgpack']);
  assert.deepEqual(offered, FORMATS);
});

for (const format of offered) {
  test(`all types arrive in ${format.label} as they do in JSON`, async () => {
    const expected = await sent(json, route);
    assert.match(expected, /"long":9007199254740993/);
    assert.match(expected, /"memberEnum":"the second"/);
    assert.equal(await sent(format, route), expected);
    assert.equal(await sent(format, api), expected);
  });

  test(`a reply in ${format.label} is read back`, async () => {
    const response = await send(route, { string: 'text, "quoted" <&>', int: new NumberText('5') }, json, format);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const value = format.decode(bytes);
    const row = Array.isArray(value) ? value[0] : value;
    const member = Object.entries(row).find(([name]) => name.toLowerCase() === 'string');
    assert.equal(member?.[1], 'text, "quoted" <&>');
    assert.ok(format.show(bytes).length > 0);
  });
}

test('values stand in the query where there is no body', async () => {
  const get = ways.find(({ verb }) => verb === 'GET');
  const expected = await (await send(route, { string: 'a&b', intList: [1, 2] }, json, json)).text();
  const response = await send(get, { string: 'a&b', intList: [1, 2] }, json, json);
  assert.equal(await response.text(), expected);
});

