import { array, assert, constantFrom, integer, nat, oneof, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinDeep, mergeDeep } from '#renderer/components/draft/merge-values.ts';
import { noHistory, recorded, steppedBack, steppedForward } from '#renderer/components/draft/undo-history.ts';

/** Two people write in one list at once; nobody's words are lost. */

type Line = { readonly key: string; readonly text: string; readonly check: string };
const base: readonly Line[] = ['a', 'b', 'c', 'd'].map((key) => ({ key, text: `text ${key}`, check: '' }));

type Change =
  | { readonly kind: 'write'; readonly field: 'text' | 'check'; readonly at: number; readonly words: number }
  | { readonly kind: 'add' | 'remove'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number };
const changes = array(
  oneof(
    record({
      kind: constantFrom('write' as const),
      field: constantFrom('text' as const, 'check' as const),
      at: nat({ max: 9 }),
      words: integer({ min: 1, max: 4 }),
    }),
    record({ kind: constantFrom('add' as const, 'remove' as const), at: nat({ max: 9 }) }),
    record({ kind: constantFrom('move' as const), at: nat({ max: 9 }), to: nat({ max: 9 }) }),
  ),
  { maxLength: 6 },
);

/** A person's changes one after the other; words and new lines are the person's own. */
const changed = (from: readonly Line[], all: readonly Change[], who: string): Line[] => {
  const lines = [...from];
  all.forEach((change, number) => {
    const at = lines.length === 0 ? 0 : change.at % lines.length;
    const line = lines[at];
    if (change.kind === 'add')
      lines.splice(at, 0, { key: `${who}${number}`, text: `${who} new ${number}`, check: '' });
    else if (!line) return;
    else if (change.kind === 'remove') lines.splice(at, 1);
    else if (change.kind === 'move') lines.splice(change.to % lines.length, 0, ...lines.splice(at, 1));
    else if (change.kind === 'write') lines[at] = { ...line, [change.field]: `${who} ${change.words}` };
  });
  return lines;
};

/** Everything that a person wrote and left standing. */
const written = (lines: readonly Line[]): string[] =>
  lines.flatMap((line) => {
    const before = base.find(({ key }) => key === line.key);
    return [
      ...(line.text === before?.text ? [] : [`${line.key}.${line.text}`]),
      ...(line.check === (before?.check ?? '') ? [] : [`${line.key}.${line.check}`]),
    ];
  });
const saysOf = (lines: readonly Line[], what: string): boolean => {
  const [key = '', ...words] = what.split('.');
  const line = lines.find((one) => one.key === key);
  return line !== undefined && [line.text, line.check].some((text) => text.includes(words.join('.')));
};
const byKey = (lines: readonly Line[]): Line[] =>
  [...lines].sort((one, other) => (one.key < other.key ? -1 : 1));
const keysOf = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);

describe('two people in one list', () => {
  it('what goes together holds every word of both, no line twice, and what either took away is gone', () => {
    assert(
      property(changes, changes, (one, other) => {
        const [mine, theirs] = [changed(base, one, 'mine'), changed(base, other, 'theirs')];
        const merged = mergeDeep(base, mine, theirs);
        if (merged === undefined) return;
        for (const what of [...written(mine), ...written(theirs)]) expect(saysOf(merged, what)).toBe(true);
        expect(new Set(keysOf(merged)).size).toBe(merged.length);
        for (const { key } of base)
          if (!keysOf(mine).includes(key) || !keysOf(theirs).includes(key))
            expect(keysOf(merged)).not.toContain(key);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same lines whoever saves first, and one side alone as it is', () => {
    assert(
      property(changes, changes, (one, other) => {
        const [mine, theirs] = [changed(base, one, 'mine'), changed(base, other, 'theirs')];
        const [here, there] = [mergeDeep(base, mine, theirs), mergeDeep(base, theirs, mine)];
        expect(here && byKey(here)).toEqual(there && byKey(there));
        expect(mergeDeep(base, mine, base)).toEqual(mine);
        expect(mergeDeep(base, base, theirs)).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it('asks a person only where both wrote in one field, or one took away what the other wrote in', () => {
    assert(
      property(changes, changes, (one, other) => {
        const [mine, theirs] = [changed(base, one, 'mine'), changed(base, other, 'theirs')];
        const isClash = base.some((line) => {
          const [here, there] = [mine, theirs].map((list) => list.find(({ key }) => key === line.key));
          const isWritten = (now: Line | undefined): boolean => JSON.stringify(now) !== JSON.stringify(line);
          if (!here || !there) return (here !== undefined || there !== undefined) && isWritten(here ?? there);
          return (['text', 'check'] as const).some(
            (field) =>
              here[field] !== line[field] && there[field] !== line[field] && here[field] !== there[field],
          );
        });
        expect(mergeDeep(base, mine, theirs) === undefined).toBe(isClash);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeping both loses no word of either, whatever they did', () => {
    assert(
      property(changes, changes, (one, other) => {
        const [mine, theirs] = [changed(base, one, 'mine'), changed(base, other, 'theirs')];
        const joined = joinDeep({ lines: base }, { lines: mine }, { lines: theirs }).lines;
        for (const what of [...written(mine), ...written(theirs)]) expect(saysOf(joined, what)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('two people in one table', () => {
  it('cells go together; the same cell is asked about; a row more on one side stays whole', () => {
    const table = {
      rows: [
        ['一', '1'],
        ['二', '2'],
      ],
    };
    const put = (row: number, cell: string) => ({
      rows: table.rows.map((cells, at) => (at === row ? [cells[0] ?? '', cell] : cells)),
    });
    expect(mergeDeep(table, put(0, '7'), put(1, '8'))).toEqual({
      rows: [
        ['一', '7'],
        ['二', '8'],
      ],
    });
    expect(mergeDeep(table, put(0, '7'), put(0, '8'))).toBeUndefined();
    const longer = { rows: [...table.rows, ['三', '3']] };
    expect(mergeDeep(table, longer, table)).toEqual(longer);
    expect(mergeDeep(table, longer, put(0, '8'))).toBeUndefined();
    expect(joinDeep(table, put(0, '7'), put(0, '8'))).toEqual({
      rows: [
        ['一', '8\n7'],
        ['二', '2'],
      ],
    });
  });
});

describe('taking back', () => {
  it('brings back exactly what was, step by step, and forward again', () => {
    assert(
      property(array(changes, { minLength: 1, maxLength: 5 }), (steps) => {
        let history = recorded<readonly Line[]>(noHistory, { before: base, after: base }, false);
        const states: (readonly Line[])[] = [base];
        let now: readonly Line[] = base;
        steps.forEach((step, number) => {
          const after = changed(now, step, `s${number}x`);
          if (JSON.stringify(after) === JSON.stringify(now)) return;
          history = recorded(history, { before: now, after }, false);
          now = after;
          states.push(now);
        });
        for (const state of states.slice(0, -1).toReversed()) {
          const stepped = steppedBack(history, now, mergeDeep);
          expect(stepped?.value).toEqual(state);
          if (stepped) ({ history, value: now } = stepped);
        }
        expect(steppedBack(history, now, mergeDeep)).toBeUndefined();
        for (const state of states.slice(1)) {
          const stepped = steppedForward(history, now, mergeDeep);
          expect(stepped?.value).toEqual(state);
          if (stepped) ({ history, value: now } = stepped);
        }
      }),
    );
  });

  it('leaves what somebody else wrote meanwhile', () => {
    assert(
      property(tuple(changes, changes), ([one, other]) => {
        const mine = changed(base, one, 'mine');
        const now = mergeDeep(base, mine, changed(base, other, 'theirs'));
        if (!now) return;
        const history = recorded<readonly Line[]>(noHistory, { before: base, after: mine }, false);
        const stepped = steppedBack(history, now, mergeDeep);
        if (!stepped) return;
        for (const what of written(changed(base, other, 'theirs')))
          expect(saysOf(stepped.value, what)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('typing that goes on is one step; a change elsewhere is another; typing anew forgets what was undone', () => {
    const type = (
      from: string,
      to: string,
      goesOn: boolean,
      history = recorded<string>(noHistory, { before: '', after: 'a' }, false),
    ) => recorded(history, { before: from, after: to }, goesOn);
    expect(type('a', 'ab', true).done).toEqual([{ before: '', after: 'ab' }]);
    expect(type('a', 'ab', false).done).toHaveLength(2);
    expect(type('other', 'ab', true).done).toHaveLength(2);
    const stepped = steppedBack(type('a', 'ab', true), 'ab', mergeDeep);
    expect(stepped?.history.undone).toHaveLength(1);
    expect(stepped && type('', 'x', false, stepped.history).undone).toEqual([]);
  });
});
