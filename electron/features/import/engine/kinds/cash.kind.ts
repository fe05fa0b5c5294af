import { given, put, text, type Apply } from '../row-context.ts';
import { RowRefused } from '../row-writer.ts';

export const applyCash: Apply = (row) => {
  const cash = given(row, 'cash', ['personId']);
  const [incoming, outgoing] = [row.values.get('lookup.inFen'), row.values.get('lookup.outFen')];
  if (typeof incoming === 'number' && incoming > 0)
    Object.assign(cash, { direction: 'in', amountFen: incoming });
  else if (typeof outgoing === 'number' && outgoing > 0)
    Object.assign(cash, { direction: 'out', amountFen: outgoing });
  if (cash['direction'] === undefined) throw new RowRefused('required', 'cash.direction');
  if (cash['number'])
    return [put(row, 'cash', row.lookups.find('cash', [['number', text(cash['number'])]], 1)[0], cash)];
  const fields = ['occurredOn', 'direction', 'amountFen', 'counterparty', 'note'];
  const nth = row.ordinal(`cash|${fields.map((field) => cash[field] ?? '').join('|')}`);
  return [
    put(
      row,
      'cash',
      row.lookups.find(
        'cash',
        fields.map((field) => [field, cash[field] ?? null] as const),
        1,
        nth,
      )[0],
      cash,
    ),
  ];
};
