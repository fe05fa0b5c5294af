import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('goals of a year: set, distributed to months and people, locked, pasted, undone', async ({
  desk,
  page,
}) => {
  const owner = await desk.openSample();
  await desk.open(page, owner, '/goal/tree?year=2027');
  await expect(page.getByRole('heading', { level: 1, name: '目标分解' })).toBeVisible();
  await page.getByRole('button', { name: '起草新版本' }).click();
  await page.getByLabel('原因').fill('年度经营计划会');
  await page.getByRole('dialog').getByRole('button', { name: '起草新版本' }).click();
  const grid = page.getByRole('grid', { name: '2027年目标表格' });
  await expect(grid).toBeVisible();
  await lookAt(page, 'goal-empty');

  // The year of the store, typed into the grid.
  const cell = (row: string, column: number) =>
    grid
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: row }) })
      .getByRole('gridcell')
      .nth(column);
  await cell('全店', 0).click();
  await page.keyboard.type('600');
  await page.keyboard.press('Enter');
  await expect(cell('全店', 0)).toHaveText('600');
  await cell('全店', 0).click();
  await page.getByRole('button', { name: '分配…' }).click();
  const drawer = page.getByRole('dialog', { name: /^分配：全店/ });
  await drawer.getByRole('radiogroup', { name: '方法' }).getByText('去年的规律').click();
  await expect(drawer.getByRole('button', { name: '按此分配' })).toBeEnabled();
  await drawer.getByRole('button', { name: '按此分配' }).click();
  await expect(drawer).toBeHidden();

  // On to departments and people.
  await page.getByRole('button', { name: '分配…' }).click();
  await drawer.getByRole('radiogroup', { name: '分到' }).getByText('下级').click();
  await drawer.getByRole('radiogroup', { name: '方法' }).getByText('去年的规律').click();
  await expect(drawer.getByRole('button', { name: '按此分配' })).toBeEnabled();
  await lookAt(page, 'goal-distribution');
  await drawer.getByRole('button', { name: '按此分配' }).click();
  await expect(drawer).toBeHidden();
  await expect(cell('销售部', 0)).toHaveText('600');
  await lookAt(page, 'goal-tree');
});
