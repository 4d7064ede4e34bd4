// The metadata pages and the reader of OpenAPI: what they load, how they fit, who can use them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withPage } from './browser.js';
import { CONFORMANCE, GATEWAY, GENERATE_KEY } from './hosts.js';
import { violations } from './violations.js';

/** Every kind of page that is made of templates. */
const PAGES = [
  [GATEWAY, '/metadata'],
  [GATEWAY, `/json/metadata?op=${GENERATE_KEY}`],
  [GATEWAY, `/jsv/metadata?op=${GENERATE_KEY}&lang=typescript`],
  [CONFORMANCE, '/metadata'],
  [CONFORMANCE, '/xml/metadata?op=AllTypes'],
  [CONFORMANCE, '/x-msgpack/metadata?op=AllTypes'],
  [CONFORMANCE, '/csv/metadata?op=AllTypes&lang=csharp'],
  [CONFORMANCE, '/json/metadata?op=NoSuchOperation'],
  [CONFORMANCE, '/alltypes?format=html'],
  [CONFORMANCE, '/hello/you?format=html'],
];

/** How much wider the page is than the screen, in CSS pixels. */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What has the focus, as people and screen readers know it, and whether one can see that. */
const focused = (page) => page.evaluate(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  return {
    name: document.activeElement.ariaLabel ?? document.activeElement.textContent.trim(),
    tag: document.activeElement.localName,
    isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isOnScreen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  };
});

for (const [host, path] of PAGES) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${path} is accessible, on a desk and on a phone in ${colorScheme}`, () => withPage(host, async (page) => {
      const response = await page.goto(host + path);
      assert.equal(response.status(), path.includes('NoSuchOperation') ? 404 : 200);
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 360, height: 740 });
      assert.equal(await overflow(page), 0, 'wider than the screen');
      assert.deepEqual(await violations(page), []);
    }, { colorScheme }));
  }

  test(`${path} can be used by the keyboard alone`, () => withPage(host, async (page) => {
    await page.goto(host + path);
    await page.keyboard.press('Tab');
    assert.deepEqual(await focused(page), { name: 'Skip to content', tag: 'a', isMarked: true, isOnScreen: true });
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#content');
    const reachable = await page.locator('main :is(a[href], button, input, pre[tabindex])').filter({ visible: true }).count();
    for (let reached = 0; reached < Math.min(reachable, 40); reached += 1) {
      await page.keyboard.press('Tab');
      const { name, tag, isMarked, isOnScreen } = await focused(page);
      assert.ok(isMarked && isOnScreen, `${tag} "${name}" is not seen to have the focus`);
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), `${tag} "${name}" is out of order`);
    }
  }, { reducedMotion: 'reduce' }));
}

test('the list of operations is searched without the mouse', () => withPage(CONFORMANCE, async (page) => {
  await page.goto(`${CONFORMANCE}/metadata`);
  await page.keyboard.press('/');
  await page.keyboard.type('alltypes');
  assert.deepEqual(await page.locator('a.name').filter({ visible: true }).allInnerTexts(), ['AllTypes']);
  await page.keyboard.type(' nothing like it');
  await page.getByText('No operation is called that.').waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('a.name').filter({ visible: true }).count() > 5);
}));

test('source is copied with a button', () => withPage(CONFORMANCE, async (page) => {
  await page.goto(`${CONFORMANCE}/json/metadata?op=Hello&lang=python`);
  const source = await page.locator('pre code').textContent();
  await page.locator('.code').first().getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), source);
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

/**
 * What is RapiDoc's own and cannot be set from outside: its title is no heading, its grays are faint, its
 * fields have their names beside them without a label.
 */
const RAPIDOC_LACKS = /^(page-has-heading-one|color-contrast|label) /;

for (const colorScheme of ['light', 'dark']) {
  test(`the reader of OpenAPI shows and calls the host's operations in ${colorScheme}`, () => withPage(CONFORMANCE, async (page) => {
    const ownViolations = async () => (await violations(page)).filter((found) => !RAPIDOC_LACKS.test(found));
    await page.goto(`${CONFORMANCE}/swagger-ui`);
    await page.getByRole('link', { name: 'metadata pages' }).waitFor();
    assert.deepEqual(await ownViolations(), []);
    const endpoint = page.locator('[id="post-/hello/-Name-"]');
    await endpoint.locator('summary').click();
    await endpoint.getByRole('textbox').first().fill('you');
    await endpoint.getByRole('button', { name: 'TRY' }).click();
    await page.getByText('"Hello, you!"').first().waitFor();
    assert.deepEqual(await ownViolations(), []);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await overflow(page), 0, 'wider than the screen');
    assert.deepEqual(await ownViolations(), []);
  }, { colorScheme }));
}
