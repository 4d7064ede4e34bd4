// A page in headless Chromium that watches for what a page must never do.

import assert from 'node:assert/strict';
import { after } from 'node:test';

import { chromium } from 'playwright-core';

import { PATIENCE } from './eventually.js';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
// No service of the browser's maker is called: what the page does is what there is to see.
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
/** What Chromium itself logs of an answer that is an error, which some tests ask for. */
const ANSWERED_WITH_AN_ERROR = /^Failed to load resource: the server responded with a status of 4\d\d/;

let launched = null;

after(async () => (await launched)?.close());

/**
 * Runs `use(page)` in a profile of its own, then checks that nothing went wrong unseen: no error
 * on the console (a violation of the page's policy is one), no exception, no other origin.
 */
export async function withPage(origin, use, context = {}) {
  launched ??= chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS, timeout: PATIENCE });
  const profile = await (await launched).newContext({ viewport: { width: 1280, height: 900 }, ...context });
  profile.setDefaultTimeout(PATIENCE);
  try {
    const page = await profile.newPage();
    const faults = [];
    page.on('console', (message) => {
      const isFault = ['error', 'warning'].includes(message.type()) && !ANSWERED_WITH_AN_ERROR.test(message.text());
      if (isFault) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.stack));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) faults.push(`a request to ${request.url()}`);
    });
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await profile.close();
  }
}

/** Signs in through the dialog. */
export async function signIn(page, user, password) {
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name or e-mail address').fill(user);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** The code tab, once it has its source. */
export function codeOf(page) {
  return page.locator('.code-tab[aria-busy=false]');
}

/** How much wider the page is than the screen, in CSS pixels. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** The part of the page with that label. */
export function region(page, name) {
  return page.getByRole('region', { name, exact: true });
}
