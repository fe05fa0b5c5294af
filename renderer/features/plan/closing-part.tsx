import { Table, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClosingLine } from '#shared/features/plan/plan.contract.ts';
import { shareOf } from '#shared/features/plan/plan.rules.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { rateText, type PartProps } from './part-props.ts';
import { Section } from './section.tsx';
import classes from './plan.module.css';

/** 当年决算: figures from the data beside last year and plan, each with a comment. */
export function ClosingPart({ view, part, editable }: PartProps<'closing'>): ReactNode {
  const { t, choice, day, money } = useTexts();
  const { closing } = view.content;
  const { value, change, flush } = part;
  const figure = (amount: number | null, { unit }: ClosingLine): string =>
    amount === null ? '—' : unit === 'fen' ? money(amount) : numberShown(amount, 0, true);
  const growth = (line: ClosingLine): string => {
    const share = shareOf(line.value, line.lastYearToDate);
    return rateText(share === null ? null : share - 10_000);
  };
  return (
    <Section title={t('plan.sections.figures')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('plan.ui.closingUntil', { year: closing.year, until: day(closing.until) })}
      </Text>
      <div className={classes.gridFrame}>
        <Table className={classes.grid} aria-label={t('plan.sections.figures')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plan.fields.indicator')}</Table.Th>
              {(['lastYearToDate', 'lastYear', 'goal', 'actual', 'rate', 'growth'] as const).map((field) => (
                <Table.Th key={field} ta="right">
                  {t(`plan.fields.${field}`)}
                </Table.Th>
              ))}
              <Table.Th miw={200}>{t('plan.fields.comment')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {closing.lines.map((line) => {
              const name = choice('goal', 'indicator', line.key);
              return (
                <Table.Tr key={line.key}>
                  <Table.Td>{name}</Table.Td>
                  {[
                    figure(line.lastYearToDate, line),
                    figure(line.lastYear, line),
                    figure(line.goal, line),
                    figure(line.value, line),
                    rateText(shareOf(line.value, line.goal)),
                    growth(line),
                  ].map((text, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- columns are known by their place
                    <Table.Td key={index} ta="right" className="figures">
                      {text}
                    </Table.Td>
                  ))}
                  <Table.Td className={classes.words}>
                    {editable ? (
                      <Textarea
                        aria-label={`${name} ${t('plan.fields.comment')}`}
                        value={value.comments[line.key] ?? ''}
                        maxLength={1000}
                        autosize
                        minRows={1}
                        onChange={(event) =>
                          change({
                            ...value,
                            comments: { ...value.comments, [line.key]: event.currentTarget.value },
                          })
                        }
                        onBlur={flush}
                        classNames={{ input: classes.wordsInput }}
                      />
                    ) : (
                      value.comments[line.key]
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
