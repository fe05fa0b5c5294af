import type { Browser, Page } from '@playwright/test';
import { expect, journeyInstant, ownerName, test } from './support/desk.ts';
import { expectAccessible, expectFits, picture } from './support/look.ts';
import { holdSaves } from './support/saves.ts';
import { watchPage } from './support/watch.ts';

/** Two people write the plan of a year at once, each at a computer of their own. */

async function secondComputer(browser: Browser): Promise<{ other: Page; problems: string[] }> {
  const other = await (await browser.newContext()).newPage();
  await other.clock.setFixedTime(journeyInstant);
  return { other, problems: watchPage(other) };
}

test('two people write in different parts, in one part and in one paragraph; the draft is found and thrown away', async ({
  desk,
  page,
  browser,
}) => {
  const owner = await desk.setUp('en');
  const clerk = await desk.addPerson(owner, '李梅', ['clerk']);
  const { id } = await owner.client.plan.open({ year: 2027 });
  const { other, problems } = await secondComputer(browser);
  const opening = async () => (await owner.client.plan.get({ id })).content.parts.opening;

  // Found by what it is called, by keyboard alone.
  await desk.open(page, owner, '/plan');
  await expect(page.getByRole('table', { name: 'Annual plan' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('2027');
  await expect(page.getByRole('option', { name: /Annual plan 2027/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await desk.open(other, clerk, `/plan/${id}`);

  // Different parts.
  await page.getByRole('button', { name: /Market next year/ }).click();
  const strengths = page.getByRole('textbox', { name: 'Strengths' });
  const theme = (on: Page) => on.getByRole('textbox', { name: 'Theme', exact: true });
  await Promise.all([strengths.fill('Service at night.'), theme(other).fill('Keep the fleets')]);
  await page.getByRole('button', { name: /Theme of the year/ }).click();
  await expect(theme(page)).toHaveValue('Keep the fleets');

  // One part: the theme here, a paragraph there.
  const words = (on: Page) => on.getByRole('textbox', { name: 'Paragraph', exact: true });
  await other.getByRole('button', { name: 'Paragraph', exact: true }).click();
  await other.keyboard.type('We begin early.');
  await theme(page).fill('Keep the fleets, grow service');
  await expect(words(page)).toHaveText('We begin early.');
  await expect(theme(other)).toHaveValue('Keep the fleets, grow service');

  // One paragraph: the later one is told, and both texts can be kept.
  const release = await holdSaves(other, 'plan');
  await words(other).press('End');
  await other.keyboard.type(' Li: in March.');
  await words(page).press('End');
  await page.keyboard.type(' Wang: in April.');
  await expect.poll(async () => JSON.stringify((await opening()).blocks)).toContain('Wang: in April.');
  await release();
  const told = other.getByRole('alert').filter({ hasText: `${ownerName} changed this a moment ago, too.` });
  await expect(told).toContainText('We begin early. Wang: in April.');
  await expect(words(other)).toHaveText('We begin early. Li: in March.');
  await other.setViewportSize({ width: 1093, height: 614 });
  await expectFits(other, 'two texts of a plan');
  await expectAccessible(other, 'two texts of a plan');
  await picture(other, 'plan-together-1093');
  await told.getByRole('button', { name: 'Keep both' }).click();
  const both = /^We begin early\. Wang: in April\.\s+We begin early\. Li: in March\.$/u;
  await expect(words(page)).toHaveText(both);
  await expect(words(other)).toHaveText(both);
  expect((await owner.client.plan.get({ id })).content.parts.market.swot.strengths).toBe('Service at night.');

  // A draft that nobody submitted can be thrown away by the owner, after a question.
  await expect(other.getByRole('button', { name: 'Throw away the draft' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Throw away the draft' }).click();
  const dialog = page.getByRole('dialog', { name: /version 1/ });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await picture(page, 'plan-discard');
  await dialog.getByRole('button', { name: 'Throw away the draft' }).click();
  await expect(page.getByText('No annual plan yet.')).toBeVisible();
  expect(await owner.client.plan.list({})).toEqual([]);
  expect(problems, 'errors in the second window').toEqual([]);
});
