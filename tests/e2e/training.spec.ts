import { personFields } from '#shared/features/person/person.fields.ts';
import { trainingCertificateFields } from '#shared/features/training/training.fields.ts';
import { newValues } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

test('a session of the year from its plan to attendance, mark and hours', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp();
  const { client } = owner;
  const { id: personId } = await client.person.create({
    values: newValues(personFields, { name: '李顾问' }),
  });
  await client.trainingCertificate.create({
    values: newValues(trainingCertificateFields, {
      personId,
      name: '内训师证',
      issuedOn: '2024-01-01',
      expiresOn: '2026-12-01',
    }),
  });

  // Nobody is in charge yet: the page says so and leads there.
  await desk.open(page, owner, '/training/year');
  await expect(page.getByRole('heading', { level: 1, name: '年度培训' })).toBeVisible();
  await page.getByRole('link', { name: '定培训负责人' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '新建年度培训计划' })).toBeVisible();
  await page.getByLabel('年度').fill('2026');
  await page.getByRole('combobox', { name: '培训负责人' }).fill('王建国');
  await page.getByRole('option', { name: /王建国/u }).click();
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await client.training.year({ year: 2026 })).leaderName).toBe('王建国');

  // A session with an exam.
  await desk.open(page, owner, '/training/new');
  await page.getByLabel('培训名称').fill('客户知识第一讲');
  await page.getByRole('combobox', { name: '课题' }).fill('客户知识');
  await page.getByRole('option', { name: /客户知识/u }).click();
  await page.getByLabel('状态').selectOption('held');
  await page.getByLabel('结束').fill('15:30');
  await page.getByLabel('及格分').fill('60');
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/training\/\d+$/u);
  await expect(page.getByRole('heading', { level: 1, name: '客户知识第一讲' })).toBeVisible();

  // Who was there, with the mark, in the table itself.
  const people = page.getByRole('region', { name: '参训人员与成绩' });
  await people.getByRole('button', { name: '添加' }).click();
  await people.getByRole('combobox', { name: '人员' }).fill('李顾问');
  await page.getByRole('option', { name: /李顾问/u }).click();
  await people.getByLabel('出勤').selectOption('present');
  await people.getByLabel('成绩').fill('85');
  await page.keyboard.press('Enter');
  await people.getByLabel('说明').last().press('Enter');
  await expect(people.getByRole('row', { name: /李顾问 出勤 85 删除/u })).toBeVisible();
  // The next line stands ready.
  await expect(people.getByLabel('成绩')).toHaveValue('');
  await picture(page, 'training-session');

  await desk.open(page, owner, '/training/year');
  const hours = page.getByRole('table', { name: '人员课时' });
  await expect(hours.getByRole('row', { name: /李顾问/u })).toContainText('1.5');
  await expect(page.getByRole('region', { name: /成长收获季/u })).toContainText('课时 1.5 / 计划 2');
  await expect(page.getByText('内训师证')).toBeVisible();
  await lookAt(page, 'training-year');

  // The calendar by the keyboard: the session of the day opens with Enter.
  await page.getByRole('link', { name: '培训日历' }).click();
  const days = page.getByRole('grid', { name: '2026年11月' });
  await expect(days.getByRole('link', { name: /客户知识第一讲/u })).toBeVisible();
  await days.getByRole('gridcell', { name: /2026年11月17日，0 场/u }).click();
  await page.keyboard.press('ArrowRight');
  await expect(days.getByRole('gridcell', { name: /2026年11月18日，1 场/u })).toBeFocused();
  await lookAt(page, 'training-calendar');
  await days.getByRole('gridcell', { name: /2026年11月18日，1 场/u }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '客户知识第一讲' })).toBeVisible();

  // How far the person has come stands on the person's page.
  await desk.open(page, owner, `/person/${personId}`);
  const growth = page.getByRole('region', { name: '成长档案' });
  await growth.getByRole('button', { name: '按课题铺设路径 · 业务骨干' }).click();
  await expect(growth.getByRole('row', { name: /客户知识 2026年3月31日 已完成/u })).toBeVisible();
  await client.session.setLanguage({ language: 'en' });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Growth' })).toBeVisible();
  await picture(page, 'training-growth-en');
});
