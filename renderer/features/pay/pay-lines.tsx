import { ActionIcon, Button, Group, Switch, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { TypedPay } from './pay-typed.ts';
import classes from './pay.module.css';

export type EditProps = {
  readonly typed: TypedPay;
  readonly onChange: (typed: TypedPay) => void;
  /** The sentence beside a field of the content; undefined: nothing is wrong. */
  readonly problem: (field: string) => string | undefined;
  readonly readOnly: boolean;
};

const changedAt = <Row,>(rows: readonly Row[], at: number, part: Partial<Row>): Row[] =>
  rows.map((row, place) => (place === at ? { ...row, ...part } : row));

/** A small table of rows that can be added and taken away. */
function Rows<Row>(props: {
  readonly label: string;
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
  readonly none: string;
  readonly add: string;
  readonly remove: (at: number) => string;
  readonly fresh: () => Row;
  readonly onRows: (rows: Row[]) => void;
  /** One node per title, row by row. */
  readonly cells: readonly (readonly ReactNode[])[];
  readonly readOnly: boolean;
}): ReactNode {
  const { label, titles, rows, none, add, remove, fresh, onRows, cells, readOnly } = props;
  return (
    <div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Table aria-label={label} withRowBorders={false} verticalSpacing={3} className={classes.rows}>
          <Table.Thead>
            <Table.Tr>
              {titles.map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
              {readOnly ? null : <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cells.map((own, at) => (
              <Table.Tr key={at}>
                {own.map((cell, place) => (
                  <Table.Td key={titles[place]}>{cell}</Table.Td>
                ))}
                {readOnly ? null : (
                  <Table.Td className={classes.remove}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={remove(at + 1)}
                      onClick={() => onRows(rows.filter((_row, place) => place !== at))}
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
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onRows([...rows, fresh()])}
          >
            {add}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** 提成阶梯. A new step begins where the last one ends. */
export function StepRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const put = (at: number, part: Partial<TypedPay['steps'][number]>): void =>
    onChange({ ...typed, steps: changedAt(typed.steps, at, part) });
  const unit = t(`pay.unitWord.${typed.unit}`);
  const titles = [t('pay.stepFrom', { unit }), t('pay.stepTo', { unit }), t('pay.stepAmount', { unit })];
  const last = typed.steps.at(-1);
  return (
    <Rows
      label={t('pay.steps')}
      titles={titles}
      rows={typed.steps}
      none={t('pay.noSteps')}
      add={t('pay.addStep')}
      remove={(count) => t('pay.removeStep', { count })}
      fresh={() => ({ from: last ? (last.to === null ? null : last.to + 1) : 1, to: null, amountFen: null })}
      onRows={(steps) => onChange({ ...typed, steps })}
      readOnly={readOnly}
      cells={typed.steps.map((row, at) => [
        <NumberField
          key="from"
          aria-label={`${titles[0] ?? ''} ${at + 1}`}
          value={row.from}
          readOnly={readOnly}
          error={problem(`steps.${at}.from`)}
          onChange={(from) => put(at, { from })}
        />,
        <NumberField
          key="to"
          aria-label={`${titles[1] ?? ''} ${at + 1}`}
          value={row.to}
          readOnly={readOnly}
          error={problem(`steps.${at}.to`)}
          onChange={(to) => put(at, { to })}
        />,
        <MoneyField
          key="amount"
          aria-label={`${titles[2] ?? ''} ${at + 1}`}
          value={row.amountFen}
          readOnly={readOnly}
          error={problem(`steps.${at}.amountFen`)}
          onChange={(amountFen) => put(at, { amountFen })}
        />,
      ])}
    />
  );
}

/** 达成系数 by rate of the goal reached. */
export function CoefficientRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const put = (at: number, part: Partial<TypedPay['coefficients'][number]>): void =>
    onChange({ ...typed, coefficients: changedAt(typed.coefficients, at, part) });
  const titles = [t('pay.coefficientFrom'), t('pay.coefficientBelow'), t('pay.coefficient')];
  const last = typed.coefficients.at(-1);
  const names = ['fromBasisPoints', 'belowBasisPoints', 'basisPoints'] as const;
  return (
    <Rows
      label={t('pay.coefficients')}
      titles={titles}
      rows={typed.coefficients}
      none={t('pay.noCoefficients')}
      add={t('pay.addCoefficient')}
      remove={(count) => t('pay.removeCoefficient', { count })}
      fresh={() => ({
        fromBasisPoints: last ? last.belowBasisPoints : 0,
        belowBasisPoints: null,
        basisPoints: null,
      })}
      onRows={(coefficients) => onChange({ ...typed, coefficients })}
      readOnly={readOnly}
      cells={typed.coefficients.map((row, at) =>
        names.map((name, place) => (
          <NumberField
            key={name}
            aria-label={`${titles[place] ?? ''} ${at + 1}`}
            scale={2}
            unit="%"
            value={row[name]}
            readOnly={readOnly}
            error={problem(`coefficients.${at}.${name}`)}
            onChange={(value) => put(at, { [name]: value })}
          />
        )),
      )}
    />
  );
}

/** 福利: what is paid in money counts, the rest is told. */
export function WelfareRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const put = (at: number, part: Partial<TypedPay['welfare'][number]>): void =>
    onChange({ ...typed, welfare: changedAt(typed.welfare, at, part) });
  const titles = [t('pay.welfareName'), t('pay.welfareAmount'), t('pay.welfareInCash')];
  return (
    <Rows
      label={t('pay.welfare')}
      titles={titles}
      rows={typed.welfare}
      none={t('pay.noWelfare')}
      add={t('pay.addWelfare')}
      remove={(count) => t('pay.removeWelfare', { count })}
      fresh={() => ({ name: '', amountFen: null, inCash: true })}
      onRows={(welfare) => onChange({ ...typed, welfare })}
      readOnly={readOnly}
      cells={typed.welfare.map((row, at) => [
        <TextInput
          key="name"
          aria-label={`${titles[0] ?? ''} ${at + 1}`}
          value={row.name}
          maxLength={40}
          readOnly={readOnly}
          error={problem(`welfare.${at}.name`)}
          onChange={(event) => put(at, { name: event.currentTarget.value })}
        />,
        <MoneyField
          key="amount"
          aria-label={`${titles[1] ?? ''} ${at + 1}`}
          value={row.amountFen}
          readOnly={readOnly}
          error={problem(`welfare.${at}.amountFen`)}
          onChange={(amountFen) => put(at, { amountFen })}
        />,
        <Switch
          key="cash"
          aria-label={`${titles[2] ?? ''} ${at + 1}`}
          checked={row.inCash}
          disabled={readOnly}
          onChange={(event) => put(at, { inCash: event.currentTarget.checked })}
        />,
      ])}
    />
  );
}
