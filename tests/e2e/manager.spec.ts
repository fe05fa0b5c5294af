import type { Page } from '@playwright/test';
import { repairFields, repairPartFields } from '#shared/features/repair/repair.fields.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { carryOut, newTeam, onlySmallLists } from '#tests/support/inspection.ts';
import { newValues } from '#tests/support/records.ts';
import { expect, password, test, type Desk, type Signed } from './support/desk.ts';
import { expectFits, lookAt, picture } from './support/look.ts';

type Garage = {
  readonly owner: Signed;
  readonly manager: Signed;
  readonly inspector: Signed;
  readonly repairId: number;
};

/** A second-level maintenance that passed two levels, with a filter of another maker that the customer agreed to. */
async function garage(desk: Desk): Promise<Garage> {
  const owner = await desk.setUp();
  await onlySmallLists(desk.core);
  const manager = await desk.addPerson(owner, '赵经理', ['manager']);
  const inspector = await desk.addPerson(owner, '周检', ['inspector']);
  const leader = await desk.addPerson(owner, '钱班长', ['technician']);
  const technician = await desk.addPerson(owner, '李技师', ['technician']);
  await newTeam(owner, leader.personId, technician.personId);
  const { id: repairId } = await owner.client.repair.create({
    values: newValues(repairFields, {
      number: 'GD20261118007',
      vin: 'LZZ5CLVB0KA000001',
      repairClass: 'secondMaintenance',
      state: 'done',
      checkedInOn: '2026-11-18',
      odometerKm: 100_000,
      technicianId: technician.personId,
    }),
  });
  await owner.client.repairPart.create({
    values: newValues(repairPartFields, {
      repairId,
      name: '机油滤芯',
      code: 'F-1',
      origin: 'equivalent',
      amountFen: 12_000,
      voucher: 'SH-77',
      consentBy: '车主张师傅',
      consentOn: '2026-11-18',
    }),
  });
  await carryOut(technician, password, { purpose: 'self', repairId });
  await carryOut(leader, password, { purpose: 'peer', repairId });
  return { owner, manager, inspector, repairId };
}

/** Fills a dialog that asks for a reason and the own password, and signs by keyboard alone. */
async function signWith(page: Page, label: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(label)).toBeFocused();
  await page.keyboard.type(reason);
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a manager lets a part through, grants time to a complaint and takes a certificate back', async ({
  desk,
  page,
}) => {
  const { owner, manager, inspector, repairId } = await garage(desk);
  const { client } = owner;

  // The final check stands still until the manager writes why; on the tablet that is at hand in the workshop.
  const begin = () => inspector.client.inspection.start({ purpose: 'final', repairId });
  await expect(begin()).rejects.toThrow();
  await page.setViewportSize({ width: 800, height: 1180 });
  await desk.open(page, manager, `/repair/${repairId}`);
  await expect(page.getByText('待放行')).toBeVisible();
  await expect(page.getByText(/客户同意：车主张师傅/u)).toBeVisible();
  await page.getByRole('button', { name: '放行', exact: true }).click();
  await picture(page, 'manager-allow-800');
  await signWith(page, '放行原因', '原厂断货，等三天');
  await expect(page.getByText(/赵经理 于 .* 放行：原厂断货，等三天/u)).toBeVisible();
  await expect(page.getByText('已放行')).toBeVisible();
  await expectFits(page, 'repair of the manager at 800');
  await picture(page, 'manager-allowed-800');
  await carryOut(inspector, password, { purpose: 'final', repairId });
  const { certificateId } = await inspector.client.repair.issueCertificate({
    id: repairId,
    secret: { password },
  });

  // A complaint's extension waits on the desk.
  await client.complaint.create({ values: newComplaint({ subject: '修后异响', severity: 'serious' }) });
  await client.complaint.take({ id: 1, version: 1 });
  const { version } = await client.complaint.view({ id: 1 });
  await client.complaint.extend({
    id: 1,
    version,
    stage: 'answer',
    days: 3,
    reason: '配件厂家缺货',
    consent: null,
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.open(page, manager, '/');
  await page
    .getByRole('link', { name: /2026-T001/u })
    .first()
    .click();
  await page.getByRole('button', { name: '批复延期' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('配件厂家缺货');
  await dialog.getByLabel('批复意见').fill('同意，三天内装好');
  await lookAt(page, 'manager-extension');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已批准', { exact: true })).toBeVisible();

  // The certificate names the wrong odometer: void with a reason, its number stays in the register for good.
  await desk.open(page, manager, `/repair/${repairId}`);
  await page.getByRole('button', { name: '作废', exact: true }).click();
  await signWith(page, '作废原因', '里程写错');
  await expect(page.getByText(/作废：里程写错/u)).toBeVisible();
  await expect(page.getByText(/还不能交车：.*合格证/u)).toBeVisible();
  await lookAt(page, 'manager-voided');
  await inspector.client.repair.issueCertificate({ id: repairId, secret: { password } });
  await desk.open(page, manager, '/certificate');
  await expect(page.getByRole('grid')).toContainText('2026-H001');
  await expect(page.getByRole('grid')).toContainText('2026-H002');
  const { record } = await client.certificate.get({ id: certificateId });
  expect(record).toMatchObject({ number: '2026-H001', state: 'void', voidReason: '里程写错' });
});
