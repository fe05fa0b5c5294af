import { describe, expect, it } from 'vitest';
import type { CheckDone } from '#shared/features/inspection/inspection.rules.ts';
import {
  allowanceKey,
  leaveRefusal,
  needsCertificate,
  originShare,
  partStops,
  passRate,
  returnCandidate,
  warrantyOf,
  warrantyRuleOn,
  type LeftRepair,
  type WarrantyRule,
} from '#shared/features/repair/repair.rules.ts';
import { repairClasses } from '#shared/features/checklist/checklist.content.ts';

const rule = (over: Partial<WarrantyRule> = {}): WarrantyRule => ({
  repairClass: 'secondMaintenance',
  days: 30,
  kilometres: 5000,
  validFrom: '2005-08-01',
  validTo: null,
  ...over,
});

describe('竣工出厂合格证', () => {
  it.each(repairClasses.map((one) => [one] as const))('%s', (repairClass) => {
    expect(needsCertificate(repairClass)).toBe(
      ['secondMaintenance', 'assembly', 'whole'].includes(repairClass),
    );
  });
  it('is not asked for while the class is not known', () => expect(needsCertificate(null)).toBe(false));
});

describe('质量保证期', () => {
  it.each([
    ['2005-07-31', undefined],
    ['2005-08-01', 30],
    ['2026-06-30', 30],
    ['2026-07-01', 60],
    ['2026-12-31', 60],
    ['2027-01-01', 30],
  ])('on %s holds the rule of that day', (day, days) => {
    const rules = [rule(), rule({ days: 60, validFrom: '2026-07-01', validTo: '2026-12-31' })];
    expect(warrantyRuleOn(rules, 'secondMaintenance', day)?.days).toBe(days);
  });
  it.each([
    ['2026-01-31', 30, '2026-03-02'],
    ['2028-02-01', 30, '2028-03-02'], // leap year
    ['2026-12-22', 10, '2027-01-01'],
  ])('from %s for %i days ends on %s', (on, days, untilOn) => {
    expect(warrantyOf(rule({ days }), { on, odometerKm: 1000 })).toEqual({ untilOn, untilKm: 6000 });
  });
});

describe('返修', () => {
  const left = (over: Partial<LeftRepair> = {}): LeftRepair => ({
    id: 1,
    number: 'R1',
    repairClass: 'secondMaintenance',
    leftOn: '2026-05-01',
    odometerKm: 100_000,
    ...over,
  });
  it.each([
    ['on the last day', '2026-05-31', 105_000, 1],
    ['a day later', '2026-06-01', 100_001, undefined],
    ['one kilometre too far', '2026-05-31', 105_001, undefined],
    ['without a reading the days decide', '2026-05-31', null, 1],
    ['on the day it left', '2026-05-01', 100_000, 1],
    ['before it left', '2026-04-30', 100_000, undefined],
  ])('%s', (_name, checkedInOn, odometerKm, id) => {
    expect(returnCandidate({ checkedInOn, odometerKm }, [left()], [rule()])?.id).toBe(id);
  });
  it('names the latest repair within its own warranty, and none without a rule', () => {
    const visit = { checkedInOn: '2026-05-20', odometerKm: null };
    const earlier = [
      left(),
      left({ id: 2, leftOn: '2026-05-10' }),
      left({ id: 3, repairClass: 'minor', leftOn: '2026-05-18' }),
    ];
    expect(returnCandidate(visit, earlier, [rule()])?.id).toBe(2);
  });
});

describe('原厂配件', () => {
  const part = {
    origin: 'equivalent',
    code: 'A1',
    name: '滤芯',
    supplier: null,
    quantityHundredths: 100,
  } as const;
  const allowedFor = allowanceKey(part);
  it.each([
    ['original', { ...part, origin: 'original' as const, allowedFor: null }, false],
    ['unknown origin', { ...part, origin: 'unknown' as const, allowedFor: null }, true],
    ['not yet allowed', { ...part, allowedFor: null }, true],
    ['allowed', { ...part, allowedFor }, false],
    ['allowed, then another quantity', { ...part, quantityHundredths: 200, allowedFor }, true],
    ['allowed, then another supplier', { ...part, supplier: '乙', allowedFor }, true],
  ])('%s', (_name, given, stops) => expect(partStops(given)).toBe(stops));

  it('has its share by lines and by value, never rounded up to 100 %', () => {
    expect(
      originShare([
        { origin: 'original', lines: 2, amountFen: 99_999_999 },
        { origin: 'reused', lines: 1, amountFen: 1 },
      ]),
    ).toEqual({
      lines: 3,
      originalLines: 2,
      linesBasisPoints: 6666,
      amountFen: 100_000_000,
      originalFen: 99_999_999,
      amountBasisPoints: 9999,
    });
    expect(originShare([]).linesBasisPoints).toBeNull();
  });
});

describe('交车', () => {
  const check = (purpose: CheckDone['purpose'], over: Partial<CheckDone> = {}): CheckDone => ({
    id: 1,
    purpose,
    state: 'passed',
    round: 1,
    finishedOn: '2026-05-01',
    signerId: 1,
    ...over,
  });
  const checks = [check('self'), check('peer'), check('final')];
  const repair = {
    repairClass: 'minor' as const,
    partsStopped: false,
    reworkOpen: false,
    checks,
    certificateIssued: false,
  };
  it.each([
    ['all is done', repair, null],
    ['no class', { ...repair, repairClass: null }, 'check-repair-class-missing'],
    ['a part waits', { ...repair, partsStopped: true }, 'check-parts-stopped'],
    ['rework is open', { ...repair, reworkOpen: true }, 'repair-rework-open'],
    ['the final check is missing', { ...repair, checks: checks.slice(0, 2) }, 'repair-not-checked'],
    [
      'a level failed',
      { ...repair, checks: [...checks, check('peer', { id: 9, state: 'failed' })] },
      'repair-not-checked',
    ],
    [
      'a voided pass does not count',
      { ...repair, checks: [check('self'), check('peer'), check('final', { state: 'void' })] },
      'repair-not-checked',
    ],
    ['a certificate is due', { ...repair, repairClass: 'whole' as const }, 'repair-certificate-missing'],
    ['with its certificate', { ...repair, repairClass: 'whole' as const, certificateIssued: true }, null],
  ])('%s', (_name, given, refusal) => expect(leaveRefusal(given)).toBe(refusal));
});

it('一次合格率 counts orders without rework', () => {
  expect(passRate([{ reworks: 0 }, { reworks: 2 }, { reworks: 0 }])).toEqual({
    checked: 3,
    firstPass: 2,
    rateBasisPoints: 6666,
  });
  expect(passRate([]).rateBasisPoints).toBeNull();
});
