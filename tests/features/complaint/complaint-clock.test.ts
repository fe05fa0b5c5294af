import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockRulesFor,
  clocksOf,
  continuesClock,
  dueDay,
  graceDaysOf,
  presentClock,
  type ClockRule,
  type TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import { workCalendar, workingDaysBetween, type CalendarEntry } from '#shared/kernel/working-day.ts';

const off = (first: string, days: number): CalendarEntry[] =>
  Array.from({ length: days }, (_, n) => ({ day: addDays(first, n), kind: 'holiday' }));
const calendar = workCalendar([
  ...off('2026-10-01', 7),
  { day: '2026-09-20', kind: 'working' },
  { day: '2026-10-10', kind: 'working' },
]);

const rule = (given: Partial<ClockRule>): ClockRule => ({
  id: 1,
  name: '本店',
  basis: 'store',
  kind: null,
  channel: null,
  severity: null,
  answerDays: 3,
  finishDays: 10,
  dayKind: 'working',
  graceDays: null,
  validFrom: '2020-01-01',
  validTo: null,
  confirmed: true,
  ...given,
});
const complaint = (given: Partial<TimedComplaint>): TimedComplaint => ({
  kind: 'repairQuality',
  channel: 'phone',
  severity: 'normal',
  clockFrom: '2026-09-21',
  answeredOn: null,
  closedOn: null,
  pauses: [],
  extensions: [],
  ...given,
});
const law = rule({
  id: 2,
  name: '三包',
  basis: 'law',
  kind: 'threeGuarantees',
  answerDays: 10,
  finishDays: 20,
});
const clockAt = (today: string, given: Partial<TimedComplaint> = {}, rules = [rule({})]) =>
  presentClock(complaint(given), rules, today, calendar);

describe('which terms a complaint must keep', () => {
  const own = rule({ id: 3 });
  const ownMajor = rule({ id: 4, severity: 'major', answerDays: 1 });
  const market = rule({ id: 5, basis: 'law', channel: 'marketSupervision' });
  const all = [own, ownMajor, law, market];
  it.each([
    [{}, [3]],
    [{ severity: 'major' }, [4]],
    [{ kind: 'threeGuarantees' }, [2, 3]],
    [{ kind: 'threeGuarantees', channel: 'marketSupervision', severity: 'major' }, [2, 5, 4]],
  ] as const)('%j: rules %j', (given, ids) => {
    const found = clockRulesFor(all, complaint(given)).map(({ id }) => id);
    expect(new Set(found)).toEqual(new Set(ids));
  });

  it('takes the row in force on the first day of the clock, of two for the same thing the later one', () => {
    const old = rule({ id: 6, basis: 'law', validTo: '2026-09-20' });
    const now = rule({ id: 7, basis: 'law', validFrom: '2026-09-21' });
    const corrected = rule({ id: 8, basis: 'law', validFrom: '2026-09-21' });
    const ids = (clockFrom: string, rules: ClockRule[]): number[] =>
      clockRulesFor(rules, complaint({ clockFrom })).map(({ id }) => id);
    expect(ids('2026-09-20', [old, now])).toEqual([6]);
    expect(ids('2026-09-21', [old, now])).toEqual([7]);
    expect(ids('2026-09-22', [now, corrected])).toEqual([8]);
    expect(ids('2019-12-31', [rule({})])).toEqual([]);
  });
});

describe('the due day', () => {
  // From Monday 21 September 2026: the day of receipt is not counted, 1–7 October are off, Saturday 10 October is worked.
  it.each([
    [3, 'working', [], '2026-09-24'],
    [8, 'working', [], '2026-10-08'],
    [10, 'working', [], '2026-10-10'],
    [11, 'working', [], '2026-10-12'],
    [5, 'calendar', [], '2026-09-28'], // 26 September is a Saturday: the next working day
    [11, 'calendar', [], '2026-10-08'], // in the holidays
    [3, 'working', [['2026-09-22', '2026-09-24']], '2026-09-28'],
    [3, 'working', [['2026-09-24', '2026-09-28']], '2026-09-28'], // paused on the due day itself
    [3, 'working', [['2026-09-25', '2026-09-30']], '2026-09-24'], // paused when it had run out
    [3, 'working', [['2026-09-22', '2026-09-22']], '2026-09-24'], // paused and resumed on one day
    [3, 'working', [['2026-09-20', '2026-09-22']], '2026-09-25'], // paused before the clock began
    [3, 'working', [['2026-09-22', null]], '2026-10-10'], // still paused on 8 October: two days remain
    [
      3,
      'working',
      [
        ['2026-09-30', '2026-10-08'],
        ['2026-09-22', '2026-09-23'],
      ],
      '2026-09-25',
    ],
  ] as const)('%s %s days with pauses %j: %s', (days, dayKind, pauses, due) => {
    const spans = pauses.map(([fromOn, untilOn]) => ({ fromOn, untilOn }));
    expect(dueDay({ from: '2026-09-21', days, dayKind }, spans, '2026-10-08', calendar)).toBe(due);
  });

  it('keeps what is left while the clock stands', () => {
    const pauses = [{ fromOn: '2026-09-22', untilOn: null }];
    for (const today of ['2026-09-22', '2026-09-28', '2026-10-03', '2026-11-11'])
      expect(clockAt(today, { pauses })).toMatchObject({
        daysLeft: 2,
        usedDays: 1,
        isPaused: true,
        isLate: false,
      });
  });

  it('leap day: a term over 29 February', () => {
    const leap = workCalendar([]);
    expect(dueDay({ from: '2028-02-28', days: 1, dayKind: 'working' }, [], '2028-02-28', leap)).toBe(
      '2028-02-29',
    );
    expect(dueDay({ from: '2028-02-29', days: 366, dayKind: 'calendar' }, [], '2028-02-29', leap)).toBe(
      '2029-03-01',
    );
  });
});

describe('the clock of a day', () => {
  it.each([
    ['2026-09-21', 3, 0, false],
    ['2026-09-23', 1, 6667, false],
    ['2026-09-24', 0, 10_000, false], // due today is not overdue
    ['2026-09-25', -1, 13_333, true],
    ['2026-09-26', -1, 13_333, true], // a Saturday
    ['2026-10-08', -5, 26_667, true],
  ])('%s: %s left, %s basis points used, late %s', (today, daysLeft, shareBasisPoints, isLate) => {
    expect(clockAt(today)).toMatchObject({
      stage: 'answer',
      dueOn: '2026-09-24',
      daysLeft,
      shareBasisPoints,
      isLate,
    });
  });

  it('goes on with the finish when the answer is given, and stops when closed', () => {
    expect(clockAt('2026-09-25', { answeredOn: '2026-09-23' })).toMatchObject({
      stage: 'finish',
      daysLeft: 6,
    });
    const done = complaint({ answeredOn: '2026-09-25', closedOn: '2026-10-08' });
    const clocks = clocksOf(done, [rule({})], '2026-12-31', calendar);
    expect(presentClock(done, [rule({})], '2026-12-31', calendar)).toBeUndefined();
    expect(clocks.map(({ stage, stoppedOn, isLate }) => [stage, stoppedOn, isLate])).toEqual([
      ['answer', '2026-09-25', true],
      ['finish', '2026-10-08', false],
    ]);
  });

  it('shows the most urgent of several, the law before the store’s own', () => {
    const same = rule({ id: 9, basis: 'law', answerDays: 3, finishDays: null });
    expect(clockAt('2026-09-22', {}, [rule({}), same])).toMatchObject({ ruleId: 9 });
    expect(clockAt('2026-09-22', { kind: 'threeGuarantees' }, [rule({}), law])).toMatchObject({ ruleId: 1 });
  });

  it('an extension moves the store’s own terms; the law gives way to consent only', () => {
    const rules = [rule({ answerDays: null }), { ...law, answerDays: null }];
    const dues = (hasConsent: boolean): string[] =>
      clocksOf(
        complaint({ kind: 'threeGuarantees', extensions: [{ stage: 'finish', days: 2, hasConsent }] }),
        rules,
        '2026-09-22',
        calendar,
      ).map(({ basis, dueOn, extendedDays }) => `${basis} ${dueOn} ${extendedDays}`);
    expect(dues(false)).toEqual(['store 2026-10-13 2', 'law 2026-10-23 0']);
    expect(dues(true)).toEqual(['store 2026-10-13 2', 'law 2026-10-27 2']);
  });

  it('tells the years that the calendar lacks', () => {
    expect(clockAt('2026-12-28', { clockFrom: '2026-12-28' }, [rule({ answerDays: null })])).toMatchObject({
      dueOn: '2027-01-11',
      missingYears: [2027],
    });
    expect(clockAt('2026-12-28', { clockFrom: '2026-12-28' })).toMatchObject({ missingYears: [] });
  });

  it('a computer whose clock was set back neither wins nor loses time', () => {
    expect(clockAt('2026-09-01')).toMatchObject({
      daysLeft: 3,
      usedDays: 0,
      isLate: false,
      dueOn: '2026-09-24',
    });
    const pauses = [{ fromOn: '2026-09-23', untilOn: null }];
    expect(clockAt('2026-09-01', { pauses })).toMatchObject({ dueOn: '2026-09-24', isPaused: true });
  });

  it('whatever the pauses: used and left add up to the term until it is late, and nothing is counted twice', () => {
    const days = fc.array(fc.nat(25), { minLength: 0, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.nat(40), fc.integer({ min: 1, max: 25 }), (steps, at, term) => {
        // Pauses as the commands make them: each begins where the one before ended, or later.
        const pauses: { fromOn: string; untilOn: string | null }[] = [];
        let day = '2026-09-21';
        const today = addDays('2026-09-21', at);
        for (const step of steps) {
          const next = addDays(day, step);
          if (next > today) break;
          const running = pauses.find(({ untilOn }) => untilOn === null);
          if (running) running.untilOn = next;
          else pauses.push({ fromOn: next, untilOn: null });
          day = next;
        }
        const clock = clockAt(today, { pauses }, [rule({ answerDays: null, finishDays: term })]);
        const stood = pauses.reduce(
          (sum, { fromOn, untilOn }) => sum + workingDaysBetween(fromOn, untilOn ?? today, calendar),
          0,
        );
        expect(clock?.usedDays).toBe(workingDaysBetween('2026-09-21', today, calendar) - stood);
        if (clock && !clock.isLate) expect(clock.usedDays + clock.daysLeft).toBe(term);
        if (clock?.isLate) expect(clock.usedDays).toBeGreaterThanOrEqual(term);
      }),
    );
  });
});

describe('opened again', () => {
  it.each([
    ['2026-09-24', '2026-09-24', 0, true],
    ['2026-09-24', '2026-09-25', 0, false],
    ['2026-09-24', '2026-10-10', 7, true],
    ['2026-09-24', '2026-10-12', 7, false],
    ['2026-09-24', '2026-09-01', 7, true], // clock set back
  ])('closed on %s, reopened on %s with %s days of grace: goes on %s', (closedOn, today, grace, expected) => {
    expect(continuesClock(closedOn, today, grace, calendar)).toBe(expected);
  });

  it('grace is the longest of the terms that fit', () => {
    expect(graceDaysOf([law, rule({ graceDays: 10 }), rule({ graceDays: 3 })])).toBe(10);
    expect(graceDaysOf([law])).toBe(0);
  });
});
