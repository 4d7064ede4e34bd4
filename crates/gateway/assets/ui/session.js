// Who is signed in. The cookies are the browser's matter: no script can read them.

import { addressOf } from './host.js';

export class Session extends EventTarget {
  /** The host's `AuthenticateResponse`, or `null`. */
  user = null;

  /** Asks the host who is signed in. */
  async refresh() {
    const response = await fetch(addressOf('auth'), { headers: { Accept: 'application/json' } });
    this.become(response.ok ? await response.json() : null);
  }

  /**
   * Signs in with a name and a password.
   * @throws {Error} with the host's own words.
   */
  async signIn(userName, password, rememberMe) {
    const response = await post('auth/credentials', { userName, password, rememberMe });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.responseStatus?.message ?? `${response.status} ${response.statusText}`);
    this.become(answer);
  }

  async signOut() {
    await post('auth/logout', {});
    this.become(null);
  }

  get name() {
    return this.user && (this.user.displayName || this.user.userName || this.user.userId);
  }

  become(user) {
    this.user = user?.userId || user?.userName ? user : null;
    this.dispatchEvent(new Event('change'));
  }
}

function post(path, body) {
  return fetch(addressOf(path), {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
