// What a checker of the WCAG rules finds: names, roles, contrast, order.

import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every violation of WCAG 2.2, levels A and AA, and of good practice, on the page as it stands.
 * `exclude`: selectors of what is not ours.
 */
export async function violations(page, exclude = []) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([runOnly, exclude]) => globalThis.axe.run({ exclude }, { runOnly }),
    [RULES, exclude],
  );
  return found.violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
}
