// Deep links: `/ui/{Operation}?tab=code&lang=python`.

import { ROOT } from './host.js';

/** What the address bar asks for. */
export function currentPlace() {
  const path = location.pathname.slice(new URL(ROOT).pathname.length);
  const [, name = ''] = path.split('/');
  const query = new URLSearchParams(location.search);
  return { operation: decoded(name), tab: query.get('tab') ?? 'api', lang: query.get('lang') };
}

/** A segment of a path, as it stands if it is malformed: then no operation has that name. */
export function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The address of a place. */
export function linkTo({ operation, tab = 'api', lang = null }) {
  const query = new URLSearchParams();
  if (tab !== 'api') query.set('tab', tab);
  if (lang) query.set('lang', lang);
  const path = `${ROOT}ui${operation ? `/${encodeURIComponent(operation)}` : ''}`;
  return query.size ? `${path}?${query}` : path;
}

/** Goes there; `replace` leaves no step to go back to. */
export function goTo(place, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', linkTo(place));
  dispatchEvent(new Event('place'));
}

/** Calls `show` with the place whenever it changes, also by the browser's buttons and links. */
export function onPlace(show) {
  const changed = () => show(currentPlace());
  addEventListener('popstate', changed);
  addEventListener('place', changed);
  document.addEventListener('click', followHere);
  changed();
}

/** A plain click on a link of ours needs no new page. */
function followHere(event) {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented || link.hash || link.target || link.hasAttribute('download')) return;
  const isOurs = link.href.startsWith(`${ROOT}ui/`) || link.href.split('?')[0] === `${ROOT}ui`;
  if (!isOurs) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  dispatchEvent(new Event('place'));
}
