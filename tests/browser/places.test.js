// Finding one's way: the list, deep links, the browser's buttons, the keyboard, a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { codeOf, overflow, region, withPage } from './browser.js';
import { eventually } from './eventually.js';
import { CONFORMANCE, GATEWAY, GENERATE_KEY } from './hosts.js';

test('a deep link opens a tab, and back and forward go through the places', () => withPage(GATEWAY, async (page) => {
  await page.goto(`${GATEWAY}/ui/${GENERATE_KEY}?tab=details`);
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  const details = page.getByRole('tabpanel');
  await details.getByText('/users/2fa/generate-key').waitFor();
  await details.getByText('Only for those who are signed in.').waitFor();
  await eventually(() => details.innerText(), (text) => {
    assert.match(text, /organisationId\s+string\s+optional/);
    assert.match(text, /twoFactorUri\s+string/);
  });

  await page.getByRole('tab', { name: 'API' }).click();
  await page.waitForURL(`${GATEWAY}/ui/${GENERATE_KEY}`);
  await page.getByLabel('organisationId').fill('kept');
  await page.goBack();
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await page.goForward();
  await eventually(() => page.getByLabel('organisationId').inputValue(), (value) => assert.equal(value, 'kept'));
}));

test('the code tab shows the types in the language of the link', () => withPage(GATEWAY, async (page) => {
  await page.goto(`${GATEWAY}/ui/${GENERATE_KEY}?tab=code&lang=python`);
  const source = region(page, `${GENERATE_KEY} in Python`);
  await source.getByText('class GenerateTwoFactorAuthenticationKeyRequest').waitFor();
  await page.getByLabel('Language').selectOption({ label: 'TypeScript' });
  await region(page, `${GENERATE_KEY} in TypeScript`).getByText('export class GenerateTwoFactorAuthenticationKeyRequest').waitFor();
  await page.waitForURL(`${GATEWAY}/ui/${GENERATE_KEY}?tab=code&lang=typescript`);
}));

test('operations are found by a part of their name and opened by the keyboard', () => withPage(CONFORMANCE, async (page) => {
  await page.goto(`${CONFORMANCE}/ui`);
  await page.getByLabel('Search operations').fill('hell');
  const found = page.getByRole('navigation').getByRole('link');
  await eventually(() => found.allInnerTexts(), (links) => assert.deepEqual(links, ['POST\nHello']));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello' }).waitFor();
  await page.getByRole('tab', { name: 'API' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await page.goto(`${CONFORMANCE}/ui/NoSuchOperation`);
  await page.getByRole('heading', { name: 'No such operation' }).waitFor();
}));

test('what a host answers never becomes markup', () => withPage(CONFORMANCE, async (page) => {
  await page.goto(`${CONFORMANCE}/ui/Hello`);
  await page.getByLabel('name', { exact: true }).fill('<img src=x onerror="document.title=1">');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const body = region(page, 'Reply body');
  await body.getByText('<img src=x').waitFor();
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.title(), 'Hello · ' + await page.getByRole('banner').getByRole('heading').innerText());
}));

for (const colorScheme of ['light', 'dark']) {
  test(`a phone in ${colorScheme} has the list in a drawer, and no page is wider than the screen`, () => withPage(CONFORMANCE, async (page) => {
    await page.goto(`${CONFORMANCE}/ui`);
    const list = page.getByRole('navigation', { name: 'Operations' });
    await page.getByRole('main').waitFor();
    await list.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Operations' }).click();
    await list.getByRole('link', { name: 'AllTypes' }).click();
    await page.getByRole('heading', { name: 'AllTypes' }).waitFor();
    await list.waitFor({ state: 'hidden' });
    for (const tab of ['API', 'Details', 'Code']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tab', { name: tab, selected: true }).waitFor();
      if (tab === 'Code') await codeOf(page).waitFor();
      await eventually(() => overflow(page), (width) => assert.equal(width, 0, `${tab} is wider than the screen`));
    }
  }, { viewport: { width: 360, height: 740 }, colorScheme }));
}
