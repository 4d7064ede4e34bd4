// What a checker of the WCAG rules finds: names, roles, contrast, order.

import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every violation of WCAG 2.2, levels A and AA, and of good practice, on the page as it stands.
 * `forgiven(id, path)` says which are not ours to mend: the rule, and the selectors of the element,
 * from the page inward through the shadow roots that it stands in.
 */
export async function violations(page, forgiven = () => false) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), RULES);
  return found.violations.flatMap(({ id, impact, nodes }) => nodes
    .filter(({ target }) => !forgiven(id, target.flat()))
    .map(({ html, failureSummary }) => `${id} (${impact}): ${html} ${failureSummary}`));
}
