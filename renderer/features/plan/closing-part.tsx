import { Table, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClosingLine } from '#shared/features/plan/plan.contract.ts';
import { shareOf } from '#shared/features/plan/plan.rules.ts';
import { closingFigure } from '#shared/text/closing-figure.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { rateText, type PartProps } from './part-props.ts';
import { Section } from './section.tsx';
import classes from './plan.module.css';

/** 当年决算: figures from the data beside last year and plan, each with a comment. */
export function ClosingPart({ view, part, editable }: PartProps<'closing'>): ReactNode {
  const { t, choice, day, money, language } = useTexts();
  const { closing } = view.content;
  const { value, change, flush } = part;
  const figure = (amount: number | null, { unit }: ClosingLine): string =>
    amount === null ? '—' : unit === 'fen' ? money(amount) : numberShown(amount, 0, true);
  const growth = (line: ClosingLine): string => {
    const share = shareOf(line.value, line.lastYearToDate);
    return rateText(share === null ? null : share - 10_000);
  };
  const comment = (key: string, name: string): ReactNode =>
    editable ? (
      <Textarea
        aria-label={`${name} ${t('plan.fields.comment')}`}
        value={value.comments[key] ?? ''}
        maxLength={1000}
        autosize
        minRows={1}
        onChange={(event) =>
          change({ ...value, comments: { ...value.comments, [key]: event.currentTarget.value } })
        }
        onBlur={flush}
        classNames={{ input: classes.wordsInput }}
      />
    ) : (
      value.comments[key]
    );
  return (
    <>
      <Section title={t('plan.sections.figures')}>
        <Text size="xs" c="dimmed" mb={4}>
          {t('plan.ui.closingUntil', { year: closing.year, until: day(closing.until) })}
        </Text>
        <div className={classes.gridFrame}>
          <Table className={classes.grid} aria-label={t('plan.sections.figures')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('plan.fields.indicator')}</Table.Th>
                {(['lastYearToDate', 'lastYear', 'goal', 'actual', 'rate', 'growth'] as const).map(
                  (field) => (
                    <Table.Th key={field} ta="right">
                      {t(`plan.fields.${field}`)}
                    </Table.Th>
                  ),
                )}
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
                    <Table.Td className={classes.words}>{comment(line.key, name)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </div>
      </Section>
      {closing.others.length === 0 ? null : (
        <Section title={t('plan.sections.others')}>
          <div className={classes.gridFrame}>
            <Table className={classes.grid} aria-label={t('plan.sections.others')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('plan.fields.indicator')}</Table.Th>
                  {(['lastYear', 'goal', 'actual'] as const).map((field) => (
                    <Table.Th key={field} ta="right">
                      {t(`plan.fields.${field}`)}
                    </Table.Th>
                  ))}
                  <Table.Th miw={200}>{t('plan.fields.comment')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {closing.others.map((one) => (
                  <Table.Tr key={one.key}>
                    <Table.Td>{one.name[language]}</Table.Td>
                    {(['lastYear', 'goal', 'value'] as const).map((field) => (
                      <Table.Td key={field} ta="right" className="figures">
                        {one[field] === null ? '—' : closingFigure(one[field], one, language)}
                      </Table.Td>
                    ))}
                    <Table.Td className={classes.words}>{comment(one.key, one.name[language])}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </Section>
      )}
    </>
  );
}
