import { expect, password, test, type Signed } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import type { Role } from '#shared/rpc/rights.ts';

/** Gives somebody of the sample store an account and signs in. */
async function signIn(owner: Signed, personId: number, login: string, roles: Role[]): Promise<Signed> {
  await owner.client.session.saveAccount({ personId, login, roles, password });
  const { token } = await owner.client.session.signIn({ login, password });
  return { client: owner.client, token, personId };
}

test('a consultant reckons the income wanted and adopts it, the manager confirms, the goals are there', async ({
  desk,
  page,
}) => {
  const owner = await desk.openSample();
  const [waiting] = await owner.client.income.waiting({});
  if (!waiting) throw new Error('the sample store has no wish');
  const { personId, personName } = waiting;
  const { record: seller } = await owner.client.person.get({ id: personId });
  const { record: sales } = await owner.client.department.get({ id: seller.departmentId ?? 0 });
  const consultant = await signIn(owner, personId, '顾问', ['salesConsultant']);
  const manager = await signIn(owner, sales.leaderId ?? 0, '经理', ['manager']);

  // A test drive is put down with one key and saved with another.
  const { rows: leads } = await consultant.client.lead.list({
    page: 1,
    pageSize: 1,
    filters: [
      { field: 'state', operator: 'oneOf', value: ['new', 'following'] },
      { field: 'consultantId', operator: 'is', value: personId },
      { field: 'testDrivenOn', operator: 'empty' },
    ],
  });
  const leadId = leads[0]?.id ?? 0;
  await desk.open(page, consultant, `/lead/${leadId}`);
  await expect(page.getByRole('button', { name: '今天试驾' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: '首次试驾' })).not.toHaveValue('');
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await owner.client.lead.get({ id: leadId })).record.state).toBe('testDrive');

  await desk.open(page, consultant, '/income');
  await expect(page.getByRole('heading', { level: 1, name: '收入目标测算' })).toBeVisible();
  const wish = page.getByRole('textbox', { name: '每月想要的收入' });
  await wish.fill('15000');
  await wish.blur();
  // Without a goal attainment cannot be reckoned, and nothing is taken as 0.
  await expect(page.getByRole('main')).toContainText('缺的数据不当作 0');
  const goal = page.getByRole('textbox', { name: '计算达成率的目标' });
  await goal.fill('4');
  await goal.blur();
  const answer = page.getByRole('status').filter({ hasText: '每月交车' });
  const before = await answer.innerText();
  // A dearer insurance per vehicle needs fewer vehicles or brings more: the result follows at once.
  const insurance = page.getByRole('slider', { name: '每台保险' });
  await insurance.focus();
  await insurance.press('End');
  await expect(page.getByRole('group', { name: '每台保险' })).toContainText('假设');
  await expect(answer).not.toHaveText(before);
  await lookAt(page, 'income');
  // What October earned by the records stands below; the slip adds up to its total.
  await expect(page.getByRole('table', { name: '按实际业绩算的工资条' })).toContainText('底薪');
  const units = /每月交车 (\d+) 台/u.exec(await answer.innerText())?.[1] ?? '';
  await page.getByRole('button', { name: '采纳为我的目标' }).click();
  await expect(page.getByRole('article', { name: new RegExp(`15,000.00，${units} 台`, 'u') })).toContainText(
    '等待确认',
  );

  await desk.open(page, manager, '/');
  await page.getByRole('link', { name: `${personName} 申请 ${units} 台` }).click();
  const request = page.getByRole('article', { name: /15,000.00/u });
  await request.getByRole('button', { name: '确认为目标' }).click();
  await expect(request).toContainText('已确认');
  const { months } = await owner.client.income.basis({ personId });
  expect(String(months.find(({ month }) => month === '2026-12')?.givenUnits)).toBe(units);

  // The manager reads the rule by which it was reckoned.
  await page.getByRole('link', { name: '看规则' }).click();
  await expect(page.getByRole('table', { name: '工资条预览' })).toContainText('按台提成');
  await lookAt(page, 'pay');
});
