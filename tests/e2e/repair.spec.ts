import type { Page } from '@playwright/test';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { newTeam, onlySmallLists } from '#tests/support/inspection.ts';
import { newValues } from '#tests/support/records.ts';
import { expect, password, test, type Desk, type Signed } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

type Workshop = {
  readonly owner: Signed;
  readonly technician: Signed;
  readonly leader: Signed;
  readonly inspector: Signed;
  readonly repairId: number;
};

/** A team with its leader, an inspector, and a second-level maintenance whose work is done. */
async function workshop(desk: Desk): Promise<Workshop> {
  const owner = await desk.setUp();
  await onlySmallLists(desk.core);
  const inspector = await desk.addPerson(owner, '周检', ['inspector']);
  const leader = await desk.addPerson(owner, '赵班长', ['technician']);
  const technician = await desk.addPerson(owner, '李技师', ['technician']);
  await newTeam(owner, leader.personId, technician.personId);
  const values = newValues(repairFields, {
    number: 'GD20261118001',
    vin: 'LZZ5CLVB0KA000001',
    repairClass: 'secondMaintenance',
    state: 'done',
    checkedInOn: '2026-11-18',
    odometerKm: 100_000,
    technicianId: technician.personId,
  });
  const made = await owner.client.repair.create({ values });
  return { owner, technician, leader, inspector, repairId: made.id };
}

const results = (page: Page, item: string) => page.getByRole('group', { name: `${item} 的结果` });

/** Carries out a level from the repair's page: by fingers, everything good but for what is named. */
async function level(page: Page, name: string, bad?: string): Promise<void> {
  await page.getByRole('button', { name: `开始${name}` }).click();
  const steps = page.getByRole('navigation', { name: '检查步骤' });
  await steps.getByRole('button', { name: /外观/u }).click();
  await results(page, '漆面')
    .getByRole('button', { name: bad === undefined ? /^合格/u : /不合格/u })
    .click();
  if (bad !== undefined) await page.getByRole('textbox', { name: '备注：漆面' }).fill(bad);
  await results(page, '灯光').getByRole('button', { name: /^合格/u }).click();
  await page.getByRole('textbox', { name: '胎压 的结果' }).fill('8');
  await page.keyboard.press('Enter');
  await steps.getByRole('button', { name: /资料/u }).click();
  await results(page, '合格证').getByRole('button', { name: '有', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  if (bad !== undefined) {
    await dialog.getByLabel('谁来处理').fill('李技师');
    await page.getByRole('option', { name: '李技师' }).click();
  }
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '签字' }).click();
  await expect(page.getByText('签字有效，内容没有被改动')).toBeVisible();
}

test('technician, team leader and inspector let a repair go, after one that came back', async ({
  desk,
  page,
}) => {
  const { owner, technician, leader, inspector, repairId } = await workshop(desk);
  const path = `/repair/${repairId}`;
  const carryOut = async (person: Signed, name: string, bad?: string): Promise<void> => {
    await desk.open(page, person, path);
    await level(page, name, bad);
  };

  // Nobody hands over what was not checked.
  const handOver = async (): Promise<void> => {
    await desk.open(page, owner, path);
    await page.getByLabel('工单状态').selectOption('handedOver');
    await page.keyboard.press('Control+s');
  };
  await handOver();
  await expect(page.getByRole('alert').filter({ hasText: '三级质检' }).first()).toBeVisible();
  await picture(page, 'repair-refused');

  await page.setViewportSize({ width: 800, height: 1180 });
  await carryOut(technician, '自检');
  // The next level is for somebody else, and the page says for whom.
  await desk.open(page, technician, path);
  await expect(page.getByRole('button', { name: '开始互检' })).toBeHidden();
  await carryOut(leader, '互检', '驾驶室后围划痕');

  await desk.open(page, technician, path);
  await expect(page.getByText('2026-F001 · 第 1 轮')).toBeVisible();
  await page.getByRole('button', { name: '返工完成' }).click();
  await page.getByRole('dialog').getByLabel('做了什么').fill('补漆抛光');
  await page.getByRole('dialog').getByRole('button', { name: '返工完成' }).click();
  await expect(page.getByText('已返工')).toBeVisible();
  await level(page, '自检');
  await carryOut(leader, '互检');
  await carryOut(inspector, '终检');

  await desk.open(page, inspector, path);
  await expect(page.getByText(/还不能交车/u)).toBeVisible();
  await page.getByRole('button', { name: '开具合格证' }).click();
  await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).click();
  await expect(page.getByText('2026-H001')).toBeVisible();
  await expect(page.getByText('三级质检全部合格，可以交车。')).toBeVisible();
  await lookAt(page, 'repair-checked');

  await handOver();
  await expect
    .poll(async () => (await owner.client.repair.get({ id: repairId })).record.state)
    .toBe('handedOver');
  expect((await owner.client.repair.checks({ id: repairId })).rounds.map(({ round, state }) => `${round} ${state}`)).toEqual([
    '1 passed', '1 failed', '2 passed', '2 passed', '2 passed',
  ]); // prettier-ignore
});
