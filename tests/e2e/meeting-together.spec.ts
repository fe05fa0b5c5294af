import type { Browser, Page } from '@playwright/test';
import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { expect, journeyInstant, ownerName, test, type Signed } from './support/desk.ts';
import { expectAccessible, expectFits, picture, setScheme } from './support/look.ts';
import { holdSaves } from './support/saves.ts';
import { watchPage } from './support/watch.ts';

/** Two people in one meeting, each at a computer of their own. */

const week = '2026-W47';
const first = 'Review of earlier action items';
const renamed = 'Action items of last week';

/** Another computer: a browser profile of its own, watched like the first. */
async function secondComputer(browser: Browser): Promise<{ other: Page; problems: string[] }> {
  const other = await (await browser.newContext()).newPage();
  await other.clock.setFixedTime(journeyInstant);
  return { other, problems: watchPage(other) };
}

/** The agenda's dialog, with its first line changed. */
async function changeFirstItem(page: Page, field: 'Item' | 'Planned (min)', text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit the agenda' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the agenda' });
  await dialog.getByRole('textbox', { name: field }).first().fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

/** The meeting as the core has it, once it is as expected. */
async function eventually({ client }: Signed, id: number, check: (now: MeetingContent) => void) {
  await expect(async () => check((await client.meeting.get({ id })).content)).toPass();
}

test('two people sign in and write: what goes together is merged, the rest is told and both texts stay', async ({
  desk,
  page,
  browser,
}) => {
  const owner = await desk.setUp('en');
  const clerk = await desk.addPerson(owner, '李梅', ['clerk']);
  const { id } = await owner.client.meeting.open({ week });
  const { other, problems } = await secondComputer(browser);

  // One signs in on the desk, the other in the meeting.
  await desk.open(page, owner);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('You signed in at 10:00')).toBeVisible();
  await page.getByRole('button', { name: 'Open the meeting' }).click();
  await desk.open(other, clerk, `/meeting/${week}`);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByText('You signed in at 10:00')).toBeVisible();
  await expect(page.getByText('2 of 2 present')).toBeVisible();

  // Different parts at once: each sees what the other wrote.
  const comment = (on: Page, name: string) => on.getByLabel(`Comment on ${name}`);
  await Promise.all([
    comment(page, 'Orders').fill('One fleet.'),
    comment(other, 'Deliveries').fill('Bodies come late.'),
  ]);
  await expect(comment(other, 'Orders')).toHaveValue('One fleet.');
  await expect(comment(page, 'Deliveries')).toHaveValue('Bodies come late.');

  // An item is renamed while the other's clock runs, and changed again while the minutes are on their way.
  await other.getByRole('button', { name: `Start: ${first}` }).click();
  await changeFirstItem(page, 'Item', renamed);
  await expect(other.getByRole('button', { name: `Pause: ${renamed}` })).toBeVisible();
  await other.clock.setFixedTime(new Date(Date.parse(journeyInstant) + 8 * 60_000));
  const releaseMinutes = await holdSaves(other);
  await other.getByRole('button', { name: `Pause: ${renamed}` }).click();
  await changeFirstItem(page, 'Planned (min)', '5');
  await eventually(owner, id, ({ agenda }) => expect(agenda[0]?.plannedMinutes).toBe(5));
  await releaseMinutes();
  await eventually(owner, id, ({ agenda }) =>
    expect(agenda[0]).toMatchObject({ title: renamed, plannedMinutes: 5, actualMinutes: 8 }),
  );

  // The same minutes: the later one is told, and keeps both.
  const minutes = (on: Page) => on.getByRole('region', { name: 'Minutes of this item' }).getByRole('textbox');
  await minutes(page).fill('Opened.');
  await expect(minutes(other)).toHaveValue('Opened.');
  const releaseWords = await holdSaves(other);
  await minutes(other).fill('Opened. Li: two vans are late.');
  await minutes(page).fill('Opened. Wang: the fleet has paid.');
  await eventually(owner, id, ({ topics }) =>
    expect(topics[0]?.minutes).toBe('Opened. Wang: the fleet has paid.'),
  );
  await releaseWords();
  const told = other.getByRole('alert').filter({ hasText: `${ownerName} changed this a moment ago, too.` });
  await expect(told).toContainText('Wang: the fleet has paid.');
  await expect(minutes(other)).toHaveValue('Opened. Li: two vans are late.');
  await expect(other.getByText('not saved yet')).toHaveCount(0); // they are in sight
  await other.setViewportSize({ width: 1093, height: 614 });
  await setScheme(other, 'dark');
  await expectFits(other, 'two texts');
  await expectAccessible(other, 'two texts dark');
  await picture(other, 'meeting-together-1093-dark');
  await told.getByRole('button', { name: 'Keep both' }).click();
  const both = 'Opened. Wang: the fleet has paid.\nOpened. Li: two vans are late.';
  await expect(minutes(page)).toHaveValue(both);
  await expect(minutes(other)).toHaveValue(both);
  await eventually(owner, id, ({ topics, comments, attendance }) => {
    expect(topics.map((topic) => topic.minutes)).toEqual([both]);
    expect(comments).toEqual({ orders: 'One fleet.', deliveries: 'Bodies come late.' });
    expect(attendance.map(({ signedWith }) => signedWith)).toEqual(['session', 'session']);
  });
  expect(problems, 'errors in the second window').toEqual([]);
});
