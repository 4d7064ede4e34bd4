// What a checker of the WCAG rules finds in the explorer, in both color schemes, signed in and out.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { codeOf, region, signIn, withPage } from './browser.js';
import { CONFORMANCE, GATEWAY, GENERATE_KEY, PASSWORD, USER } from './hosts.js';
import { violations } from './violations.js';

async function assertEveryTabIsAccessible(page) {
  for (const tab of ['Details', 'Code', 'API']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    if (tab === 'Code') await codeOf(page).waitFor();
    assert.deepEqual(await violations(page), [], tab);
  }
}

for (const colorScheme of ['light', 'dark']) {
  test(`a call with its errors and its reply is accessible in ${colorScheme}`, () => withPage(GATEWAY, async (page) => {
    await page.goto(`${GATEWAY}/ui`);
    await page.getByRole('main').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.goto(`${GATEWAY}/ui/${GENERATE_KEY}`);
    await page.getByRole('form').waitFor();
    await assertEveryTabIsAccessible(page);
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await signIn(page, USER, PASSWORD);
    await assertEveryTabIsAccessible(page);
    await page.getByLabel('organisationId').fill('no such id!');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByLabel('organisationId').fill('');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await region(page, 'Reply').getByText('200 OK').waitFor();
    assert.deepEqual(await violations(page), []);
  }, { colorScheme }));

  test(`a form of every type, the details and the code are accessible in ${colorScheme}`, () => withPage(CONFORMANCE, async (page) => {
    await page.goto(`${CONFORMANCE}/ui/AllTypes`);
    await page.getByRole('form').waitFor();
    await assertEveryTabIsAccessible(page);
  }, { colorScheme }));
}
