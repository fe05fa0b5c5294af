import { ActionIcon, Button, Group, NativeSelect, Switch, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import classes from './edit-rows.module.css';

/** Something that is typed part by part. */
export type EditOf<Typed> = {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  /** The sentence beside a field of the content; undefined: nothing is wrong. */
  readonly problem: (field: string) => string | undefined;
  readonly readOnly: boolean;
};

/** Fields of a row that take such a value. */
type NamesOf<Row, Value> = {
  [Name in keyof Row & string]: [Value] extends [Row[Name]] ? Name : never;
}[keyof Row & string];

/** One column; `percent`: basis points typed as a percentage; `told`: what is reckoned from the row. */
export type EditColumn<Row> = { readonly title: string } & (
  | { readonly kind: 'text'; readonly name: NamesOf<Row, string>; readonly maxLength: number }
  | { readonly kind: 'number' | 'percent' | 'money'; readonly name: NamesOf<Row, number | null> }
  | { readonly kind: 'switch'; readonly name: NamesOf<Row, boolean> }
  /** The number of one of the options. */
  | { readonly kind: 'choice'; readonly name: NamesOf<Row, number>; readonly options: readonly string[] }
  | { readonly kind: 'told'; readonly text: (row: Row) => string }
);

type RowOf = Readonly<Record<string, unknown>>;

/** A small table of typed rows that are added and taken away. */
export function EditRows<Row extends RowOf>(props: {
  readonly label: string;
  readonly columns: readonly EditColumn<Row>[];
  readonly rows: readonly Row[];
  readonly onRows: (rows: Row[]) => void;
  readonly fresh: () => Row;
  /** Takes a row away where more than the row goes with it. */
  readonly onRemove?: (at: number) => void;
  /** Where the row stands in the content, before the name of a field with a problem. */
  readonly place: (at: number) => string;
  readonly problem: (field: string) => string | undefined;
  readonly none?: string;
  readonly add: string;
  readonly remove: (number: number) => string;
  readonly readOnly: boolean;
  readonly className?: string | undefined;
}): ReactNode {
  const { label, columns, rows, onRows, fresh, place, problem, none, add, remove, readOnly } = props;
  const { onRemove = (gone) => onRows(rows.filter((_row, at) => at !== gone)) } = props;
  return (
    <div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Table
          aria-label={label}
          withRowBorders={false}
          verticalSpacing={3}
          className={`${classes['rows']} ${props.className ?? ''}`}
        >
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ title }) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
              {readOnly ? null : <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, at) => (
              <Table.Tr key={at}>
                {columns.map((column) => (
                  <Table.Td key={column.title}>
                    <Cell
                      column={column}
                      row={row}
                      label={`${column.title} ${at + 1}`}
                      problem={(name) => problem(`${place(at)}.${name}`)}
                      readOnly={readOnly}
                      onRow={(changed) => onRows(rows.with(at, changed))}
                    />
                  </Table.Td>
                ))}
                {readOnly ? null : (
                  <Table.Td className={classes['remove']}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={remove(at + 1)}
                      onClick={() => onRemove(at)}
                    >
                      <IconTrash size={15} />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {readOnly ? null : (
        <Group mt={4}>
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onRows([...rows, fresh()])}
          >
            {add}
          </Button>
        </Group>
      )}
    </div>
  );
}

function Cell<Row extends RowOf>(props: {
  readonly column: EditColumn<Row>;
  readonly row: Row;
  readonly label: string;
  readonly problem: (name: string) => string | undefined;
  readonly readOnly: boolean;
  readonly onRow: (row: Row) => void;
}): ReactNode {
  const { column, row, label, problem, readOnly, onRow } = props;
  if (column.kind === 'told')
    return (
      <Text size="sm" lh="30px" className="figures">
        {column.text(row)}
      </Text>
    );
  const name: string = column.name;
  const value = row[name];
  const number = typeof value === 'number' ? value : null;
  const put = (typed: string | number | boolean | null): void => onRow({ ...row, [name]: typed });
  const common = { 'aria-label': label, readOnly, error: problem(name) };
  switch (column.kind) {
    case 'text':
      return (
        <TextInput
          {...common}
          value={typeof value === 'string' ? value : ''}
          maxLength={column.maxLength}
          onChange={(event) => put(event.currentTarget.value)}
        />
      );
    case 'money':
      return <MoneyField {...common} value={number} onChange={put} />;
    case 'percent':
      return <NumberField {...common} scale={2} unit="%" value={number} onChange={put} />;
    case 'number':
      return <NumberField {...common} value={number} onChange={put} />;
    case 'switch':
      return (
        <Switch
          aria-label={label}
          checked={value === true}
          disabled={readOnly}
          onChange={(event) => put(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          aria-label={label}
          value={String(number)}
          disabled={readOnly}
          data={column.options.map((option, at) => ({ value: String(at), label: option }))}
          onChange={(event) => put(Number(event.currentTarget.value))}
        />
      );
  }
}
