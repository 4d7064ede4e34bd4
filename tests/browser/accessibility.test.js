// What a checker of the WCAG rules finds, in both color schemes: names, roles, contrast, order.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import axe from 'axe-core';

import { region, signIn, withPage } from './browser.js';
import { CONFORMANCE, GATEWAY, GENERATE_KEY, PASSWORD, USER } from './hosts.js';

/** Every violation of WCAG 2.2, levels A and AA, on the page as it stands. */
async function violations(page) {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`a call with its errors and its reply is accessible in ${colorScheme}`, () => withPage(GATEWAY, async (page) => {
    await page.goto(`${GATEWAY}/ui/${GENERATE_KEY}`);
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await signIn(page, USER, PASSWORD);
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
    assert.deepEqual(await violations(page), []);
    await page.getByRole('tab', { name: 'Details' }).click();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.locator('.code-tab[aria-busy=false]').waitFor();
    assert.deepEqual(await violations(page), []);
  }, { colorScheme }));
}
