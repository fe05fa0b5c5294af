import { derivedState, given, put, text, type Apply } from '../row-context.ts';
import { vehicleKindOf } from '../row-values.ts';
import { RowRefused } from '../row-writer.ts';

export const applyStock: Apply = (row) => {
  const stock = given(row, 'stock');
  const match = row.lookups.find('stock', [['vin', text(stock['vin'])]], 1)[0];
  const kind = vehicleKindOf(undefined, text(stock['model']) ?? undefined);
  if (!stock['vin']) throw new RowRefused('required', 'stock.vin');
  return [
    put(
      row,
      'stock',
      match,
      {
        ...stock,
        ...derivedState(stock, match, stock['leftOn'] ? 'sold' : 'inStock', [
          'inTransit',
          'inStock',
          'reserved',
          'sold',
        ]),
      },
      kind ? { kind } : {},
    ),
  ];
};
