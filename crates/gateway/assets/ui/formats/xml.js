// XML as .NET's data contracts have it: an element a member, in the order that they demand.

const ARRAYS = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';
const CONTRACTS = 'http://schemas.datacontract.org/2004/07/';
const SERVICE_STACK = 'http://schemas.servicestack.net/types';
const ITEM_NAMES = {
  String: 'string', Boolean: 'boolean', Char: 'char', Byte: 'unsignedByte', SByte: 'byte',
  Int16: 'short', UInt16: 'unsignedShort', Int32: 'int', UInt32: 'unsignedInt', Int64: 'long',
  UInt64: 'unsignedLong', Single: 'float', Double: 'double', Decimal: 'decimal', Guid: 'guid',
  DateTime: 'dateTime', TimeSpan: 'duration',
};
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML text of a value of that type. */
export function encode(value, type, metadata) {
  return elementOf(type.name, value, type, metadata, '');
}

/**
 * Reads XML: an element with elements becomes an object, one with text a text.
 * @throws {SyntaxError} where elements do not close.
 */
export function decode(text) {
  const root = { children: [], text: '' };
  const open = [root];
  for (const [token] of text.matchAll(/<!--[^]*?-->|<[?!][^>]*>|<[^>]+>|[^<]+/g)) {
    const node = open.at(-1);
    if (!token.startsWith('<')) node.text += unescaped(token);
    else if (token.startsWith('</')) open.pop();
    else if (!/^<[?!]/.test(token)) {
      const child = { name: /^<(?:[\w.-]+:)?([^\s/>]+)/.exec(token)?.[1] ?? '', children: [], text: '' };
      node.children.push(child);
      if (!token.endsWith('/>')) open.push(child);
    }
    if (open.length === 0) throw new SyntaxError('an element closes that was not open');
  }
  if (open.length > 1) throw new SyntaxError(`element ${open.at(-1).name} does not close`);
  return root.children.length ? contentOf(root.children[0]) : null;
}

/** The text with a line an element. */
export function pretty(text) {
  let depth = 0;
  const lines = text.replace(/>\s*</g, '>\n<').split('\n').map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const shown = '  '.repeat(Math.max(depth, 0)) + line;
    if (/^<[^?!/]/.test(line) && !/\/>$|<\//.test(line)) depth += 1;
    return shown;
  });
  return lines.join('\n');
}

function elementOf(name, value, type, metadata, namespace) {
  const own = namespaceOf(type, metadata);
  const attribute = own && own !== namespace ? ` xmlns="${escaped(own)}"` : '';
  const content = contentFor(value, type.inner, metadata, own ?? namespace);
  return content === '' ? `<${name}${attribute}/>` : `<${name}${attribute}>${content}</${name}>`;
}

/** A member's element is in its class's namespace, what it holds in that of its own type. */
function contentFor(value, type, metadata, namespace) {
  if (type.isList && Array.isArray(value)) {
    const item = type.args[0];
    return value.map((entry) => elementOf(itemName(item), entry, item, metadata, namespace)).join('');
  }
  if (type.isMap && isObject(value)) {
    const [keys, values] = type.args;
    const name = `KeyValueOf${itemName(keys)}${itemName(values)}`;
    return Object.entries(value).map(([key, item]) => `<${name}>${part('Key', key, keys, metadata)}${part('Value', item, values, metadata)}</${name}>`).join('');
  }
  if (isObject(value)) return membersOf(value, type, metadata, namespace);
  if (type.name === 'Char') return String(String(value).codePointAt(0) ?? 0);
  return escaped(String(value ?? ''));
}

function part(name, value, type, metadata) {
  return `<${name}>${contentFor(value, type.inner, metadata, null)}</${name}>`;
}

/** The members of bases come first, then a class's own by name; nulls are left out. */
function membersOf(value, type, metadata, namespace) {
  const given = new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
  const members = metadata.members(type);
  const depth = [...new Set(members.map(({ declaredIn }) => declaredIn))].reverse();
  const rank = ({ declaredIn, property }) => [depth.indexOf(declaredIn), property.dataMember?.order ?? -1, property.name];
  return members
    .toSorted((a, b) => compareRanks(rank(a), rank(b)))
    .map((member) => ({ ...member, item: given.get(metadata.wireName(member.property).toLowerCase()) ?? given.get(member.property.name.toLowerCase()) }))
    .filter(({ item }) => item !== undefined && item !== null)
    .map(({ property, type: memberType, item }) => memberElement(property, item, memberType, metadata, namespace))
    .join('');
}

function memberElement(property, item, type, metadata, namespace) {
  const name = property.dataMember?.name ?? property.name;
  const inner = type.inner;
  const own = namespaceOf(inner, metadata);
  const isForeignList = inner.isList && Array.isArray(item) && own && own !== namespace;
  if (!isForeignList) return `<${name}>${contentFor(item, inner, metadata, namespace)}</${name}>`;
  const items = item.map((entry) => prefixed(entry, inner.args[0], metadata));
  return `<${name} xmlns:d="${escaped(own)}">${items.join('')}</${name}>`;
}

function prefixed(entry, type, metadata) {
  return `<d:${itemName(type)}>${contentFor(entry, type.inner, metadata, null)}</d:${itemName(type)}>`;
}

function compareRanks(a, b) {
  const at = a.findIndex((item, index) => item !== b[index]);
  if (at < 0) return 0;
  return a[at] < b[at] ? -1 : 1;
}

function itemName(type) {
  const inner = type.inner;
  if (inner.isBytes) return 'base64Binary';
  if (inner.isList) return `ArrayOf${itemName(inner.args[0])}`;
  return ITEM_NAMES[inner.name] ?? inner.name;
}

function namespaceOf(type, metadata) {
  if (type.isList && !metadata.describe(type.args[0].inner)) return ARRAYS;
  const described = metadata.describe(type.isList ? type.args[0].inner : type);
  if (!described || described.isEnum) return null;
  return described.dataContract || described.namespace?.startsWith('ServiceStack') ? SERVICE_STACK : CONTRACTS + (described.namespace ?? '');
}

function contentOf(node) {
  if (node.children.length === 0) return node.text;
  const names = new Set(node.children.map(({ name }) => name));
  // The same name again and again, or the name of a list's items: a list.
  if (names.size === 1 && node.children.length > 1) return node.children.map(contentOf);
  return Object.fromEntries(node.children.map((child) => [child.name, contentOf(child)]));
}

function escaped(text) {
  const names = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', '\r': '#13' };
  return text.replace(/[&<>"\r]/g, (c) => `&${names[c]};`);
}

function unescaped(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : ENTITIES[name] ?? whole;
  });
}

function isObject(value) {
  return value !== null && typeof value === 'object' && value.constructor === Object;
}
