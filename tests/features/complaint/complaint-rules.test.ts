import { describe, expect, it } from 'vitest';
import type { ComplaintClock } from '#shared/features/complaint/complaint-clock.rules.ts';
import {
  complaintSteps,
  escalationOf,
  isLowered,
  recurrenceSpan,
  stepRefusal,
  wallName,
  type ComplaintRefusal,
  type ComplaintStep,
  type StandingComplaint,
} from '#shared/features/complaint/complaint.rules.ts';
import type { ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import type { Role } from '#shared/rpc/rights.ts';
import { createTexts } from '#shared/text/texts.ts';

const standing = (given: Partial<StandingComplaint>): StandingComplaint => ({
  state: 'inHand',
  handlerId: 7,
  formerHandlerIds: [],
  aboutId: null,
  cause: '原因',
  remedy: '办法',
  isPaused: false,
  extensionById: null,
  ...given,
});
const person = (personId: number, ...roles: Role[]) => ({ personId, roles });
const manager = person(1, 'manager');

/** Steps that a manager who never had it in hand may take, by state. */
const allowed: Readonly<Record<ComplaintState, readonly ComplaintStep[]>> = {
  open: ['edit', 'assign', 'take', 'note', 'pause', 'extend', 'force'],
  inHand: ['edit', 'assign', 'note', 'investigate', 'pause', 'extend', 'answer', 'force'],
  answered: ['edit', 'assign', 'note', 'investigate', 'pause', 'extend', 'callBack', 'force'],
  calledBack: ['edit', 'assign', 'note', 'investigate', 'pause', 'extend', 'close', 'force'],
  closed: ['reopen'],
};

describe('steps', () => {
  it.each(Object.entries(allowed))('%s: %j', (state, steps) => {
    const complaint = standing({ state: state as ComplaintState });
    expect(complaintSteps.filter((step) => stepRefusal(step, complaint, manager) === null)).toEqual(steps);
  });

  it.each([
    ['callBack', { state: 'answered' }, person(7, 'owner'), 'complaint-call-back-by-other'],
    [
      'callBack',
      { state: 'answered', formerHandlerIds: [8] },
      person(8, 'manager'),
      'complaint-call-back-by-other',
    ],
    [
      'callBack',
      { state: 'answered', aboutId: 9 },
      person(9, 'serviceAdviser'),
      'complaint-call-back-by-other',
    ],
    ['callBack', { state: 'answered', aboutId: 9 }, person(10, 'customerCare'), null],
    ['close', { state: 'calledBack' }, person(7, 'owner'), 'complaint-closed-by-handler'],
    [
      'close',
      { state: 'calledBack', formerHandlerIds: [8] },
      person(8, 'manager'),
      'complaint-closed-by-handler',
    ],
    ['close', { state: 'answered' }, manager, 'complaint-not-called-back'],
    ['force', {}, person(7, 'manager'), 'complaint-closed-by-handler'],
    ['force', {}, person(3, 'clerk'), 'complaint-not-your-right'],
    ['decide', {}, manager, 'complaint-no-extension'],
    ['decide', { extensionById: 1 }, manager, 'complaint-extension-by-other'],
    ['decide', { extensionById: 3, handlerId: 1 }, manager, 'complaint-extension-by-other'],
    ['decide', { extensionById: 7 }, manager, null],
    ['decide', { extensionById: 7 }, person(3, 'clerk'), 'complaint-not-your-right'],
    ['extend', { extensionById: 7 }, manager, 'complaint-extension-waiting'],
    ['answer', { cause: null }, manager, 'complaint-cause-missing'],
    ['answer', { remedy: '' }, manager, 'complaint-cause-missing'],
    ['pause', { isPaused: true }, manager, 'complaint-paused'],
    ['resume', { isPaused: true }, manager, null],
    ['resume', {}, manager, 'complaint-not-paused'],
    ['note', {}, person(5, 'technician'), 'complaint-not-your-right'],
    ['note', {}, person(5, 'auditor'), 'complaint-not-your-right'],
  ] as const)('%s of %j by %j: %s', (step, given, who, refusal: ComplaintRefusal | null) => {
    expect(stepRefusal(step, standing(given), who)).toBe(refusal);
  });

  it('every refusal has its sentence in both languages', () => {
    const states = Object.keys(allowed) as ComplaintState[];
    const cases = states.flatMap((state) =>
      [
        standing({ state }),
        standing({ state, isPaused: true, extensionById: 7, cause: null, aboutId: 2 }),
      ].flatMap((one) =>
        [1, 2, 7].flatMap((id) =>
          complaintSteps.map((step) => stepRefusal(step, one, person(id, 'manager'))),
        ),
      ),
    );
    const keys = [...new Set(cases)].filter((key) => key !== null);
    expect(keys.length).toBeGreaterThan(12);
    for (const language of ['zh-CN', 'en'] as const) {
      const texts = createTexts(language);
      expect(keys.filter((key) => !texts.exists(`problem.reasons.${key}`))).toEqual([]);
    }
  });
});

describe('escalation', () => {
  const clock = (shareBasisPoints: number, isLate = false): ComplaintClock =>
    ({ shareBasisPoints, isLate }) as ComplaintClock; // the rule asks nothing else
  it.each([
    ['normal', clock(7499), 'none', []],
    ['normal', clock(7500), 'manager', ['share']],
    ['normal', clock(10_000), 'manager', ['share']],
    ['normal', clock(12_000, true), 'owner', ['late']],
    ['normal', undefined, 'none', []],
    ['serious', clock(0), 'manager', ['severity']],
    ['serious', clock(7500), 'owner', ['severity', 'share']],
    ['serious', clock(20_000, true), 'owner', ['severity', 'late']],
    ['major', clock(0), 'owner', ['severity']],
    ['major', undefined, 'owner', ['severity']],
  ] as const)('%s %j: %s for %j', (severity, at, level, reasons) => {
    expect(escalationOf(severity, at)).toEqual({ level, reasons });
  });
});

describe('small rules', () => {
  it.each([
    ['major', 'serious', true],
    ['serious', 'normal', true],
    ['normal', 'normal', false],
    ['normal', 'major', false],
  ] as const)('from %s to %s lowers: %s', (before, after, expected) =>
    expect(isLowered(before, after)).toBe(expected),
  );

  it('looks ninety days both ways for the same trouble', () => {
    expect(recurrenceSpan('2026-11-18')).toEqual({ first: '2026-08-20', last: '2027-02-16' });
    expect(recurrenceSpan('2028-02-29')).toEqual({ first: '2027-12-01', last: '2028-05-29' });
  });

  it.each([
    ['张三', '张**'],
    ['欧阳娜娜', '欧**'],
    ['远达物流有限公司', '远达**公司'],
    ['𬭎达', '𬭎**'],
    [' ', '—'],
    [null, '—'],
  ])('%s hangs on the wall as %s', (name, shown) => expect(wallName(name)).toBe(shown));
});
