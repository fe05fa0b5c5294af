import '#electron/features/complaint/complaint.table.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  consentStanding,
  keptUntil,
  presentConsent,
  retentionYears,
  type ConsentEntry,
} from '#shared/features/personal-data/personal-data.rules.ts';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { roles, type Role } from '#shared/rpc/rights.ts';
import { readHeld } from '#electron/features/personal-data/personal-data.holding.ts';
import { readHeldLedger } from '#electron/features/personal-data/personal-data.ledger.ts';
import { copyDocument } from '#electron/features/personal-data/personal-data.report.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { newAgreement } from '#tests/support/partner.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe('rules of consent and retention', () => {
  const entry = (
    onDay: string,
    decision: ConsentEntry['decision'],
    ...scopes: ConsentEntry['scopes']
  ): ConsentEntry => ({ onDay, decision, scopes });

  it('follows the newest day of each scope; a refusal of calls or marketing keeps off lists', () => {
    const entries = [
      entry('2026-03-01', 'given', 'calls', 'marketing', 'manufacturer'),
      entry('2026-05-01', 'withdrawn', 'manufacturer'),
    ];
    expect(consentStanding(entries)).toEqual({
      calls: 'given',
      marketing: 'given',
      manufacturer: 'withdrawn',
    });
    expect(presentConsent(entries)).toBe('given');
    // Entered later, of an earlier day: what was said last counts.
    expect(presentConsent([...entries, entry('2026-02-01', 'refused', 'calls')])).toBe('given');
    expect(presentConsent([...entries, entry('2026-05-01', 'refused', 'marketing')])).toBe('refused');
    expect(presentConsent([entry('2026-05-01', 'refused', 'manufacturer')])).toBeNull();
    expect(presentConsent([])).toBeNull();
  });

  it('takes the row of the day and counts whole years, leap days too', () => {
    const rule = (years: number, validFrom: string, validTo: string | null) =>
      ({ kind: 'repair', years, validFrom, validTo }) as const;
    const rules = [rule(2, '2020-01-01', '2027-12-31'), rule(3, '2028-01-01', null)];
    expect(retentionYears(rules, 'repair', '2027-12-31')).toBe(2);
    expect(retentionYears(rules, 'repair', '2028-01-01')).toBe(3);
    expect(retentionYears(rules, 'repair', '2019-12-31')).toBeNull();
    expect(retentionYears(rules, 'sale', '2028-01-01')).toBeNull();
    expect(keptUntil('2024-02-29', 2)).toBe('2026-02-28');
  });
});

/** A person with a vehicle, a finished repair, a talk and a closed complaint. */
async function known(carrier: Carrier) {
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const { id: customerId } = await client.customer.create({
    values: newCustomer({
      name: '欧阳明',
      phone: '13812345678',
      identityNumber: '440301198001011234',
      address: '梅林路8号',
      note: '喜欢晚上打电话',
    }),
  });
  const { id: vehicleId } = await client.vehicle.create({
    values: newValues(vehicleFields, { customerId, plate: '粤B7K2M9', vin: 'LZZ5ELSE0PA123456' }),
  });
  const { id: repairId } = await client.repair.create({
    values: newValues(repairFields, {
      number: 'R-9',
      checkedInOn: '2026-10-01',
      customerId,
      customerName: '欧阳明',
      vehicleId,
      plate: '粤B7K2M9',
      fault: '离合打滑',
      labourFen: 80_000,
      state: 'cancelled',
    }),
  });
  const { id: talkId } = await client.followUp.create({
    values: newValues(followUpFields, {
      customerId,
      happenedOn: '2026-10-05',
      personId: 1,
      way: 'call',
      result: 'reached',
      content: '欧阳明说家里孩子高考',
    }),
  });
  return { core, owner, client, customerId, vehicleId, repairId, talkId };
}

const finds = async (client: DeskClient, typed: string): Promise<number> =>
  (await client.search.find({ text: typed })).length;

describe.each(carriers)('personal data over %s', (carrier) => {
  it('keeps what a customer said about consent, by whichever way it comes', async () => {
    const { client, customerId } = await known(carrier);
    const consentOf = async () => (await client.customer.get({ id: customerId })).record.consent;
    const said = { customerId, onDay: '2026-11-01', way: 'paper', note: null } as const;
    await client.personalData.enterConsent({ ...said, decision: 'given', scopes: ['calls', 'marketing'] });
    expect(await consentOf()).toBe('given');
    await client.personalData.enterConsent({
      ...said,
      onDay: '2026-11-10',
      way: 'telephone',
      decision: 'withdrawn',
      scopes: ['marketing'],
    });
    expect(await consentOf()).toBe('refused');
    const future = client.personalData.enterConsent({
      ...said,
      onDay: '2026-11-19',
      decision: 'given',
      scopes: ['calls'],
    });
    expect(await failure(future)).toMatchObject({ issues: [{ field: 'onDay', issue: 'in-future' }] });
    const { record } = await client.customer.get({ id: customerId });
    await client.customer.update({
      id: customerId,
      version: record.version,
      values: newCustomer({ name: '欧阳明', consent: 'given' }),
    });
    const { lines, standing } = await client.personalData.consents({ customerId });
    expect(lines.map(({ decision, way, personName }) => [decision, way, personName])).toEqual([
      ['given', 'paper', '王总'],
      ['withdrawn', 'telephone', '王总'],
      ['given', 'record', '王总'],
    ]);
    expect(standing).toEqual({ calls: 'given', marketing: 'given', manufacturer: null });
  });

  it('logs what was looked at and taken out, and marks who took much', async () => {
    const { core, owner, client, customerId } = await known(carrier);
    const adviser = await personWindow(core, carrier, owner, '顾问', ['serviceAdviser']);
    for (let count = 0; count < 20; count += 1)
      await adviser.client.customer.reveal({
        feature: 'customer',
        id: customerId,
        field: 'phone',
        reason: '回电',
      });
    const list = { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false };
    await client.export.start({ feature: 'customer', list, columns: ['name', 'phone'], format: 'csv' });
    const log = await client.personalData.accessLog({});
    expect(log.total).toBe(21);
    expect(log.lines[0]).toMatchObject({ kind: 'export', feature: 'customer', rows: 1, personName: '王总' });
    expect(log.lines[1]).toMatchObject({
      kind: 'reveal',
      recordId: customerId,
      field: 'phone',
      reason: '回电',
    });
    expect(log.unusual).toEqual([
      { personName: '顾问', day: '2026-11-18', reveals: 20, exports: 0, rows: 0 },
    ]);
    expect((await client.personalData.accessLog({ personId: adviser.personId })).total).toBe(20);
    expect((await client.personalData.accessLog({ from: '2026-11-19' })).total).toBe(0);
    const asked: readonly Role[] = carrier === 'port' ? roles : ['clerk'];
    for (const role of asked) {
      const { client: other } = await personWindow(core, carrier, owner, `试${role}`, [role]);
      const code = async (call: Promise<unknown>) => (await failure(call))?.code;
      expect([
        role,
        await code(other.personalData.accessLog({})),
        await code(other.personalData.deletionPreview({ customerId })),
      ]).toEqual([
        role,
        ['owner', 'auditor'].includes(role) ? undefined : 'forbidden',
        ['owner', 'manager'].includes(role) ? undefined : 'forbidden',
      ]);
    }
  });

  it('deletes a person everywhere at once: lists, search, history and audit, with the chain still sound', async () => {
    const { core, owner, client, customerId, vehicleId, repairId, talkId } = await known(carrier);
    const { id: agreementId } = await newAgreement(owner);
    const { cards } = await client.partnerCard.issue({
      key: 'k1',
      agreementId,
      customerIds: [customerId],
      each: 1,
      numbers: [],
      reason: 'goodwill',
      note: '孩子高考，送一张',
    });
    const cardId = cards[0]?.id ?? 0;
    const { id: memberId } = await client.membership.enrol({ customerId, note: null });
    await client.membership.grant({ id: memberId, receiptKey: 'g', points: 100, note: '高考顺利' });
    // The person's own copy tells every booking.
    const ledger = await readHeldLedger(core.database.reader, [customerId], 'zh-CN');
    expect(ledger?.records).toEqual([
      [
        { name: '会员号', value: 'V000001' },
        { name: '第 1 笔', value: '2026年11月18日' },
        { name: '赠送积分', value: '积分 100' },
        { name: '人员', value: '王总' },
        { name: '备注', value: '高考顺利' },
      ],
    ]);
    // It names the person once; whoever else is named stays.
    const actor = { personId: 1, name: '王总', roles: ['owner'], language: 'zh-CN', sessionKey: '' } as const;
    const held = await readHeld(core.database.reader, [customerId], actor);
    const naming = held.filter(({ records }) => records.flat().some(({ value }) => value === '欧阳明'));
    expect(naming.map(({ feature }) => feature)).toEqual(['customer']);
    expect(held.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['vehicle', 'repair', 'partnerCard', 'membership']),
    );
    // Plates and VIN have letters of one width, nothing else.
    const printed = { store: '店', auditCode: 'A', now: '2026-11-18T02:00:00.000Z' };
    const copy = {
      name: '欧阳明',
      personName: '王总',
      groups: held,
      consents: [],
      assignments: [],
      accesses: [],
    };
    const mono = [
      ...JSON.stringify(copyDocument(printed, copy, 'en')).matchAll(/"text":"([^"]*)","mono":true/gu),
    ];
    expect(new Set(mono.map(([, text]) => text))).toEqual(new Set(['粤B7K2M9', 'LZZ5ELSE0PA123456']));
    await client.membership.replaceCard({ id: memberId, reason: '高考那天丢了' });
    core.database.raw.writer.exec(`update membership set state = 'closed' where id = ${memberId}`);
    const { id: complaintId } = await client.complaint.create({
      values: newComplaint({
        receivedOn: '2026-11-01',
        subject: '欧阳明投诉等太久',
        customerId,
        customerName: '欧阳明',
        phone: '13812345678',
        description: '等了三个小时',
      }),
    });
    expect((await client.personalData.deletionPreview({ customerId })).blocks).toEqual([
      { block: 'complaint', count: 1 },
      { block: 'partnerCard', count: 1 },
    ]);
    const asked = { customerId, reason: '客户书面要求', name: '欧阳明' };
    expect(await failure(client.personalData.erase(asked))).toMatchObject({
      reason: 'personal-data-blocked',
    });
    await core.database.write((writer) =>
      writer
        .updateTable('complaint')
        .set({ state: 'closed', closedOn: '2026-11-10' })
        .where('id', '=', complaintId)
        .execute(),
    );
    expect(await failure(client.personalData.erase(asked))).toMatchObject({
      reason: 'personal-data-blocked',
    });
    const card = await client.partnerCard.view({ id: cardId });
    await client.partnerCard.redeem({
      id: cardId,
      quantity: card.balance,
      onDay: '2026-11-18',
      receiptKey: null,
      note: '高考后用掉',
    });
    expect((await client.personalData.deletionPreview({ customerId })).blocks).toEqual([]);
    expect(await failure(client.personalData.erase({ ...asked, name: '欧阳' }))).toMatchObject({
      issues: [{ field: 'name', issue: 'other-name' }],
    });

    onFaultPoint((name) => {
      if (name === 'personal-data:after:repair') throw new Error('struck');
    });
    onTestFinished(() => onFaultPoint(undefined));
    expect(await failure(client.personalData.erase(asked))).toMatchObject({ code: 'internal' });
    onFaultPoint(undefined);
    expect((await client.customer.get({ id: customerId })).record).toMatchObject({
      name: '欧阳明',
      removedAt: null,
    });
    expect((await client.repair.get({ id: repairId })).record.plate).toBe('粤B7K2M9');
    for (const typed of ['欧阳明', '13812345678', '粤B7K2M9'])
      expect(await finds(client, typed)).toBeGreaterThan(0);

    const preview = await client.personalData.deletionPreview({ customerId });
    expect(preview.keeps.toSorted((x, y) => (x.kind < y.kind ? -1 : 1))).toMatchObject([
      { kind: 'complaint', count: 1, years: 3, until: '2029-11-10' },
      { kind: 'membership', count: 1, years: 5, until: '2031-11-18' },
      { kind: 'repair', count: 1, years: 2, until: '2028-10-01', confirmed: false },
    ]);
    expect(preview.auditRows).toBeGreaterThan(0);
    const done = await client.personalData.erase(asked);
    expect(done.backupsUntil).toBe('2027-12-18');

    const name = `已删除客户 #${customerId}`;
    const { record } = await client.customer.get({ id: customerId });
    expect(record).toMatchObject({ name, phone: null, identityNumber: null, address: null, note: null });
    expect(record.removedAt).not.toBeNull();
    expect((await client.customer.list({})).total).toBe(0);
    expect((await client.repair.get({ id: repairId })).record).toMatchObject({
      customerName: name,
      plate: null,
      fault: '离合打滑',
      totalFen: 80_000,
    });
    expect((await client.vehicle.get({ id: vehicleId })).record).toMatchObject({
      plate: null,
      vin: 'LZZ5ELSE0PA123456',
    });
    expect((await client.followUp.get({ id: talkId })).record.content).toBe('〔已删除〕');
    expect((await client.partnerCard.get({ id: cardId })).record).toMatchObject({
      customerId,
      reason: null,
      note: null,
      balanceFen: 0,
    });
    for (const typed of ['欧阳明', '13812345678', '粤B7K2M9'])
      expect([typed, await finds(client, typed)]).toEqual([typed, 0]);
    expect(await failure(client.customer.restore({ ids: [customerId] }))).toMatchObject({
      reason: 'customer-deleted',
    });
    expect((await client.personalData.deletionPreview({ customerId })).blocks).toEqual([
      { block: 'deleted', count: 1 },
    ]);

    // Nothing of the person is left in the file of the database, but for what it keeps of its own free pages.
    const everything = core.database.raw.reader
      .prepare<[], string>(
        `select detail from audit union all select title from search_entry
          union all select coalesce(note, '') from membership_entry
          union all select coalesce(reason, '') from membership_card
          union all select coalesce(note, '') from partner_entry union all select content from partner_issue`,
      )
      .pluck()
      .all()
      .join('\n');
    for (const word of ['欧阳明', '13812345678', '粤B7K2M9', '梅林路', '高考'])
      expect([word, everything.includes(word)]).toEqual([word, false]);
    expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: null });

    // The figures of the ledger stand, and of another person's entries the words too.
    const { id: otherId } = await client.customer.create({ values: newCustomer({ name: '乙' }) });
    await client.partnerCard.issue({
      key: 'k2',
      agreementId,
      customerIds: [otherId],
      each: 1,
      numbers: [],
      reason: 'goodwill',
      note: '生日',
    });
    for (const change of ['quantity = quantity + 1 where id = 1', 'note = null where id = 3'])
      expect(() => core.database.raw.writer.exec(`update partner_entry set ${change}`)).toThrow('only added');

    // A blanked row is still sealed: whoever changes what is left of it, or blanks another one, is found out.
    const { writer } = core.database.raw;
    const seq = Number(writer.prepare('select min(seq) from audit_redaction').pluck().get());
    writer.prepare(`update audit set detail = replace(detail, 'null', '"x"') where seq = ?`).run(seq);
    expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: seq });
    expect(() => writer.prepare(`update audit set detail = '{}' where seq = 1`).run()).toThrow('append-only');
  });
});
