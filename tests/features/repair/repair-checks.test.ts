import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repairFields, repairPartFields } from '#shared/features/repair/repair.fields.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
  type Carrier,
  type Window,
} from '#tests/support/core.ts';
import { carryOut, newTeam, onlySmallLists } from '#tests/support/inspection.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';
import { reason } from '#tests/support/refusal.ts';

const secret = { password };

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const vin = 'LZZ5CLVB0KA000001';

/** A workshop: a technician with a team leader, an inspector, a manager, and one order of a class. */
async function workshop(
  carrier: Carrier,
  repairClass: 'minor' | 'secondMaintenance' | null = 'secondMaintenance',
) {
  const clock = testClock();
  const core = await openTestCore({ clock, reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, carrier);
  await onlySmallLists(core);
  const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
  const inspector = await personWindow(core, carrier, owner, '质检', ['inspector']);
  const leader = await personWindow(core, carrier, owner, '班长', ['technician']);
  const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
  await newTeam(owner, leader.personId, technician.personId);
  const values = newValues(repairFields, {
    number: 'R1',
    vin,
    repairClass,
    state: 'working',
    checkedInOn: '2026-11-18',
    odometerKm: 100_000,
    technicianId: technician.personId,
  });
  const { id: repairId } = await owner.client.repair.create({ values });
  const tasks = { ownerId: technician.personId, dueOn: '2026-11-20' };
  const pass = async (): Promise<void> => {
    await carryOut(technician, password, { purpose: 'self', repairId });
    await carryOut(leader, password, { purpose: 'peer', repairId });
    await carryOut(inspector, password, { purpose: 'final', repairId });
  };
  const handOver = async () => {
    const now = await owner.client.repair.get({ id: repairId });
    return owner.client.repair.update({
      id: repairId,
      version: now.record.version,
      values: { ...values, state: 'handedOver', handedOverOn: '2026-11-18' },
    });
  };
  return {
    clock,
    core,
    owner,
    manager,
    inspector,
    leader,
    technician,
    repairId,
    values,
    tasks,
    pass,
    handOver,
  };
}

describe.each(carriers)('三级质检 over %s', (carrier) => {
  it('is done by three people in order, and only then may the vehicle be handed over', async () => {
    const { owner, inspector, leader, technician, repairId, handOver } = await workshop(carrier, 'minor');
    const start = (window: typeof inspector, purpose: 'self' | 'peer' | 'final') =>
      reason(window.client.inspection.start({ purpose, repairId }));
    expect(await start(inspector, 'final')).toBe('check-order');
    expect(await start(leader, 'self')).toBe('check-not-the-technician');
    expect(await reason(handOver())).toBe('repair-not-checked');
    await carryOut(technician, password, { purpose: 'self', repairId });
    expect(await start(technician, 'peer')).toBe('check-not-the-team-leader');
    expect(await start(inspector, 'peer')).toBe('check-not-the-team-leader');
    await carryOut(leader, password, { purpose: 'peer', repairId });
    expect(await start(leader, 'final')).toBe('check-needs-other-person');
    await carryOut(inspector, password, { purpose: 'final', repairId });
    const checks = await owner.client.repair.checks({ id: repairId });
    expect(checks.levels.map(({ state, signerName }) => [state, signerName])).toEqual([
      ['passed', '技师'],
      ['passed', '班长'],
      ['passed', '质检'],
    ]);
    expect(checks.leaveRefusal).toBeNull();
    expect(await reason(handOver())).toBe('done');
  });

  it('needs a repair class first', async () => {
    const { technician, repairId } = await workshop(carrier, null);
    expect(await reason(technician.client.inspection.start({ purpose: 'self', repairId }))).toBe(
      'check-repair-class-missing',
    );
  });

  it('sends a failed order back under a number of its own, keeps the round, and counts it', async () => {
    const { owner, inspector, leader, technician, repairId, tasks, pass, handOver } = await workshop(
      carrier,
      'minor',
    );
    await carryOut(technician, password, { purpose: 'self', repairId });
    await carryOut(
      leader,
      password,
      { purpose: 'peer', repairId },
      { paint: { result: 'ng', note: '划伤' } },
      tasks,
    );
    const failed = await owner.client.repair.checks({ id: repairId });
    expect(failed.round).toBe(2);
    expect(failed.reworks).toMatchObject([
      { number: '2026-F001', round: 1, state: 'open', technicianName: '技师' },
    ]);
    expect(failed.reworks[0]?.reason).toContain('划伤');
    expect(failed.leaveRefusal).toBe('repair-rework-open');
    expect(await reason(technician.client.inspection.start({ purpose: 'self', repairId }))).toBe(
      'check-rework-open',
    );
    const reworkId = failed.reworks[0]?.id ?? 0;
    const paper = async (window: Window, name: string): Promise<string> =>
      pagesOf(await paperBytes(await window.client.repair.printRework({ reworkId }), name)).join('|');
    if (pdfTools) {
      const open = await paper(leader, 'rework.pdf');
      for (const text of ['返工单', '2026-F001', '待返工', '互检', '漆面', '划伤', '班长', '第1页共1页'])
        expect(open, text).toContain(text);
      // The items that were good do not stand on it.
      expect(open).not.toContain('灯光');
    }
    expect(await reason(leader.client.repair.finishRework({ reworkId, note: '不是我的' }))).toBe('forbidden');
    await technician.client.repair.finishRework({
      reworkId,
      note: '补漆',
      hoursHundredths: 150,
      costFen: 8000,
    });
    expect((await technician.client.rework.get({ id: reworkId })).record).toMatchObject({
      state: 'done',
      hoursHundredths: 150,
      costFen: 8000,
    });
    expect(await reason(technician.client.repair.finishRework({ reworkId, note: '再来' }))).toBe(
      'rework-done',
    );
    if (pdfTools) {
      await owner.client.session.setLanguage({ language: 'en' });
      const done = await paper(owner, 'rework-done-en.pdf');
      for (const text of ['Reworkorder', 'Reworked', '补漆', '1.5', '80.00', 'Page1of1'])
        expect(done, text).toContain(text);
      await owner.client.session.setLanguage({ language: 'zh-CN' });
    }
    await pass();
    const passed = await owner.client.repair.checks({ id: repairId });
    expect(passed.rounds.map(({ round, purpose, state }) => `${round} ${purpose} ${state}`)).toEqual([
      '1 self passed',
      '1 peer failed',
      '2 self passed',
      '2 peer passed',
      '2 final passed',
    ]);
    expect(await reason(handOver())).toBe('done');
    const rate = await inspector.client.repair.passRate({ from: '2026-11-01', to: '2026-11-30' });
    expect(rate.store).toEqual({ checked: 1, firstPass: 0, rateBasisPoints: 0 });
    expect(rate.people).toMatchObject([{ name: '技师', teamName: '机修一班', checked: 1, firstPass: 0 }]);
    expect(rate.orders).toMatchObject([{ repairId, reworks: 1 }]);
  });
});

describe.each(carriers)('非原厂配件 over %s', (carrier) => {
  it('stop the final check and the hand-over until the customer agreed and a manager said why', async () => {
    const { owner, manager, inspector, leader, technician, repairId, handOver } = await workshop(
      carrier,
      'minor',
    );
    const values = newValues(repairPartFields, {
      repairId,
      name: '机油滤芯',
      code: 'F-1',
      origin: 'equivalent',
      amountFen: 12_000,
    });
    const { id: partId } = await owner.client.repairPart.create({ values });
    await carryOut(technician, password, { purpose: 'self', repairId });
    await carryOut(leader, password, { purpose: 'peer', repairId });
    expect(await reason(inspector.client.inspection.start({ purpose: 'final', repairId }))).toBe(
      'check-parts-stopped',
    );
    expect(await reason(handOver())).toBe('check-parts-stopped');
    const allow = (window: typeof manager, version: number, given = secret) =>
      reason(window.client.repair.allowPart({ partId, version, reason: '原厂断货', secret: given }));
    expect(await allow(inspector, 1)).toBe('forbidden');
    expect(await allow(manager, 1)).toBe('part-consent-missing');
    await owner.client.repairPart.update({
      id: partId,
      version: 1,
      values: { ...values, consentBy: '车主', consentOn: '2026-11-18' },
    });
    expect(await allow(manager, 1)).toBe('conflict');
    expect(await allow(manager, 2, { password: 'Wrong-Horse-1' })).toBe('invalid-input');
    expect(await allow(manager, 2)).toBe('done');
    expect(await allow(manager, 3)).toBe('part-is-original');
    await carryOut(inspector, password, { purpose: 'final', repairId });
    const { exceptions, leaveRefusal } = await owner.client.repair.checks({ id: repairId });
    expect(exceptions).toMatchObject([{ stops: false, allowedReason: '原厂断货', allowedByName: '经理' }]);
    expect(leaveRefusal).toBeNull();
    // Another supplier is another part: the allowance does not hold for it.
    await owner.client.repairPart.update({
      id: partId,
      version: 3,
      values: { ...values, consentBy: '车主', consentOn: '2026-11-18', supplier: '乙' },
    });
    expect(await reason(handOver())).toBe('check-parts-stopped');
    const figures = await owner.client.repair.partOrigins({ from: '2026-10-01', to: '2026-11-30' });
    expect(figures).toMatchObject({ lines: 1, originalLines: 0, linesBasisPoints: 0, amountFen: 12_000 });
    expect(figures.months).toMatchObject([
      { month: '2026-10', lines: 0, linesBasisPoints: null, amountBasisPoints: null },
      { month: '2026-11', lines: 1, originalLines: 0, linesBasisPoints: 0, amountBasisPoints: 0 },
    ]);
    expect(figures.exceptions).toMatchObject([{ repairNumber: 'R1', stops: true, allowedReason: null }]);
  });
});

describe.each(carriers)('竣工出厂合格证 over %s', (carrier) => {
  it('is numbered without gaps, signed, printed, and its void numbers stay', async () => {
    const { core, owner, manager, inspector, technician, repairId, pass, handOver } = await workshop(carrier);
    const issue = (window: typeof manager) => window.client.repair.issueCertificate({ id: repairId, secret });
    expect(await reason(issue(inspector))).toBe('repair-not-checked');
    await pass();
    expect(await reason(handOver())).toBe('repair-certificate-missing');
    expect(await reason(issue(technician))).toBe('forbidden');
    const first = await issue(inspector);
    expect(first.number).toBe('2026-H001');
    expect(await reason(issue(inspector))).toBe('certificate-issued');
    const { certificateId } = first;
    const cancel = (window: typeof manager) =>
      reason(window.client.repair.voidCertificate({ certificateId, reason: '里程写错', secret }));
    expect(await cancel(inspector)).toBe('forbidden');
    expect(await cancel(manager)).toBe('done');
    expect(await cancel(manager)).toBe('certificate-void');
    expect((await issue(inspector)).number).toBe('2026-H002');
    const { certificates, warranty } = await owner.client.repair.checks({ id: repairId });
    expect(certificates).toMatchObject([
      { number: '2026-H001', state: 'void', voidReason: '里程写错', verdict: { state: 'valid' } },
      { number: '2026-H002', state: 'issued', issuedByName: '质检', verdict: { state: 'valid' } },
    ]);
    expect(warranty).toEqual({ days: 30, kilometres: 5000, untilOn: '2026-12-18', untilKm: 105_000 });
    expect(await reason(handOver())).toBe('done');
    const { rows } = await owner.client.certificate.list({});
    expect(rows.map(({ number }) => number).sort()).toEqual(['2026-H001', '2026-H002']);

    const print = async (window: typeof inspector, id: number, name: string): Promise<string> =>
      pagesOf(
        await paperBytes(await window.client.repair.printCertificate({ certificateId: id }), name),
      ).join('|');
    const change = (content: string) =>
      core.database.write((writer) =>
        writer.updateTable('certificateSnapshot').set({ content }).where('certificateId', '=', 2).execute(),
      );
    if (pdfTools) {
      const paper = await print(inspector, 2, 'certificate.pdf');
      for (const text of [
        '机动车维修竣工出厂合格证',
        '2026-H002',
        '有效',
        '二级维护',
        '100,000km',
        '5,000公里或30日',
      ])
        expect(paper, text).toContain(text);
      expect(paper).toContain('第1页共1页');
      // In English the prescribed words stay, the translation stands beside them.
      await inspector.client.session.setLanguage({ language: 'en' });
      const english = await print(inspector, 2, 'certificate-en.pdf');
      for (const text of [
        '机动车维修竣工出厂合格证',
        'Completioncertificateofvehiclerepair',
        '托修方Customer',
        '质量检验员Inspector',
        'therepair,thestorerepairsitagain',
        'Page1of1',
      ])
        expect(english, text).toContain(text);
      await inspector.client.session.setLanguage({ language: 'zh-CN' });
      expect(await print(inspector, 1, 'certificate-void.pdf')).toContain('里程写错');
      // Another odometer behind the signature: printed, and marked.
      const { content } = await core.database.reader
        .selectFrom('certificateSnapshot')
        .select('content')
        .where('certificateId', '=', 2)
        .executeTakeFirstOrThrow();
      await change(content.replace('100000', '90000'));
      expect(await print(inspector, 2, 'certificate-changed.pdf')).toContain('签字无效：内容被改动');
    }
    await change('{}');
    const after = await owner.client.repair.checks({ id: repairId });
    expect(after.certificates[1]?.verdict).toEqual({ state: 'void', problems: ['content'] });
    expect(await reason(inspector.client.repair.printCertificate({ certificateId: 2 }))).toBe(
      'certificate-unreadable',
    );
  });
});

describe.each(carriers)('返修 over %s', (carrier) => {
  it('is recognised within the warranty, said by a person, and counted', async () => {
    const { clock, owner, inspector, repairId, values, pass, handOver } = await workshop(carrier, 'minor');
    await pass();
    await handOver();
    clock.set('2026-11-28T02:00:00.000Z'); // the tenth day: still within
    const { token } = await owner.client.session.signIn({ login: '王总', password });
    owner.token = token; // twelve hours have passed
    inspector.token = (await inspector.client.session.signIn({ login: '质检', password })).token;
    const again = { ...values, number: 'R2', checkedInOn: '2026-11-28', odometerKm: 101_000 };
    const { id } = await owner.client.repair.create({ values: again });
    expect((await owner.client.repair.checks({ id })).returnCandidate).toEqual({
      id: repairId,
      number: 'R1',
      leftOn: '2026-11-18',
      untilOn: '2026-11-28',
      untilKm: 102_000,
    });
    const span = { from: '2026-11-01', to: '2026-11-30' };
    expect(await owner.client.repair.returns(span)).toMatchObject({ checkedIn: 2, returns: 0, undecided: 1 });
    expect(await reason(inspector.client.repair.decideReturn({ id, isReturn: true }))).toBe('forbidden');
    expect(await reason(owner.client.repair.decideReturn({ id: repairId, isReturn: true }))).toBe(
      'return-not-found',
    );
    await owner.client.repair.decideReturn({ id, isReturn: true });
    expect(await owner.client.repair.returns(span)).toMatchObject({
      returns: 1,
      undecided: 0,
      months: [{ month: '2026-11', returns: 1 }],
      orders: [{ repairId: id, returnOfNumber: 'R1', isReturn: true }],
    });
    expect((await owner.client.repair.get({ id })).record).toMatchObject({
      returnOfId: repairId,
      isReturn: true,
    });
    await owner.client.repair.decideReturn({ id, isReturn: false });
    expect(await owner.client.repair.returns(span)).toMatchObject({ returns: 0, undecided: 0, orders: [] });
  });
});
