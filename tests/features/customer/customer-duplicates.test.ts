import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDuplicates,
  mostAlike,
  type DuplicateCandidate,
} from '#shared/features/customer/customer-duplicates.rules.ts';
import { soundOf } from '#electron/kernel/search-tokens.ts';

const one = (id: number, values: Partial<DuplicateCandidate> = {}): DuplicateCandidate => ({
  id,
  kind: 'person',
  name: `客户${id}`,
  sound: '',
  phones: [],
  identityNumber: null,
  plates: [],
  vins: [],
  ...values,
});

const phone = { phones: ['13800001234'] };

describe('likely duplicates', () => {
  it.each([
    ['the same papers', { identityNumber: 'A1' }, { identityNumber: 'A1' }, ['identity'], 'certain'],
    ['one telephone', phone, phone, ['phone'], 'likely'],
    [
      'one telephone and one name',
      { ...phone, name: '王伟' },
      { ...phone, name: '王伟' },
      ['phone', 'name'],
      'certain',
    ],
    ['a VIN', { vins: ['V1'] }, { vins: ['V1'] }, ['vin'], 'likely'],
    ['a plate', { plates: ['粤B12345'] }, { plates: ['粤B12345'] }, ['plate'], 'possible'],
    [
      'two companies of one name',
      { kind: 'company', name: '南岭物流' },
      { kind: 'company', name: '南岭物流' },
      ['name'],
      'possible',
    ],
    ['two people of one name', { name: '王伟' }, { name: '王伟' }, null, null],
    [
      'one sound and one tail of the number',
      { sound: 'wangwei', phones: ['13800001234'] },
      { sound: 'wangwei', phones: ['13900001234'] },
      null,
      null,
    ],
    [
      'one sound, one tail and a plate',
      { sound: 'wangwei', phones: ['13800001234'], plates: ['粤B12345'] },
      { sound: 'wangwei', phones: ['13900001234'], plates: ['粤B12345'] },
      ['plate', 'sound'],
      'likely',
    ],
    [
      'one telephone of two people with papers of their own',
      { ...phone, identityNumber: 'A1' },
      { ...phone, identityNumber: 'A2' },
      null,
      null,
    ],
    ['a person and a company', phone, { ...phone, kind: 'company' }, null, null],
  ] as const)('%s', (_name, first, second, reasons, sureness) => {
    const { pairs } = findDuplicates([one(7, first), one(3, second)]);
    if (reasons === null) expect(pairs).toEqual([]);
    else expect(pairs).toMatchObject([{ ids: [3, 7], reasons, sureness }]);
  });

  it('a value that many share tells nothing, and is told', () => {
    const many = Array.from({ length: mostAlike + 1 }, (_, at) => one(at + 1, phone));
    expect(findDuplicates(many)).toEqual({
      pairs: [],
      common: [{ reason: 'phone', value: '13800001234', count: mostAlike + 1 }],
    });
    expect(findDuplicates(many.slice(1)).pairs).toHaveLength((mostAlike * (mostAlike - 1)) / 2);
  });

  it('hears names: 单 as a surname, the same sound in other characters', () => {
    expect(soundOf('单伟')).toBe('shanwei');
    expect(soundOf('张伟')).toBe(soundOf('章卫'));
    expect(soundOf('Wang')).toBe('');
  });

  const candidate = fc.record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: fc.constantFrom('甲', '乙', '丙'),
    sound: fc.constantFrom('', 'jia', 'yi'),
    phones: fc.uniqueArray(fc.constantFrom('13800000001', '13900000001', '13700000002'), { maxLength: 2 }),
    identityNumber: fc.constantFrom(null, null, 'A1', 'A2'),
    plates: fc.uniqueArray(fc.constantFrom('P1', 'P2'), { maxLength: 2 }),
    vins: fc.uniqueArray(fc.constantFrom('V1', 'V2'), { maxLength: 1 }),
  });

  it('finds what comparing everybody with everybody finds', () => {
    const meet = (a: readonly string[], b: readonly string[]): boolean =>
      a.some((value) => b.includes(value));
    const tails = ({ phones }: DuplicateCandidate): string[] => phones.map((text) => text.slice(-4));
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: mostAlike }), (list) => {
        const all = list.map((values, at) => one(at + 1, values));
        const expected: string[] = [];
        for (const a of all)
          for (const b of all) {
            if (a.id >= b.id || a.kind !== b.kind) continue;
            if (a.identityNumber && b.identityNumber && a.identityNumber !== b.identityNumber) continue;
            const sum =
              (a.identityNumber !== null && a.identityNumber === b.identityNumber ? 100 : 0) +
              (meet(a.vins, b.vins) ? 60 : 0) +
              (meet(a.plates, b.plates) ? 50 : 0) +
              (meet(a.phones, b.phones) ? 60 : 0);
            const isSound = a.sound !== '' && a.sound === b.sound && meet(tails(a), tails(b));
            const isName = a.name === b.name && (sum > 0 || isSound || a.kind === 'company');
            const whole = sum + (isName ? 40 : isSound ? 20 : 0);
            if (whole >= 40) expected.push(`${a.id}-${b.id}: ${whole}`);
          }
        const found = findDuplicates(all).pairs.map(({ ids, points }) => `${ids.join('-')}: ${points}`);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
