import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('one key prints all emergency plans; a drill moves its next day', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.open(page, owner, '/emergency');
  await expect(page.getByRole('link', { name: '动力电池冒烟或起火' })).toBeVisible();
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('dialog', { name: /应急预案/u });
  await expect(preview.locator('object')).toHaveAttribute('data', /^blob:/u);
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);

  await page.getByRole('link', { name: '火灾', exact: true }).click();
  const drills = page.getByRole('region', { name: '演练' });
  await drills.getByRole('button', { name: '添加' }).click();
  await drills.getByLabel('参加人数').fill('28');
  await drills.getByLabel('发现的问题').press('Enter');
  await expect(drills.getByRole('row', { name: /2026年11月18日 .*28/u })).toBeVisible();
  await expect
    .poll(async () => (await owner.client.emergency.get({ id: 1 })).record.nextDrillOn)
    .toBe('2027-05-18');
  await owner.client.session.setLanguage({ language: 'en' });
  await desk.open(page, owner, '/emergency');
  await expect(page.getByRole('link', { name: 'Traction battery smoking or on fire' })).toBeVisible();
  await lookAt(page, 'emergency-en');
});
