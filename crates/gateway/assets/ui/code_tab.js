// The Code tab: the operation's types in a language of one's choice, as the host generates them.

import { codeView } from './code_view.js';
import { element, replaceChildren } from './dom.js';
import { addressOf, readJson, readText } from './host.js';
import { goTo } from './router.js';

const LABELS = {
  csharp: 'C#', fsharp: 'F#', vbnet: 'VB.NET', typescript: 'TypeScript', 'typescript.d': 'TypeScript (.d.ts)', mjs: 'JavaScript',
  js: 'CommonJS', dart: 'Dart', java: 'Java', kotlin: 'Kotlin', python: 'Python', php: 'PHP', swift: 'Swift', go: 'Go', rust: 'Rust', ruby: 'Ruby', zig: 'Zig',
};
const FIRST = 'typescript';

let languages = null;

/** The languages that the host generates, asked for once. */
function hostLanguages() {
  languages ??= readJson('types').then((index) => Object.values(index).map((address) => address.split('/').at(-1)).filter((name) => name !== 'metadata'));
  return languages;
}

/** The tab; `lang` is what the address asks for. */
export function codeTab(operation, lang) {
  const { name } = operation.request;
  const body = element('div', { class: 'code-tab', 'aria-live': 'polite', 'aria-busy': 'true' }, element('p', { class: 'hint' }, 'Loading…'));
  hostLanguages()
    .then((names) => {
      if (names.length === 0) throw new Error('/types lists no language.');
      const chosen = names.find((candidate) => candidate === lang) ?? (names.includes(FIRST) ? FIRST : names[0]);
      const source = element('div', { class: 'source' });
      replaceChildren(body, picker(name, names, chosen), source);
      return showSource(source, name, chosen);
    })
    .catch((fault) => {
      languages = null;
      replaceChildren(body, element('p', { class: 'note' }, `The host has no generated types: ${fault.message}`));
    })
    .finally(() => body.setAttribute('aria-busy', 'false'));
  return body;
}

function picker(name, names, chosen) {
  const options = names.map((each) => element('option', { value: each, selected: each === chosen }, LABELS[each] ?? each));
  const select = element('select', { id: 'language', change: () => goTo({ operation: name, tab: 'code', lang: select.value }) }, options);
  return element('div', { class: 'way' }, element('label', { for: 'language' }, 'Language'), select);
}

async function showSource(place, name, lang) {
  const path = `types/${lang}?IncludeTypes=${encodeURIComponent(name)}.*`;
  const source = await readText(path);
  const [options, code] = withoutOptions(source);
  replaceChildren(
    place,
    codeView(code, { language: 'general', label: `${name} in ${LABELS[lang] ?? lang}`, copied: source }),
    element('p', { class: 'hint' }, 'The copy holds the options as well, so that update tools know them.'),
    options && element('details', { class: 'headers' }, element('summary', {}, 'Options'), codeView(options, { label: 'Options' })),
    element('h3', { class: 'label' }, 'curl'),
    codeView(`curl '${addressOf(path)}'`, { label: 'curl line of the types', wrap: true }),
  );
}

/** How the comment at the top, which is for tools, opens and closes in one language or another. */
const COMMENTS = [['/*', '*/'], ['"""', '"""'], ['(*', '*)']];
const LINES = /^(?:(?:'|\/\/\/|#).*\n|\s*\n)*(?:=begin\n[^]*?=end\n)?/;

/** That comment apart from the code. */
function withoutOptions(source) {
  const start = source.indexOf('Options:');
  if (start < 0) return [null, source.trim()];
  const pair = COMMENTS.find(([open]) => source.slice(0, start).trimEnd().endsWith(open));
  const end = pair ? source.indexOf(pair[1], start) + pair[1].length : LINES.exec(source)[0].length;
  return [source.slice(0, end).trim(), source.slice(end).trim()];
}
