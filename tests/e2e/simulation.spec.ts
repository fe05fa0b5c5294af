import type { Page } from '@playwright/test';
import { expect, test, type Desk, type Signed } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';

/** A fleet that comes every month of ten for 3,000 yuan of labour, and a person who came once. */
async function visits({ core }: Desk, owner: Signed): Promise<void> {
  const customer = (name: string) => owner.client.customer.create({ values: newCustomer({ name }) });
  const [fleet, person] = [await customer('南岭物流车队'), await customer('张建国')];
  const visit = (number: string, customerId: number, day: string, labourFen: number) =>
    importedRepair(core, {
      number,
      customerId,
      labourFen,
      state: 'handedOver',
      checkedInOn: day,
      handedOverOn: day,
    });
  for (let month = 1; month <= 9; month += 1)
    await visit(`G${month}`, fleet.id, `2026-0${month}-10`, 300_000);
  await visit('G20', person.id, '2026-05-05', 80_000);
}

/** A run that works until it is stopped, like one over a long history. */
function holdNextRun({ core: { jobs } }: Desk): void {
  const { start } = jobs;
  Object.assign(jobs, {
    start: ((job) => {
      Object.assign(jobs, { start });
      const run: typeof job.run = async (of) => {
        of.progress(20, 'reading');
        await new Promise((resolve) => of.signal.addEventListener('abort', resolve));
        return job.run(of);
      };
      return start({ ...job, run });
    }) satisfies typeof start,
  });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the owner takes a discount out of a draft, stops one run, sees who loses and puts it in force', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  await visits(desk, owner);

  await desk.open(page, owner, '/membership/design');
  await page.getByRole('link', { name: '在本店历史上试算' }).click();
  await button(page, '新建试算').click();
  await page.getByLabel('草案名称').fill('少给一点');
  await page.getByLabel('工时优惠 2').fill('0');
  // What cannot be read is not kept as empty, where a field may be empty too.
  const margin = page.getByLabel('工时 毛利率');
  await margin.fill('四成');
  for (const act of [() => page.keyboard.press('Control+s'), () => button(page, '保存').click()]) {
    await page.getByLabel('草案名称').focus();
    await act();
    await expect(margin).toBeFocused();
    await expect(margin).toHaveValue('四成');
    await expect(margin).toHaveAccessibleDescription('请填写数字。');
  }
  await page.getByRole('tab', { name: '假设' }).click();
  await expect(margin).toBeFocused();
  await margin.fill('40');
  holdNextRun(desk);
  await button(page, '试算').click();
  await button(page, '停止试算').click();
  await expect(page.getByText('试算已停止，草案没有变。')).toBeVisible();
  await expect(button(page, '生效')).toBeDisabled();

  await button(page, '试算').click();
  const losers = page.getByRole('region', { name: '得到更少最多的客户' });
  await expect(losers.getByRole('row').filter({ hasText: '南岭物流车队' })).toContainText('-¥');
  await expect(losers.getByText('张建国')).toHaveCount(0);
  await lookAt(page, 'simulation-result');

  await button(page, '生效').click();
  const dialog = page.getByRole('dialog', { name: '让这份草案生效' });
  await expect(dialog.getByLabel('从哪天起执行')).toHaveValue('2026年12月1日');
  await dialog.getByRole('button', { name: '生效' }).click();
  await expect(page.getByText('这份草案已成为第 1 版，2026年12月1日 起执行')).toBeVisible();

  // The list of editions leads back to what was expected.
  await desk.open(page, owner, '/membership/design');
  await page.getByRole('link', { name: '看当时的预计' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '少给一点' })).toBeVisible();
});
