import { newCustomer } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('the owner hands over the customers of one who leaves, takes it back, gives a person a copy and deletes the data', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const { client } = owner;
  const leaver = await desk.addPerson(owner, '张离', ['salesConsultant']);
  await desk.addPerson(owner, '李接', ['salesConsultant']);
  for (const name of ['欧阳明', '乙运输', '丙运输'])
    await client.customer.create({
      values: newCustomer({ name, phone: '13812345678', consultantId: leaver.personId }),
    });

  await desk.open(page, owner, '/assignment/hand-over');
  await page.getByRole('link', { name: '张离' }).click();
  await page.getByRole('combobox', { name: '全部交给' }).click();
  await page.getByRole('option', { name: '李接' }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('说明').fill('月底离职');
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: '交接结果' });
  await expect(preview.getByText('将交出 3 项')).toBeVisible();
  await preview.getByRole('button', { name: '确认交接' }).click();
  await expect(page.getByText('已交接 3 项')).toBeVisible();
  await expect(page.getByText('张离 → 李接')).toBeVisible();
  await page.getByRole('button', { name: '撤销交接' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销交接' }).click();
  await expect(page.getByText('已撤销：还回 3 项')).toBeVisible();
  await expect(page.getByRole('table', { name: '类别' }).getByText('名下客户')).toBeVisible();
  await lookAt(page, 'hand-over');

  await desk.open(page, owner, '/customer/1');
  await page.getByRole('tab', { name: '归属与隐私' }).click();
  await expect(page.getByRole('table', { name: '归属记录' }).getByText('李接 → 张离')).toBeVisible();
  await lookAt(page, 'ownership');
  await page.getByRole('button', { name: '个人信息副本' }).click();
  await page.getByLabel('原因').fill('客户当面要求');
  await page.getByRole('button', { name: '生成副本' }).click();
  await expect(
    page.getByRole('dialog', { name: '打印预览：个人信息副本 欧阳明' }).locator('object'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '删除个人信息' }).click();
  const erase = page.getByRole('dialog', { name: '删除“欧阳明”的个人信息' });
  await expect(erase.getByText('操作记录里的旧内容一并抹去')).toBeVisible();
  await erase.getByLabel('原因').fill('客户书面要求');
  await erase.getByLabel(/再输入一次客户名称/u).fill('欧阳明');
  await page.keyboard.press('Enter');
  await expect(page.getByText('客户 #1，客户书面要求')).toBeVisible();
  await page.getByRole('button', { name: '打印删除证明' }).click();
  await expect(
    page.getByRole('dialog', { name: '打印预览：个人信息删除证明 1' }).locator('object'),
  ).toBeVisible();

  await desk.open(page, owner, '/personal-data/log');
  // Who looked stays; the words of the reason went with the person.
  const copied = page.getByRole('row', { name: /个人信息副本/u });
  await expect(copied).toBeVisible();
  await expect(copied).not.toContainText('客户当面要求');
  await lookAt(page, 'access-log');
});
