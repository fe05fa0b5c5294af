import { describe, expect, it } from 'vitest';
import { draftStore, type Draft } from '#renderer/components/record-form/draft-store.ts';
import {
  emptyValues,
  issueOf,
  issuesOf,
  issuesOfCore,
  tidied,
  warningOf,
} from '#renderer/components/record-form/form-values.ts';
import { differences, merged } from '#renderer/components/record-form/merge.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { paymentFields } from '#shared/features/receivable/receivable.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';

const shelf = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  readonly kept: Map<string, string>;
} => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};
const draft: Draft = {
  version: 2,
  base: { name: '张三' },
  values: { name: '张三丰' },
  savedAt: '2026-11-18T02:00:00.000Z',
};

describe('drafts', () => {
  const place = { personId: 1, feature: 'customer', id: 5 } as const;
  it('come back to the same person and record only', () => {
    const store = draftStore(shelf());
    store.write(place, draft);
    expect(store.read(place)).toEqual(draft);
    expect(store.read({ ...place, personId: 2 })).toBeUndefined();
    expect(store.read({ ...place, id: 'new' })).toBeUndefined();
    expect(store.read({ ...place, part: 'line' })).toBeUndefined();
    store.drop(place);
    expect(store.read(place)).toBeUndefined();
  });
  it('that were damaged are none, and a full storage stops nobody', () => {
    const damaged = shelf();
    damaged.kept.set('desk-draft.1.customer.5', '{"version":');
    expect(draftStore(damaged).read(place)).toBeUndefined();
    const full = {
      ...shelf(),
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => draftStore(full).write(place, draft)).not.toThrow();
  });
});

describe('issues by the contract’s schema', () => {
  it('stand beside their fields', () => {
    const values = { ...emptyValues(customerFields), phone: '123', name: ' ' };
    expect(issuesOf(customerFields, values)).toMatchObject({
      name: { issue: 'required' },
      phone: { issue: 'not-a-phone' },
    });
    expect(issueOf(customerFields, 'phone', '１３９ 1234 5678')).toBeUndefined();
    expect(issueOf(paymentFields, 'amountFen', 0)).toEqual({
      field: 'amountFen',
      issue: 'too-small',
      params: { minimum: '¥0.01' },
    });
    expect(issueOf(customerFields, 'name', 'x'.repeat(101))).toMatchObject({ params: { maximum: 100 } });
  });
  it('of the core find their field, or the top of the form', () => {
    expect(
      issuesOfCore(customerFields, [
        { field: 'values.code', issue: 'taken' },
        { field: 'values.', issue: 'taken' },
      ]),
    ).toEqual({ code: { field: 'code', issue: 'taken' }, '': { field: '', issue: 'taken' } });
  });
  it('leave masked values alone and tidy the others', () => {
    expect(issueOf(customerFields, 'phone', '139****5678')).toBeUndefined();
    expect(tidied(customerFields.phone, '139****5678')).toBe('139****5678');
    expect(tidied(customerFields.phone, '１３９ 1234 5678')).toBe('13912345678');
    expect(tidied(vehicleFields.plate, '粤b·12345')).toBe('粤B12345');
  });
});

describe('warnings do not block', () => {
  it.each([
    ['vin', '1M8GDM9AXKP042788', undefined],
    ['vin', '1M8GDM9A1KP042788', 'vin-check-digit'],
    ['plate', '粤B12345', undefined],
    ['plate', '粤B1', 'plate-unknown'],
    ['plate', '粤B***45', undefined],
  ] as const)('%s %s: %s', (name, value, key) => {
    expect(warningOf(vehicleFields[name], value)?.key).toBe(key);
    expect(issueOf(vehicleFields, name, value) === undefined || value.includes('***')).toBe(true);
  });
});

describe('two people changed one record', () => {
  const names = ['name', 'region', 'phone', 'note'];
  const base = { name: '张三', region: '深圳', phone: '1', note: null };
  const mine = { name: '张三丰', region: '深圳', phone: '2', note: 'x' };
  const theirs = { name: '张三', region: '广州', phone: '3', note: 'x' };
  const found = differences(names, base, mine, theirs);

  it('tells who changed what, and what both changed', () => {
    expect(found.map(({ field, clash }) => [field, clash])).toEqual([
      ['name', false],
      ['region', false],
      ['phone', true],
    ]);
  });
  it('keeps both people’s work, and one’s own where both changed a field', () => {
    expect(merged(theirs, found, {})).toEqual({ name: '张三丰', region: '广州', phone: '2', note: 'x' });
    expect(merged(theirs, found, { phone: 'theirs', name: 'theirs', region: 'mine' })).toEqual({
      name: '张三',
      region: '深圳',
      phone: '3',
      note: 'x',
    });
  });
});
