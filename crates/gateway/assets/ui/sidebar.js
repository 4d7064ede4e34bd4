// The operations by tag, with a search.

import { element, replaceChildren } from './dom.js';
import { icon } from './icons.js';
import { needsSignIn } from './metadata.js';
import { linkTo } from './router.js';

/** The list; `show(place)` marks where one is. */
export class Sidebar {
  constructor(metadata) {
    this.metadata = metadata;
    this.place = {};
    this.search = element('input', { type: 'search', placeholder: 'Search operations', 'aria-label': 'Search operations', autocomplete: 'off', input: () => this.list(), keydown: (event) => this.keyed(event) });
    this.groups = element('div', { class: 'groups' });
    this.node = element('nav', { class: 'sidebar', id: 'sidebar', 'aria-label': 'Operations' }, this.search, this.groups);
    this.list();
  }

  show(place) {
    const isElsewhere = place.operation !== this.place.operation;
    this.place = place;
    if (isElsewhere) this.list();
  }

  list() {
    const wanted = this.search.value.trim().toLowerCase();
    const isWanted = ({ request, routes = [] }) => [request.name, ...routes.map(({ path }) => path)].some((text) => text.toLowerCase().includes(wanted));
    const groups = this.metadata.operationsByTag()
      .map(([tag, operations]) => [tag, operations.filter(isWanted)])
      .filter(([, operations]) => operations.length);
    replaceChildren(this.groups, groups.map(([tag, operations]) => this.group(tag, operations, wanted)),
      groups.length === 0 && element('p', { class: 'hint', role: 'status' }, 'No operation has that name.'));
  }

  group(tag, operations, wanted) {
    const isHere = operations.some(({ request }) => request.name === this.place.operation);
    const isOpen = wanted !== '' || isHere || !this.metadata.isQuietTag(tag);
    return element('details', { open: isOpen }, element('summary', {}, tag || 'APIs', element('span', { class: 'count' }, operations.length)),
      element('ul', {}, operations.map((operation) => this.item(operation))));
  }

  item(operation) {
    return operationItem(operation, this.place);
  }

  /** Enter opens the first operation that was found. */
  keyed(event) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.groups.querySelector('a')?.click();
  }
}

/** An operation in a list, with a link to it; more about it stands under its name. */
export function operationItem(operation, place, about = null) {
  const { name } = operation.request;
  const { method = 'POST' } = operation;
  const isHere = name === place.operation;
  const isLocked = needsSignIn(operation);
  return element('li', {}, element(
    'a',
    { href: linkTo({ operation: name, tab: place.tab }), 'aria-current': isHere ? 'page' : null, title: name },
    element('span', { class: `verb is-${method.toLowerCase()}` }, method),
    element('span', { class: 'name' }, breakable(name), about),
    isLocked && element('span', { class: 'lock', title: 'needs a sign-in' }, icon('lock'), element('span', { class: 'off-screen' }, ' needs a sign-in')),
  ));
}

/** A name that may break before its capitals. */
export function breakable(name) {
  return name.split(/(?<=[a-z0-9]|[A-Z]{2})(?=[A-Z][a-z])/).flatMap((part) => [part, element('wbr')]);
}
