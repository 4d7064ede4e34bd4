// The metadata pages and the reader of OpenAPI: what they load, how they fit, who can use them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { overflow, withPage } from './browser.js';
import { eventually } from './eventually.js';
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

/** Makes the screen a phone's; the page must not be wider. */
async function assertFitsOnPhone(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.waitForFunction(() => innerWidth === 360);
  await eventually(() => overflow(page), (width) => assert.equal(width, 0, 'wider than the screen'));
}

/** What has the focus, as people and screen readers know it, and whether one can see that. */
const focused = (page) => page.evaluate(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  return {
    name: document.activeElement.ariaLabel ?? document.activeElement.textContent.trim(),
    tag: document.activeElement.localName,
    isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isInMain: document.querySelector('main').contains(document.activeElement),
    isOnScreen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  };
});

for (const [host, path] of PAGES) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${path} is accessible, on a desk and on a phone in ${colorScheme}`, () => withPage(host, async (page) => {
      const response = await page.goto(host + path);
      assert.equal(response.status(), path.includes('NoSuchOperation') ? 404 : 200);
      assert.deepEqual(await violations(page), []);
      await assertFitsOnPhone(page);
      assert.deepEqual(await violations(page), []);
    }, { colorScheme }));
  }

  test(`${path} can be used by the keyboard alone`, () => withPage(host, async (page) => {
    await page.goto(host + path);
    await page.keyboard.press('Tab');
    await eventually(() => focused(page), (found) => {
      assert.deepEqual(found, { name: 'Skip to content', tag: 'a', isMarked: true, isInMain: false, isOnScreen: true });
    });
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#content');
    const reachable = await page.locator('main :is(a[href], button, input, pre[tabindex])').filter({ visible: true }).count();
    for (let reached = 0; reached < Math.min(reachable, 40); reached += 1) {
      await page.keyboard.press('Tab');
      await eventually(() => focused(page), ({ name, tag, isMarked, isInMain, isOnScreen }) => {
        assert.ok(isMarked && isOnScreen, `${tag} "${name}" is not seen to have the focus`);
        assert.ok(isInMain, `${tag} "${name}" is out of order`);
      });
    }
  }, { reducedMotion: 'reduce' }));
}

test('the list of operations is searched without the mouse', () => withPage(CONFORMANCE, async (page) => {
  await page.goto(`${CONFORMANCE}/metadata`);
  await page.keyboard.press('/');
  await page.keyboard.type('alltypes');
  const names = page.locator('a.name').filter({ visible: true });
  await eventually(() => names.allInnerTexts(), (shown) => assert.deepEqual(shown, ['AllTypes']));
  await page.keyboard.type(' nothing like it');
  await page.getByText('No operation is called that.').waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => names.count(), (count) => assert.ok(count > 5, 'every operation is shown again'));
}));

test('source is copied with a button', () => withPage(CONFORMANCE, async (page) => {
  await page.clock.install();
  await page.goto(`${CONFORMANCE}/json/metadata?op=Hello&lang=python`);
  // The button says so for a moment, which on a busy machine is over before it is seen.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const source = await page.locator('pre code').textContent();
  await page.locator('.code').first().getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), source);
  await page.clock.runFor(10_000);
  await page.getByRole('button', { name: 'Copied' }).waitFor({ state: 'hidden' });
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

/** What RapiDoc lacks and cannot be set from outside: its grays are faint, its fields have their names beside them without a label. */
const RAPIDOC_LACKS = new Set(['color-contrast', 'label']);

/** That, within RapiDoc's own shadow tree; what we put beside it or into its slots is held to every rule. */
const isRapiDocs = (rule, [outermost, ...inner]) => RAPIDOC_LACKS.has(rule) && outermost.startsWith('rapi-doc') && inner.length > 0;

for (const colorScheme of ['light', 'dark']) {
  test(`the reader of OpenAPI shows and calls the host's operations in ${colorScheme}`, () => withPage(CONFORMANCE, async (page) => {
    await page.goto(`${CONFORMANCE}/swagger-ui`);
    const endpoint = page.locator('[id="post-/hello/-Name-"]');
    await endpoint.waitFor();
    assert.deepEqual(await violations(page, isRapiDocs), []);
    await endpoint.locator('summary').click();
    await endpoint.getByRole('textbox').first().fill('you');
    await endpoint.getByRole('button', { name: 'TRY' }).click();
    await page.getByText('"Hello, you!"').first().waitFor();
    assert.deepEqual(await violations(page, isRapiDocs), []);
    await assertFitsOnPhone(page);
    assert.deepEqual(await violations(page, isRapiDocs), []);
  }, { colorScheme }));
}
