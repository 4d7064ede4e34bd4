// Puts the explorer together: what the host tells of itself, the list, and the page of a place.

import { element, replaceChildren } from './dom.js';
import { icon } from './icons.js';
import { Metadata } from './metadata.js';
import { OperationPage } from './operation_page.js';
import { linkTo, onPlace } from './router.js';
import { Session } from './session.js';
import { Sidebar } from './sidebar.js';
import { SignIn } from './sign_in.js';
import { unknownOperation, welcome } from './welcome.js';

async function start() {
  const metadata = await Metadata.load();
  const session = new Session();
  const signIn = new SignIn(session);
  const context = { metadata, session, signIn };
  const sidebar = new Sidebar(metadata);
  const main = element('main', { id: 'main' });
  const menu = element('button', { type: 'button', class: 'quiet icon-button menu', 'aria-label': 'Operations', 'aria-controls': 'sidebar', 'aria-expanded': 'false', click: () => toggleMenu() }, icon('menu'));
  const hasSignIn = metadata.hasProvider('credentials');
  replaceChildren(
    document.body,
    element('a', { class: 'skip', href: '#main' }, 'Skip to the operation'),
    element('header', { class: 'bar' }, menu, element('h1', {}, element('a', { href: linkTo({}) }, metadata.serviceName)), element('span', { class: 'kind' }, 'API Explorer'), hasSignIn && signIn.node),
    sidebar.node,
    element('div', { class: 'veil', click: () => toggleMenu(false) }),
    main,
    signIn.dialog,
  );
  document.body.addEventListener('keydown', (event) => event.key === 'Escape' && toggleMenu(false));

  function toggleMenu(isOpen = !document.body.classList.contains('menu-open')) {
    document.body.classList.toggle('menu-open', isOpen);
    menu.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) sidebar.search.focus();
  }

  /** Pages stay, so that what was typed is there when one comes back. */
  const pages = new Map();
  let shown = null;
  onPlace((place) => {
    const operation = place.operation ? metadata.operation(place.operation) : null;
    const name = operation?.request.name ?? '';
    toggleMenu(false);
    sidebar.show({ ...place, operation: name });
    document.title = [name || place.operation, metadata.serviceName].filter(Boolean).join(' · ');
    if (operation && !pages.has(name)) pages.set(name, new OperationPage(operation, context));
    pages.get(name)?.show(place);
    const node = pages.get(name)?.node ?? (place.operation ? unknownOperation(place.operation) : welcome(metadata));
    if (node === shown) return;
    replaceChildren(main, node);
    scrollTo(0, 0);
    // Who goes on by keyboard or hears the page begins at its title.
    if (shown) node.querySelector('.title').focus({ preventScroll: true });
    shown = node;
  });
  if (!hasSignIn) return;
  await session.refresh();
  // Some operations may only be seen by those who may call them.
  const seeAnew = async () => {
    if (!metadata.hasSameOperations(await Metadata.load())) location.reload();
  };
  session.addEventListener('change', seeAnew);
}

start().catch((fault) => {
  replaceChildren(document.body, element('main', { class: 'failure' }, element('h1', {}, 'The API explorer cannot start'), element('p', { role: 'alert' }, fault.message)));
  throw fault;
});
