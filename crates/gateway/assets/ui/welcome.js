// What stands there before an operation is chosen.

import { element } from './dom.js';
import { addressOf } from './host.js';
import { prose } from './prose.js';
import { operationItem } from './sidebar.js';

/** The page. */
export function welcome(metadata) {
  const { operations, serviceName, description } = metadata;
  const links = [['Metadata', 'metadata'], ['Types for other languages', 'types'], ['OpenAPI', 'openapi.json']];
  return element(
    'article',
    { class: 'welcome' },
    element('h2', { class: 'title', tabindex: '-1' }, serviceName),
    element('p', { class: 'lead' }, description.app?.serviceDescription ?? `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}. Choose one to call it, to read about it, or to get its types.`),
    element('ul', { class: 'links' }, links.map(([label, path]) => element('li', {}, element('a', { href: addressOf(path) }, label)))),
    element('div', { class: 'groups' }, metadata.operationsByTag().map(([tag, list]) => element(
      'section',
      { class: 'card' },
      element('h3', {}, tag || 'APIs'),
      element('ul', {}, list.map((operation) => operationItem(operation, {}, about(operation)))),
    ))),
  );
}

function about({ request, routes = [] }) {
  const paths = () => routes.flatMap(({ path }) => [element('code', {}, path), ' ']);
  return element('span', { class: 'about' }, ...(request.description ? [prose(request.description)] : paths()));
}

/** The page for a name that no operation has. */
export function unknownOperation(name) {
  return element('article', { class: 'welcome' }, element('h2', { class: 'title', tabindex: '-1' }, 'No such operation'),
    element('p', {}, `The host has no operation named ${name}, or it is not visible to you.`));
}
