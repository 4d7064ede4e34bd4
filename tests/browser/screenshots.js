// Pictures of every kind of page, for people to look at: `npm run screenshots` writes them to
// target/screenshots, on a desk and on a phone, in light and in dark.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

import { codeOf, region, signIn, withPage } from './browser.js';
import { CONFORMANCE, GATEWAY, GENERATE_KEY, PASSWORD, USER } from './hosts.js';

const FOLDER = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };

const sent = async (page) => {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await region(page, 'Reply').locator('.status').waitFor();
};

/** Name, host, path, and what to wait for or do there. */
const PICTURES = [
  ['index', CONFORMANCE, '/metadata'],
  ['index-gateway', GATEWAY, '/metadata'],
  ['operation', CONFORMANCE, '/json/metadata?op=AllTypes'],
  ['operation-gateway', GATEWAY, `/jsv/metadata?op=${GENERATE_KEY}`],
  ['source', CONFORMANCE, '/json/metadata?op=AllTypes&lang=typescript'],
  ['missing', CONFORMANCE, '/json/metadata?op=AllType'],
  ['reply', CONFORMANCE, '/hello/you?format=html'],
  ['swagger-ui', CONFORMANCE, '/swagger-ui', (page) => page.locator('[id="post-/hello/-Name-"]').waitFor()],
  ['ui', CONFORMANCE, '/ui', (page) => page.getByRole('heading', { level: 2 }).waitFor()],
  ['ui-form', CONFORMANCE, '/ui/AllTypes', (page) => page.getByRole('form').waitFor()],
  ['ui-details', CONFORMANCE, '/ui/AllTypes?tab=details', (page) => page.getByRole('tabpanel').waitFor()],
  ['ui-code', CONFORMANCE, '/ui/AllTypes?tab=code', (page) => codeOf(page).waitFor()],
  ['ui-sign-in', GATEWAY, `/ui/${GENERATE_KEY}`, async (page) => {
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['ui-error', GATEWAY, `/ui/${GENERATE_KEY}`, async (page) => {
    await signIn(page, USER, PASSWORD);
    await page.getByLabel('organisationId').fill('no such id!');
    await sent(page);
  }],
  ['ui-key', GATEWAY, `/ui/${GENERATE_KEY}`, async (page) => {
    await signIn(page, USER, PASSWORD);
    await sent(page);
  }],
];

await mkdir(FOLDER, { recursive: true });
after(() => console.log(`pictures are in ${FOLDER}`));

for (const [name, host, path, prepare] of PICTURES) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of ['light', 'dark']) {
      const file = `${name}-${screen}-${colorScheme}.png`;
      test(file, () => withPage(host, async (page) => {
        await page.goto(host + path);
        await prepare?.(page);
        await page.screenshot({ path: FOLDER + file, fullPage: !path.startsWith('/ui'), animations: 'disabled' });
      }, { viewport, colorScheme }));
    }
  }
}
