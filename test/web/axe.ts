import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page once everything that moves has come to rest: half-faded text has no contrast of its own. */
export async function findings(page: Page): Promise<{ rule: string; where: string }[]> {
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(one => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(one => one.finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => ({ rule: id, where: nodes[0]?.html ?? '' }));
}
