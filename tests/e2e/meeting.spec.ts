import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { pdfText, pdfTools } from '../support/pdf-text.ts';
import { expect, journeyInstant, ownerName, password, test, type Desk } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { holdSaves } from './support/saves.ts';

/** Signs in on the page as a person does; the preview's own frame takes no start script. */
async function signIn(desk: Desk, page: Page): Promise<void> {
  await page.goto(desk.url);
  await page.getByLabel('登录名').fill(ownerName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** The meeting as the core has it, once it is as expected. */
async function eventually(client: DeskClient, id: number, check: (view: MeetingView) => void): Promise<void> {
  await expect(async () => check(await client.meeting.get({ id }))).toPass();
}

test('a week from its figures to confirmed minutes, an amendment and the printed sheet', async ({
  desk,
  page,
}) => {
  test.slow();
  const { client } = await desk.openSample();
  const people = (await client.person.list({ pageSize: 100 })).rows;
  const chair = people.find(({ leftOn, name }) => leftOn === null && name !== ownerName)?.name ?? '';
  const other =
    people.find(({ leftOn, name }) => leftOn === null && name !== ownerName && name !== chair)?.name ?? '';
  await signIn(desk, page);

  // From the desk to the week.
  await page.getByRole('link', { name: '会议', exact: true }).click();
  await expect(page.getByText('2026-W46')).toBeVisible();
  await lookAt(page, 'meeting-1-list');
  await page.getByRole('button', { name: '打开本周例会' }).click();
  await expect(page).toHaveURL(/\/meeting\/2026-W47$/u);
  await page.getByRole('button', { name: '打开例会' }).click();
  await expect(page.getByRole('heading', { name: '第 47 周例会', level: 1 })).toBeVisible();
  await expect(page.getByText('草稿')).toBeVisible();
  const found = await client.meeting.find({ week: '2026-W47' });
  const id = found?.id ?? 0;
  const { content } = await client.meeting.get({ id });
  // Place, times and chair are those of the last meeting; here they are still to be settled.
  const { heldOn, recorder } = content;
  const nobody = { startsAt: null, endsAt: null, place: null, chairId: null };
  const values = { heldOn, recorderId: recorder?.id ?? null, ...nobody };
  await client.meeting.savePart({ id, version: 0, change: { part: 'head', values } });

  // Every figure as the pack has it; a count leads to as many rows, a sum to the same sum.
  const figures = page.getByRole('table', { name: '周完成进度' });
  await lookAt(page, 'meeting-2-progress');
  for (const line of content.pack.progress) {
    const name = { orders: '订单', serviceVisits: '入厂台次', receivablesCollected: '应收回款' }[
      line.indicator as string
    ];
    if (name === undefined || line.week.value === null) continue;
    await figures.getByRole('link', { name: new RegExp(`^${name} 本周`, 'u') }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    const shown =
      line.unit === 'fen'
        ? `¥${(line.week.value / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`
        : String(line.week.value);
    if (line.week.drill.measure === 'rows') await expect(page.getByText(`共 ${shown} 条`)).toBeVisible();
    else await expect(page.locator('tfoot').getByText(shown, { exact: true })).toBeVisible();
    await page.goBack();
    await expect(figures).toBeVisible();
  }

  // A comment and minutes are saved by themselves.
  await page.getByLabel('订单的说明').fill('牵引车来自同一车队，已收定金');
  await page
    .getByRole('button', { name: /周完成进度与差异原因/u })
    .first()
    .click();
  const minutes = page.getByLabel('“周完成进度与差异原因”的纪要');
  await minutes.pressSequentially('底盘改装延迟，五台顺延到下周三。');
  await eventually(client, id, (view) => {
    expect(view.content.comments.orders).toBe('牵引车来自同一车队，已收定金');
    expect(view.content.topics.map((topic) => [topic.title, topic.minutes])).toEqual([
      ['周完成进度与差异原因', '底盘改装延迟，五台顺延到下周三。'],
    ]);
  });

  // Somebody else changes the same comment meanwhile: told, not overwritten.
  const comment = page.getByLabel('交付的说明');
  await comment.focus();
  const release = await holdSaves(page);
  await comment.fill('我写的');
  await client.meeting.savePart({
    id,
    version: 0,
    change: { part: 'comment', topic: 'deliveries', text: '别人写的' },
  });
  await release();
  await expect(page.getByRole('alert')).toContainText('别人写的');
  await page.getByRole('button', { name: '用我的' }).click();
  await eventually(client, id, (view) => expect(view.content.comments.deliveries).toBe('我写的'));

  // The topic's clock: over its planned time it says so.
  const agenda = content.agenda.map(({ presenterName: _name, ...item }) => ({ ...item, plannedMinutes: 5 }));
  await client.meeting.savePart({ id, version: 0, change: { part: 'agenda', items: agenda } });
  await expect(page.getByText('0 / 5 分钟').first()).toBeVisible();
  await page.getByRole('button', { name: '开始：周完成进度与差异原因' }).click();
  await page.clock.setFixedTime(new Date(Date.parse(journeyInstant) + 8 * 60_000));
  await expect(page.getByText('超时')).toBeVisible();
  await page.getByRole('button', { name: '暂停：周完成进度与差异原因' }).click();
  await eventually(client, id, (view) => expect(view.content.agenda[1]?.actualMinutes).toBe(8));

  // The other two parts.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: '库存车与未交订单' })).toBeVisible();
  await lookAt(page, 'meeting-3-resources');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: '部门与个人目标' })).toBeVisible();
  await lookAt(page, 'meeting-4-plan');

  // Attendance by the keyboard.
  await tab(page, '签到');
  const rows = page.getByRole('table', { name: '签到表' }).locator('tbody tr');
  await rows.first().focus();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('4');
  await eventually(client, id, (view) =>
    expect(view.content.attendance.slice(0, 4).map(({ state }) => state)).toEqual([
      'present',
      'late',
      'excused',
      'absent',
    ]),
  );
  await lookAt(page, 'meeting-5-attendance');

  // A decision and an action item.
  await tab(page, '纪要与决议');
  await page.getByLabel('决议内容').fill('库龄超过九十天的车辆每周提出处置意见');
  await page.keyboard.press('Control+Enter');
  // The sample store has decisions and tasks before it.
  const [taken] = (await client.decision.list({ sort: [{ field: 'id', descending: true }] })).rows;
  await expect(page.getByText(taken?.number ?? '', { exact: true })).toBeVisible();
  await lookAt(page, 'meeting-6-record');
  await tab(page, '行动事项');
  await page.getByRole('textbox', { name: '要做什么' }).fill('与改装厂确认五台底盘交期');
  await page.getByRole('combobox', { name: '负责人' }).fill(other);
  await page
    .getByRole('option', { name: new RegExp(other, 'u') })
    .first()
    .click();
  await page.getByRole('textbox', { name: '到期日' }).fill('+7');
  await page.getByRole('textbox', { name: '检查方式' }).fill('看出库检查单');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('与改装厂确认五台底盘交期', { exact: true })).toBeVisible();
  const raised = await client.action.list({ sort: [{ field: 'id', descending: true }] });
  const number = raised.rows[0]?.number ?? '';
  await expect(page.getByText(number, { exact: true })).toBeVisible();
  await lookAt(page, 'meeting-7-actions');

  // What is missing is said before the password is asked.
  await page.getByRole('button', { name: '确认纪要' }).click();
  await expect(page.getByRole('dialog')).toContainText('主持人');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '修改会议信息' }).click();
  await page.getByRole('combobox', { name: '主持人' }).fill(chair);
  await page
    .getByRole('option', { name: new RegExp(chair, 'u') })
    .first()
    .click();
  await page.getByLabel('开始', { exact: true }).fill('900');
  await page
    .getByLabel('开会地点')
    .or(page.getByLabel('地点', { exact: true }))
    .first()
    .fill('二楼会议室');
  await eventually(client, id, (view) => {
    expect(view.content.chair?.name).toBe(chair);
    expect(view.content.startsAt).toBe('09:00');
    expect(view.content.place).toBe('二楼会议室');
  });
  await page.getByRole('button', { name: '确认纪要' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('密码', { exact: true }).fill('Wrong-Horse-1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await lookAt(page, 'meeting-8-confirm');
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('签名有效')).toBeVisible();
  await expect(page.getByText('已确认', { exact: true })).toBeVisible();
  await expect(page.getByLabel('订单的说明')).toHaveCount(0);
  expect((await client.meeting.verify({ id })).state).toBe('valid');

  // An amendment stands beside them.
  await page.getByRole('button', { name: '更正' }).click();
  await dialog.getByLabel('原因').fill('期限记错');
  await dialog.getByLabel('更正内容').fill('底盘顺延到下周五。');
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('底盘顺延到下周五。')).toBeVisible();
  await expect(page.getByText('签名有效')).toBeVisible();
  await lookAt(page, 'meeting-9-confirmed');

  // Preview and the printed sheet.
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.locator('object[type="application/pdf"]')).toHaveAttribute('data', /^blob:/u, {
    timeout: 60_000,
  });
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
  await expect(dialog).toBeHidden();
  const arrives = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: '打印与导出' }).click();
  await page.getByRole('menuitem', { name: '生成 PDF 文件' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe('2026-W47.pdf');
  if (pdfTools) {
    const text = pdfText(await readFile(await download.path()))
      .join('')
      .replaceAll(/\s/gu, '');
    for (const part of [
      '周例会纪要',
      '底盘改装延迟，五台顺延到下周三。',
      taken?.number ?? '',
      '库龄超过九十天的车辆每周提出处置意见',
      number,
      '底盘顺延到下周五。',
      '牵引车来自同一车队，已收定金',
    ])
      expect(text).toContain(part);
  }
});

test('action items: mine, reported, closed by somebody else with evidence, overdue told', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const clerk = await desk.addPerson(owner, '李梅', ['clerk']);
  const adviser = await desk.addPerson(owner, '赵强', ['serviceAdviser']);
  const add = (text: string, ownerId: number, dueOn: string) =>
    owner.client.action.create({
      values: { text, ownerId, dueOn, check: '看登记表', meetingId: null, decisionId: null },
    });
  await add('逐台邀约二级维护', adviser.personId, '2026-11-10');
  await add('整理车队名单', clerk.personId, '2026-11-25');

  await desk.open(page, adviser, '/action');
  await expect(page.getByText('逐台邀约二级维护')).toBeVisible();
  await expect(page.getByText('整理车队名单')).toHaveCount(0);
  await expect(page.getByText('逾期 8 天')).toBeVisible();
  await expect(page.getByRole('button', { name: '关闭', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '报完成' }).click();
  await page.getByLabel('做了什么').fill('四十一台已邀约');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已报完成')).toBeVisible();

  await desk.open(page, clerk, '/action?scope=overdue');
  await lookAt(page, 'action-overdue');
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await page.getByLabel('看到的证据').fill('登记表上四十一台');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有逾期的事项')).toBeVisible();
  await page.getByText('已关闭', { exact: true }).first().click();
  await expect(page.getByText('登记表上四十一台')).toBeVisible();

  // One's own item: the button is there and says why it cannot be used.
  await page.getByText('我负责的').click();
  await expect(page.getByText('整理车队名单')).toBeVisible();
  await expect(page.getByRole('button', { name: '关闭', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
