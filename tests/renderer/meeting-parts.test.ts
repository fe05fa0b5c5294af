import { describe, expect, it } from 'vitest';
import { joined, mergeFields, mergeWhole } from '#renderer/components/draft/merge-values.ts';
import { endRun, followRun, placeOfRun } from '#renderer/features/meeting/agenda-run.ts';
import { mergeAgenda, mergeAttendance } from '#renderer/features/meeting/part-merge.ts';

describe('what two people changed in one part', () => {
  it.each([
    ['a', 'a', 'b', 'b'],
    ['a', 'b', 'a', 'b'],
    ['a', 'b', 'b', 'b'],
    ['a', 'b', 'c', undefined],
  ])('%s as %s and %s is %s', (base, mine, theirs, expected) =>
    expect(mergeWhole(base, mine, theirs)).toBe(expected),
  );

  it.each([
    ['我写的', '他写的', '他写的\n我写的'],
    ['他写的，我接着', '他写的', '他写的，我接着'],
    ['甲', '甲乙', '甲乙'],
  ])('%s and %s as one text is %j', (mine, theirs, both) => expect(joined(mine, theirs)).toBe(both));

  it('goes together field by field, and clashes in one field only', () => {
    const base = { heldOn: '2026-11-18', place: null as string | null, chairId: null as number | null };
    expect(mergeFields(base, { ...base, place: '二楼' }, { ...base, chairId: 3 })).toEqual({
      heldOn: '2026-11-18',
      place: '二楼',
      chairId: 3,
    });
    expect(
      mergeFields({ ...base, place: '一楼' }, { ...base, place: null }, { ...base, place: '一楼' }),
    ).toEqual(base);
    expect(mergeFields(base, { ...base, place: '二楼' }, { ...base, place: '三楼' })).toBeUndefined();
  });

  const item = (title: string, actualMinutes: number | null = null, plannedMinutes = 10) => ({
    title,
    plannedMinutes,
    actualMinutes,
    presenterId: null,
  });
  it('goes together item by item while nobody added or removed one', () => {
    const base = [item('甲'), item('乙')];
    expect(mergeAgenda(base, [item('甲', 5), item('乙')], [item('甲'), item('乙丙', null, 20)])).toEqual([
      item('甲', 5),
      item('乙丙', null, 20),
    ]);
    expect(mergeAgenda(base, [item('甲', 5), item('乙')], [item('甲')])).toBeUndefined();
    expect(mergeAgenda(base, base, [item('甲')])).toEqual([item('甲')]);
    expect(mergeAgenda(base, [item('甲', 5), item('乙')], [item('甲', 6), item('乙')])).toBeUndefined();
  });

  it.each([
    ['renamed', ['甲', '乙丙', '丁'], '乙丙'],
    ['moved', ['乙', '甲', '丁'], '乙'],
    ['renamed and moved', ['乙丙', '甲', '丁'], '乙丙'],
    ['renamed while another one is added', ['甲', '乙丙', '丁', '戊'], '乙丙'],
    ['renamed to the name of none that is known, others too', ['甲甲', '乙乙', '丁丁'], '乙乙'],
  ])('keeps the minutes of a topic that is %s while its clock runs', (_what, titles, expected) => {
    const run = { place: 1, titles: ['甲', '乙', '丁'] };
    const ended = endRun(
      titles.map((title) => item(title, title === expected ? 3 : null)),
      run,
      61,
    );
    expect(ended).toEqual(titles.map((title) => item(title, title === expected ? 5 : null)));
    expect(followRun(followRun(run, titles), [...titles, '己'])).toEqual({
      place: titles.indexOf(expected),
      titles: [...titles, '己'],
    });
  });

  it('gives the minutes of a removed topic to none, and finds it when it comes back', () => {
    const run = { place: 1, titles: ['甲', '乙', '丁'] };
    expect(endRun([item('甲'), item('丁')], run, 61)).toEqual([item('甲'), item('丁')]);
    expect(followRun(run, ['甲', '丁'])).toBe(run);
    expect(endRun([item('甲'), item('乙')], followRun(run, ['甲', '丁']), 61)[1]).toEqual(item('乙', 2));
  });

  it.each([
    ['the first runs', 0, ['讨论', '讨论', '丁'], 0],
    ['the second runs', 1, ['讨论', '讨论', '丁'], 1],
    ['the other is renamed', 1, ['预算', '讨论', '丁'], 1],
    ['itself is renamed', 0, ['预算', '讨论', '丁'], 0],
    ['itself, the second, is renamed', 1, ['讨论', '预算', '丁'], 1],
    ['both move', 1, ['丁', '讨论', '讨论'], 2],
    ['another is put before them', 0, ['戊', '讨论', '讨论', '丁'], 1],
    ['the other is removed', 1, ['讨论', '丁'], 0],
    ['both are removed', 1, ['丁'], undefined],
    ['a third comes behind', 1, ['讨论', '讨论', '讨论', '丁'], 1],
  ])('two items of one title have clocks of their own: %s', (_what, place, titles, expected) => {
    const run = { place, titles: ['讨论', '讨论', '丁'] };
    expect(placeOfRun(run, titles)).toBe(expected);
    const ended = endRun(
      titles.map((title) => item(title)),
      run,
      61,
    );
    expect(ended).toEqual(titles.map((title, at) => item(title, at === expected ? 2 : null)));
  });

  const line = (
    personId: number,
    state: 'present' | 'late' | 'absent' = 'absent',
    signedWith: 'session' | null = null,
  ) => ({ personId, state, signedInAt: null, signedWith });
  it('goes together person by person; a person’s own sign-in goes before what was noted', () => {
    const base = [line(1), line(2), line(3), line(4)];
    const mine = [line(1, 'present'), line(2), line(4, 'present'), line(5)];
    const theirs = [line(1), line(2, 'late', 'session'), line(3), line(4, 'late', 'session'), line(6)];
    expect(mergeAttendance(base, mine, theirs)).toEqual([
      line(1, 'present'),
      line(2, 'late', 'session'),
      line(4, 'late', 'session'),
      line(6),
      line(5),
    ]);
    expect(mergeAttendance(base, [line(1, 'present')], [line(1, 'late')])).toBeUndefined();
  });
});
