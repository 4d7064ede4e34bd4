// From signing in to the QR code, as somebody would go through it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { region, signIn, withPage } from './browser.js';
import { eventually } from './eventually.js';
import { GATEWAY, GENERATE_KEY, PASSWORD, USER } from './hosts.js';
import { scan } from './qr_code.js';

const address = `${GATEWAY}/ui/${GENERATE_KEY}`;

test('a key is generated from the form, and its QR code can be scanned', () => withPage(GATEWAY, async (page) => {
  await page.goto(address);
  await signIn(page, USER, PASSWORD);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const reply = region(page, 'Reply');
  await reply.getByText('200 OK').waitFor();
  const body = JSON.parse(await region(page, 'Reply body').innerText());
  assert.match(body.twoFactorUri, /^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
  const code = page.getByRole('img', { name: 'QR code of twoFactorUri' });
  assert.equal(scan(await code.screenshot()), body.twoFactorUri);
  assert.match(await reply.innerText(), /\d+ B of application\/json\s+[\d.]+ ms/);
}));

test('request and reply are switched to JSV, each with its curl line', () => withPage(GATEWAY, async (page) => {
  await page.goto(address);
  await signIn(page, USER, PASSWORD);
  await page.getByLabel('organisationId').fill('default');
  await page.getByRole('radiogroup', { name: 'Format of the request' }).getByText('JSV').click();
  await page.getByRole('radiogroup', { name: 'Format of the reply' }).getByText('JSV').click();
  await eventually(() => region(page, 'Request body').innerText(), (body) => assert.equal(body, '{\n  organisationId: default\n}'));
  await eventually(() => region(page, 'curl line of the request').innerText(), (curl) => assert.match(curl, /^curl -X PUT 'http.*\/users\/2fa\/generate-key' -u 'admin' .*--data-binary '\{organisationId:default\}'$/));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await region(page, 'Reply').getByText('200 OK').waitFor();
  assert.match(await region(page, 'Reply body').innerText(), /^\{\n {2}twoFactorUri: "otpauth:\/\/totp\//);
  assert.match(await region(page, 'Reply').innerText(), /B of (application|text)\/jsv/);
  const code = page.getByRole('img', { name: 'QR code of twoFactorUri' });
  assert.match(scan(await code.screenshot()), /^otpauth:\/\/totp\//);
}));

for (const format of ['JSON', 'JSV', 'XML']) {
  test(`an error is shown at its field, from a reply in ${format}`, () => withPage(GATEWAY, async (page) => {
    await page.goto(address);
    await signIn(page, USER, PASSWORD);
    const field = page.getByLabel('organisationId');
    await field.fill('no such id!');
    await page.getByRole('radiogroup', { name: 'Format of the reply' }).getByText(format, { exact: true }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('organisationId: ').waitFor();
    await page.locator('[data-field=organisationId] .field-error').getByText(/not in the correct format/).waitFor();
    await eventually(() => field.getAttribute('aria-invalid'), (value) => assert.equal(value, ''));
    await eventually(() => field.evaluate((node) => node === document.activeElement), (has) => assert.ok(has, 'the field has the focus'));
    await field.fill('');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await region(page, 'Reply').getByText('200 OK').waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  }));
}

test('MessagePack is a hex dump', () => withPage(GATEWAY, async (page) => {
  await page.goto(address);
  await signIn(page, USER, PASSWORD);
  const choice = page.getByRole('radiogroup', { name: 'Format of the reply' }).getByRole('radio', { name: 'MessagePack' });
  await choice.check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await region(page, 'Reply').getByText('200 OK').waitFor();
  const dump = await region(page, 'Reply body').innerText();
  assert.match(dump, /^0000 {2}8\d (?:[0-9a-f]{2} ){14}[0-9a-f]{2} {2}·/);
  assert.match(dump, /TwoFactorUri/i);
  const code = page.getByRole('img', { name: /^QR code of twoFactorUri$/i });
  assert.match(scan(await code.screenshot()), /^otpauth:\/\/totp\//);
}));

test('who is not signed in is asked to, and after that may call', () => withPage(GATEWAY, async (page) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name or e-mail address').fill(USER);
  await dialog.getByLabel('Password').fill('wrong');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.getByText('Invalid Username or Password').waitFor();
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  // The session is the browser's: it outlives the page, and ends with a sign-out.
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
  await page.getByText('This operation needs a sign-in.').waitFor();
}));
