// Signing in and out, and who one is.

import { element, replaceChildren } from './dom.js';
import { icon } from './icons.js';

/** The corner of the page that shows who is signed in; `open()` opens the dialog. */
export class SignIn {
  constructor(session) {
    this.session = session;
    this.node = element('div', { class: 'who' });
    this.dialog = this.makeDialog();
    session.addEventListener('change', () => this.show());
    this.show();
  }

  open() {
    this.error.hidden = true;
    this.dialog.showModal();
  }

  show() {
    const { name, user } = this.session;
    if (!name) {
      replaceChildren(this.node, element('button', { type: 'button', class: 'primary', click: () => this.open() }, 'Sign in'));
      return;
    }
    const roles = user.roles?.length ? ` (${user.roles.join(', ')})` : '';
    replaceChildren(
      this.node,
      element('span', { class: 'name', title: `Signed in as ${name}${roles}` }, name),
      element('button', { type: 'button', click: () => this.session.signOut() }, 'Sign out'),
    );
  }

  makeDialog() {
    this.error = element('p', { class: 'field-error', role: 'alert', hidden: true });
    const userName = element('input', { id: 'sign-in-user', autocomplete: 'username', required: true, autocapitalize: 'none', spellcheck: 'false' });
    const password = element('input', { id: 'sign-in-password', type: 'password', autocomplete: 'current-password', required: true });
    const remember = element('input', { id: 'sign-in-remember', type: 'checkbox' });
    const button = element('button', { type: 'submit', class: 'primary' }, 'Sign in');
    const submit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      try {
        await this.session.signIn(userName.value, password.value, remember.checked);
        password.value = '';
        dialog.close();
      } catch (fault) {
        this.error.textContent = fault.message;
        this.error.hidden = false;
        password.select();
      } finally {
        button.disabled = false;
      }
    };
    const dialog = element(
      'dialog',
      { 'aria-labelledby': 'sign-in-title' },
      element(
        'form',
        { submit },
        element('header', {}, element('h2', { id: 'sign-in-title' }, 'Sign in'),
          element('button', { type: 'button', class: 'quiet icon-button', 'aria-label': 'Close', click: () => dialog.close() }, icon('close'))),
        this.error,
        element('div', { class: 'field' }, element('label', { for: userName.id }, 'User name or e-mail address'), userName),
        element('div', { class: 'field' }, element('label', { for: password.id }, 'Password'), password),
        element('label', { class: 'check', for: remember.id }, remember, ' Keep me signed in'),
        element('div', { class: 'actions' }, button),
      ),
    );
    return dialog;
  }
}
