// The Details tab: what the operation is for, how it is reached, who may call it, and its types.

import { ClrType } from './clr_type.js';
import { element } from './dom.js';
import { addressOf } from './host.js';
import { isRequired, needsSignIn, requestType } from './metadata.js';
import { prose } from './prose.js';

/** The tab. */
export function detailsTab(operation, metadata) {
  const { request, returnType } = operation;
  const types = typesOf(operation, metadata);
  return element(
    'div',
    { class: 'details' },
    request.notes && element('p', {}, prose(request.notes)),
    section('Access', access(operation)),
    section('Routes', routes(operation, metadata)),
    section('Returns', element('p', {}, returnType ? element('code', {}, String(ClrType.parse(returnType.name, returnType.genericArgs))) : 'nothing')),
    types.map((type) => typeSection(type, metadata)),
    element('p', {}, element('a', { href: addressOf(`json/metadata?op=${encodeURIComponent(request.name)}`) }, 'The metadata page of this operation')),
  );
}

function section(title, ...content) {
  return element('section', { class: 'card' }, element('h3', {}, title), content);
}

function access(operation) {
  if (!needsSignIn(operation)) return element('p', {}, 'Anybody may call it.');
  const demands = [
    ['Roles, all of', operation.requiredRoles],
    ['Roles, one of', operation.requiresAnyRole],
    ['Permissions, all of', operation.requiredPermissions],
    ['Permissions, one of', operation.requiresAnyPermission],
  ].filter(([, names]) => names?.length);
  return [element('p', {}, 'Only for those who are signed in.'), demands.map(([label, names]) => element('p', {}, `${label}: `, element('strong', {}, names.join(', '))))];
}

function routes({ routes: stated = [], request, method }, metadata) {
  const formats = Object.keys(metadata.contentTypes).join(', ');
  const rows = [
    ...stated.map(({ path, verbs, summary, notes }) => [verbs?.replaceAll(',', ', ') ?? 'any verb', path, [summary, notes].filter(Boolean).join(' ')]),
    [method ?? 'POST', `/api/${request.name}`, 'in JSON; with a suffix in any other format'],
    [method ?? 'POST', `/{format}/reply/${request.name}`, `format: ${formats}`],
  ];
  return table(['Verbs', 'Path', 'About'], rows.map(([verbs, path, about]) => [element('strong', {}, verbs), element('code', {}, path), about]));
}

function typeSection(type, metadata) {
  const described = metadata.describe(type);
  return element(
    'section',
    { class: 'card' },
    element('h3', {}, String(type), element('span', { class: 'type' }, described.isEnum ? 'enum' : described.namespace)),
    described.description && element('p', {}, prose(described.description)),
    described.isEnum ? enumTable(described) : memberTable(type, described, metadata),
  );
}

function memberTable(type, described, metadata) {
  const members = metadata.members(type);
  if (members.length === 0) return element('p', { class: 'hint' }, 'No members.');
  return table(['Name', 'Type', 'Use', 'Description'], members.map(({ property, type: memberType, declaredIn }) => [
    element('code', { class: 'member' }, metadata.wireName(property)),
    element('code', {}, String(memberType)),
    isRequired(property) ? element('strong', {}, 'required') : element('span', { class: 'hint' }, 'optional'),
    [prose(property.description), declaredIn !== described && element('span', { class: 'hint' }, ` from ${declaredIn.name.replace(/`\d+$/, '')}`)],
  ]));
}

function enumTable({ enumNames = [], enumValues = [], enumMemberValues = [], enumDescriptions = [] }) {
  return table(['Name', 'Value', 'Description'], enumNames.map((name, at) => [element('code', { class: 'member' }, name), enumMemberValues[at] ?? enumValues[at] ?? String(at), enumDescriptions[at] ?? '']));
}

/** A table; a column in which nothing stands is left out. */
function table(heads, rows) {
  const columns = [...heads.keys()].filter((at) => rows.some((cells) => hasContent(cells[at])));
  const kind = (at) => (['About', 'Description'].includes(heads[at]) ? 'running' : null);
  return element('div', { class: 'table' }, element('table', {}, element('thead', {}, element('tr', {}, columns.map((at) => element('th', { scope: 'col' }, heads[at])))),
    element('tbody', {}, rows.map((cells) => element('tr', {}, columns.map((at) => element('td', { class: kind(at) }, cells[at])))))));
}

const hasContent = (cell) => (Array.isArray(cell) ? cell.some(hasContent) : Boolean(cell));

/** The request's type, the response's, and all that they lead to, each once. */
function typesOf({ request, returnType }, metadata) {
  const found = new Map();
  const visit = (type) => {
    [...type.args].forEach(visit);
    if (found.has(String(type)) || !metadata.describe(type) || type.name === 'IReturn') return;
    found.set(String(type), type);
    metadata.members(type).forEach((member) => visit(member.type));
  };
  visit(requestType({ request }));
  if (returnType) visit(ClrType.parse(returnType.name, returnType.genericArgs));
  return [...found.values()];
}
