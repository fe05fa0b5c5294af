import { refer } from '../refer.ts';
import { derivedState, given, put, text, type Apply } from '../row-context.ts';
import { dayAndInstant } from '../row-values.ts';
import { RowRefused } from '../row-writer.ts';

export const applyRepair: Apply = (row) => {
  const repair = given(row, 'repair', ['adviserId', 'technicianId']);
  for (const [instant, day] of [
    ['checkedInAt', 'checkedInOn'],
    ['handedOverAt', 'handedOverOn'],
  ] as const) {
    if (typeof repair[instant] !== 'string') continue;
    const moment = dayAndInstant(repair[instant]);
    repair[day] = moment.day;
    repair[instant] = moment.instant;
  }
  for (const instant of ['startedAt', 'finishedAt']) {
    if (typeof repair[instant] === 'string') repair[instant] = dayAndInstant(repair[instant]).instant;
  }
  if (repair['handedOverOn'] && repair['checkedInOn'] && repair['handedOverOn'] < repair['checkedInOn'])
    throw new RowRefused('ends-before-start', 'repair.handedOverAt');
  refer(row, repair);
  const match = row.lookups.find('repair', [['number', text(repair['number'])]], 1)[0];
  const total = row.values.get('lookup.totalFen');
  if (typeof total === 'number' && repair['otherFen'] === undefined) {
    // What the file does not say of labour and parts, the store may know from an earlier one.
    const known = (field: string): number => Number(repair[field] ?? match?.[field] ?? 0);
    const rest = total - known('labourFen') - known('partsFen');
    if (rest >= 0) repair['otherFen'] = rest;
    else row.warn({ column: null, code: 'sum-differs', address: 'lookup.totalFen' });
  }
  const state = derivedState(repair, match, repair['handedOverOn'] ? 'handedOver' : 'working', [
    'waiting',
    'working',
    'done',
    'handedOver',
  ]);
  return [put(row, 'repair', match, { ...repair, ...state })];
};

/** Lines and parts hang on a repair order that must be there; the nth equal line of a file is the nth in the store. */
export const applyChild =
  (feature: 'repairLine' | 'repairPart', people: readonly string[]): Apply =>
  (row) => {
    const number = text(row.values.get('lookup.repairNumber'));
    if (!number) throw new RowRefused('required', 'lookup.repairNumber');
    const repair = row.lookups.find('repair', [['number', number]], 1)[0];
    if (!repair) throw new RowRefused('repair-unknown', 'lookup.repairNumber');
    const line = given(row, feature, people);
    line['repairId'] = repair.id;
    line['name'] ??= line['code'] ?? null;
    if (feature === 'repairPart' && line['amountFen'] === undefined && typeof line['unitFen'] === 'number') {
      line['amountFen'] = Math.round((line['unitFen'] * Number(line['quantityHundredths'] ?? 100)) / 100);
    }
    const nth = row.ordinal(`${feature}|${repair.id}|${line['code'] ?? ''}|${line['name'] ?? ''}`);
    const match = row.lookups.find(
      feature,
      [
        ['repairId', repair.id],
        ['code', line['code'] ?? null],
        ['name', line['name'] ?? null],
      ],
      1,
      nth,
    )[0];
    return [put(row, feature, match, line)];
  };
