// An example of a value, so that nobody has to look up what a nested type holds.

import { encode, NumberText, pretty } from './formats/json.js';

const DEEPEST = 2;

/** JSON of an example, a line a member. */
export function sampleText(type, metadata) {
  return pretty(encode(sample(type.inner, metadata, 0)));
}

function sample(type, metadata, depth) {
  if (type.isNullable) return sample(type.inner, metadata, depth);
  if (type.isList) return [sample(type.args[0], metadata, depth)];
  if (type.isMap) return { [String(sample(type.args[0], metadata, depth))]: sample(type.args[1], metadata, depth) };
  const described = metadata.describe(type);
  if (described?.isEnum) return described.enumMemberValues?.[0] ?? described.enumNames?.[0] ?? '';
  if (described) return sampleObject(type, metadata, depth);
  return SCALARS[type.name] ?? (type.isNumber ? new NumberText('0') : 'text');
}

/** A class within itself is left out from the second time on. */
function sampleObject(type, metadata, depth) {
  if (depth >= DEEPEST) return null;
  const members = metadata.members(type)
    .filter((member) => member.type.inner.name !== type.name || depth + 1 < DEEPEST - 1)
    .map((member) => [metadata.wireName(member.property), sample(member.type, metadata, depth + 1)]);
  return Object.fromEntries(members);
}

const SCALARS = {
  Boolean: false,
  Guid: '00000000-0000-0000-0000-000000000000',
  DateTime: '2000-01-01T00:00:00Z',
  DateTimeOffset: '2000-01-01T00:00:00Z',
  DateOnly: '2000-01-01',
  TimeSpan: 'PT1H',
  TimeOnly: '12:00',
  Char: 'a',
};
