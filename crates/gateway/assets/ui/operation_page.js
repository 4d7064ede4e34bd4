// The page of one operation: its name, what it is for, and three tabs.

import { CallTab } from './call_tab.js';
import { codeTab } from './code_tab.js';
import { detailsTab } from './details_tab.js';
import { element, replaceChildren } from './dom.js';
import { icon } from './icons.js';
import { needsSignIn } from './metadata.js';
import { prose } from './prose.js';
import { goTo, linkTo } from './router.js';
import { breakable } from './sidebar.js';

const TABS = [['api', 'API'], ['details', 'Details'], ['code', 'Code']];

export class OperationPage {
  constructor(operation, context) {
    this.operation = operation;
    this.metadata = context.metadata;
    const { name, description } = operation.request;
    this.callTab = new CallTab(operation, context);
    this.tabs = element('div', { class: 'tabs', role: 'tablist', 'aria-label': `Views of ${name}`, keydown: (event) => this.keyed(event) });
    this.panel = element('div', { role: 'tabpanel', id: 'panel', 'aria-labelledby': 'tab-api' });
    this.node = element(
      'article',
      {},
      element('h2', { tabindex: '-1', class: 'title' }, breakable(name), needsSignIn(operation) && element('span', { class: 'lock', title: 'needs a sign-in' }, icon('lock'))),
      description && element('p', { class: 'lead' }, prose(description)),
      this.tabs,
      this.panel,
    );
  }

  show({ tab, lang }) {
    this.tab = TABS.some(([id]) => id === tab) ? tab : 'api';
    const { name } = this.operation.request;
    const hasFocus = this.tabs.contains(document.activeElement);
    replaceChildren(this.tabs, TABS.map(([id, label]) => {
      const isHere = id === this.tab;
      return element('a', { role: 'tab', id: `tab-${id}`, href: linkTo({ operation: name, tab: id }), 'aria-selected': String(isHere), 'aria-controls': 'panel', tabindex: isHere ? '0' : '-1' }, label);
    }));
    if (hasFocus) this.tabs.querySelector('[tabindex="0"]').focus();
    this.panel.setAttribute('aria-labelledby', `tab-${this.tab}`);
    replaceChildren(this.panel, this.content(lang));
  }

  content(lang) {
    if (this.tab === 'details') return detailsTab(this.operation, this.metadata);
    if (this.tab === 'code') return codeTab(this.operation, lang);
    return this.callTab.node;
  }

  /** The arrows go from tab to tab, as in every list of tabs. */
  keyed(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = TABS.findIndex(([id]) => id === this.tab);
    const [next] = TABS[(at + step + TABS.length) % TABS.length];
    goTo({ operation: this.operation.request.name, tab: next });
  }
}
