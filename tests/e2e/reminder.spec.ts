import { campaignFields } from '#shared/features/campaign/campaign.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { expect, test, type Signed } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { tabTo } from './support/tab-to.ts';

/** Three customers, each with a truck whose test is due; the first one's insurance ended too. */
async function dueVehicles(owner: Signed): Promise<void> {
  for (const [index, name] of ['顺达物流有限公司', '张建国', '李海'].entries()) {
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name, phone: `1380000111${index}` }),
    });
    await owner.client.vehicle.create({
      values: newValues(vehicleFields, {
        plate: `粤B1000${index}`,
        customerId,
        kind: 'heavyTruck',
        use: 'private',
        model: '龙行 J6P 牵引车',
        annualTestDueOn: `2026-11-${String(28 + index - 2)}`,
        commercialInsuranceDueOn: index === 0 ? '2026-11-15' : null,
      }),
    });
  }
}

/** A campaign that runs for all customers. */
async function runningCampaign({ client }: Signed): Promise<void> {
  const source = {
    feature: 'customer' as const,
    list: { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false },
  };
  const days = { startsOn: '2026-11-18', endsOn: '2026-12-17' };
  const { id } = await client.campaign.make({ source, controlBp: 0, name: '冬检', ...days });
  const { record } = await client.campaign.get({ id });
  const values = newValues(campaignFields, {
    ...days,
    name: '冬检',
    offer: '免费冬检一次',
    script: '〔客户〕您好，冬检这个月免费。',
    personId: record.personId,
  });
  await client.campaign.update({ id, version: record.version, values });
  await client.campaign.start({ id, controlBp: 0, seen: 3 });
}

test('customer care goes through the whole list by keyboard: an appointment in three keys, the visit is found by itself', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const care = await desk.addPerson(owner, '周客服', ['customerCare']);
  await dueVehicles(owner);
  await runningCampaign(owner);

  await desk.open(page, care, '/reminder/call');
  await expect(page.getByText('今天 3 位客户，逾期 1 位')).toBeVisible();
  const rows = page.getByRole('list', { name: '应联系的客户' }).getByRole('button');
  await expect(rows.first()).toContainText('顺达物流有限公司');
  await expect(
    page.getByText(/顺达物流有限公司您好，我是南岭商用车的周客服。粤B\*\*\*00的商业险2026年11月15日到期/),
  ).toBeVisible();
  // The campaign is one more reason of the same call, with its words; the result answers for it.
  await expect(rows.first()).toContainText('活动');
  await expect(page.getByText('顺达物流有限公司您好，冬检这个月免费。')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '客户对“冬检”的答复' })).toHaveValue('accepted');
  await lookAt(page, 'reminder-call');

  // The keyboard stands in the list when the page opens. The key of the result, Enter: the first free bay of tomorrow is booked.
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: '已预约' })).toBeFocused();
  const hour = page.getByRole('combobox', { name: '预约时段' });
  await expect(hour).toHaveValue('8');
  // Further ahead than bays are promised: said beside the day at once, and no hour is offered.
  const onDay = page.getByLabel('预约日期');
  await onDay.fill('2027-03-01');
  await onDay.press('Tab');
  await expect(page.getByText('不能晚于2027年2月16日。')).toBeVisible();
  await expect(hour.getByRole('option')).toHaveCount(0);
  await onDay.fill('2026-11-19');
  await onDay.press('Tab');
  await expect(hour).toHaveValue('8');
  await page.getByRole('radio', { name: '已预约' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已预约：顺达物流有限公司，2026年11月19日 08:00')).toBeVisible();
  await expect(rows).toHaveCount(2);

  // The next one has come; not answered, and the one after asks to be called on another day.
  await expect(page.getByRole('heading', { level: 2, name: '张建国' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '有意向' })).toBeFocused();
  await page.keyboard.press('9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '李海' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '有意向' })).toBeFocused();
  await page.keyboard.press('Tab');
  // A day that has passed stands with its sentence; it is not passed over.
  await page.keyboard.type('20261101');
  await page.keyboard.press('Tab');
  await expect(page.getByText('不能早于2026年11月18日。')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20261125');
  await tabTo(page, page.getByRole('textbox', { name: '客户原话（可不填）' }));
  await page.keyboard.type('下周三再打');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('今天没有要联系的客户')).toBeVisible();

  // Nobody is left to be spoken with about the campaign either.
  await desk.open(page, care, '/campaign/touch');
  await expect(page.getByText('今天没有要联系的客户。')).toBeVisible();

  // The customer comes; nobody enters that.
  await importedRepair(desk.core, {
    number: 'W20261118',
    vehicleId: 1,
    customerId: 1,
    type: 'maintenance',
    state: 'working',
    checkedInOn: '2026-11-18',
  });
  await desk.open(page, care, '/reminder/appointment');
  await expect(page.getByText('已到店', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'W20261118' })).toBeVisible();
  await lookAt(page, 'reminder-appointment');
  await desk.open(page, owner, '/reminder/figure');
  await page.getByRole('button', { name: '合计 · 到店 1' }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: '顺达物流有限公司' })).toBeVisible();
});
