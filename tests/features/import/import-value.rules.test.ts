import { describe, expect, it } from 'vitest';
import { importField } from '#shared/features/import/import-fields.ts';
import { readCell } from '#shared/features/import/import-value.rules.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';

/** Value, or value and warning, or the code of the problem. */
function read(address: string, cell: RawCell): unknown {
  const field = importField(address);
  if (!field) return expect.fail(`no field ${address}`);
  const found = readCell(cell, address, field, () => []);
  if (found.kind === 'problem') return found.code;
  if (found.kind === 'nothing') return null;
  return found.warning ? [found.value, found.warning] : found.value;
}

describe('readCell: nothing is rounded unsaid', () => {
  it.each<[string, RawCell, unknown]>([
    ['receivable.amountFen', '12.34', 1234],
    ['receivable.amountFen', '1,234.500', 123_450],
    ['receivable.amountFen', 0.1 + 0.2, 30],
    ['receivable.amountFen', '12.345', 'parts-of-a-fen'],
    ['receivable.amountFen', '¥1,234.567元', 'parts-of-a-fen'],
    ['receivable.amountFen', '１２．３４５', 'parts-of-a-fen'],
    ['receivable.amountFen', 12.345, 'parts-of-a-fen'],
    ['receivable.amountFen', 12.3401, 'parts-of-a-fen'],
    ['receivable.amountFen', '1.23456万', 1_234_560],
    ['receivable.amountFen', '1.2345678万', 'parts-of-a-fen'],
    ['receivable.amountFen', '十二元', 'not-money'],
    ['receivable.amountFen', '12,5', 'not-money'],
    ['repairPart.quantityHundredths', '2', 200],
    ['repairPart.quantityHundredths', '1,000.5升', 100_050],
    ['repairPart.quantityHundredths', 1.1 * 3, 330],
    ['repairPart.quantityHundredths', '0.333', 'too-exact'],
    ['repairPart.quantityHundredths', 0.333, 'too-exact'],
    ['repairLine.hoursHundredths', '1.25小时', 125],
    ['repairLine.hoursHundredths', '1.255', 'too-exact'],
    ['order.quantity', '3 台', 3],
    ['order.quantity', '1.5', 'not-whole'],
    ['order.quantity', 0, 'too-small'],
    ['vehicle.odometerKm', '12,345公里', 12_345],
    ['vehicle.odometerKm', '12345.6', [12_346, 'rounded']],
    ['vehicle.grossMassKg', '-1', 'too-small'],
    // Once read as 125, as 0 and as 16.
    ['vehicle.odometerKm', '12,5', 'not-a-number'],
    ['vehicle.odometerKm', 'km', 'not-a-number'],
    ['vehicle.odometerKm', '0x10', 'not-a-number'],
    ['vehicle.odometerKm', '1e3', 'not-a-number'],
  ])('%s %j → %j', (address, cell, expected) => {
    expect(read(address, cell)).toEqual(expected);
  });
});
