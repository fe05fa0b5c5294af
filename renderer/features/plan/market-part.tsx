import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { swotFields, type MarketContent } from '#shared/features/plan/plan.content.ts';
import { marketFigures } from '#shared/features/plan/plan.rules.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RowsGrid, type GridColumn } from './rows-grid.tsx';
import { newKey } from './use-plan-part.ts';
import { rateText, type PartProps } from './part-props.ts';
import { Section } from './section.tsx';
import classes from './plan.module.css';

type Market = MarketContent['markets'][number];
type Competitor = MarketContent['competitors'][number];
type Policy = MarketContent['policies'][number];
type Group = MarketContent['groups'][number];

/** A column of words or a count kept in a field of the row. */
const words = <Row,>(
  field: keyof Row & string,
  title: string,
  max: number,
  width = 120,
): GridColumn<Row> => ({
  id: field,
  title,
  kind: 'text',
  max,
  width,
  get: (row) => String(row[field] ?? ''),
  set: (row, value) => ({ ...row, [field]: value }),
});
const units = <Row,>(field: keyof Row & string, title: string): GridColumn<Row> => ({
  id: field,
  title,
  kind: 'count',
  width: 84,
  get: (row) => row[field] as number | null, // counts only
  set: (row, value) => ({ ...row, [field]: value }),
});
const share = (id: 'shareNow' | 'shareNext', title: string): GridColumn<Market> => ({
  id,
  title,
  kind: 'shown',
  show: (row) => rateText(marketFigures([row])[id]),
});

const shown = (value: number | null): string => (value === null ? '' : numberShown(value, 0, true));

/** 来年市场分析: size and share, competitors, policy, customers, SWOT. */
export function MarketPart({ part, editable }: PartProps<'market'>): ReactNode {
  const { t } = useTexts();
  const { value, change, flush } = part;
  const total = marketFigures(value.markets);
  const common = { editable, onLeave: flush } as const;
  const put = <Field extends keyof MarketContent>(field: Field, content: MarketContent[Field]): void =>
    change({ ...value, [field]: content });
  const isShown = (rows: readonly unknown[]): boolean => editable || rows.length > 0;
  return (
    <>
      {isShown(value.markets) ? (
        <Section title={t('plan.sections.markets')}>
          <RowsGrid<Market>
            {...common}
            label={t('plan.sections.markets')}
            rows={value.markets}
            onChange={(rows) => put('markets', rows)}
            nameOf={({ name }) => name}
            create={{ words: t('plan.add.market'), make: newMarket }}
            columns={[
              words('name', t('plan.fields.segment'), 300, 150),
              units('sizeNow', t('plan.fields.sizeNow')),
              units('ownNow', t('plan.fields.ownNow')),
              share('shareNow', t('plan.fields.shareNow')),
              units('sizeNext', t('plan.fields.sizeNext')),
              units('ownNext', t('plan.fields.ownNext')),
              share('shareNext', t('plan.fields.shareNext')),
            ]}
            foot={[
              t('plan.fields.total'),
              shown(total.sizeNow),
              shown(total.ownNow),
              rateText(total.shareNow),
              shown(total.sizeNext),
              shown(total.ownNext),
              rateText(total.shareNext),
            ]}
          />
        </Section>
      ) : null}
      {isShown(value.competitors) ? (
        <Section title={t('plan.sections.competitors')}>
          <RowsGrid<Competitor>
            {...common}
            label={t('plan.sections.competitors')}
            rows={value.competitors}
            onChange={(rows) => put('competitors', rows)}
            nameOf={({ name }) => name}
            create={{ words: t('plan.add.competitor'), make: newCompetitor }}
            columns={[
              words('name', t('plan.fields.competitor'), 300),
              words('brands', t('plan.fields.brands'), 300),
              units('units', t('plan.fields.units')),
              words('strengths', t('plan.fields.strengths'), 500, 150),
              words('weaknesses', t('plan.fields.weaknesses'), 500, 150),
              words('answer', t('plan.fields.answer'), 500, 150),
            ]}
          />
        </Section>
      ) : null}
      {isShown(value.policies) ? (
        <Section title={t('plan.sections.policies')}>
          <RowsGrid<Policy>
            {...common}
            label={t('plan.sections.policies')}
            rows={value.policies}
            onChange={(rows) => put('policies', rows)}
            nameOf={({ name }) => name}
            create={{ words: t('plan.add.policy'), make: newPolicy }}
            columns={[
              words('name', t('plan.fields.policy'), 300, 150),
              words('from', t('plan.fields.from'), 300, 90),
              words('effect', t('plan.fields.effect'), 500, 180),
              words('answer', t('plan.fields.answer'), 500, 180),
            ]}
          />
        </Section>
      ) : null}
      {isShown(value.groups) ? (
        <Section title={t('plan.sections.groups')}>
          <RowsGrid<Group>
            {...common}
            label={t('plan.sections.groups')}
            rows={value.groups}
            onChange={(rows) => put('groups', rows)}
            nameOf={({ name }) => name}
            create={{ words: t('plan.add.group'), make: newGroup }}
            columns={[
              words('name', t('plan.fields.group'), 300, 150),
              units('count', t('plan.fields.count')),
              words('needs', t('plan.fields.needs'), 500, 180),
              words('offer', t('plan.fields.offer'), 500, 180),
            ]}
          />
        </Section>
      ) : null}
      <Section title={t('plan.sections.swot')}>
        <div className={classes.swot}>
          {swotFields.map((field) => (
            <Textarea
              key={field}
              label={t(`plan.fields.${field}`)}
              value={value.swot[field]}
              maxLength={4000}
              readOnly={!editable}
              autosize
              minRows={3}
              onChange={(event) => put('swot', { ...value.swot, [field]: event.currentTarget.value })}
              onBlur={flush}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

const newMarket = (): Market => ({
  key: newKey(),
  name: '',
  sizeNow: null,
  ownNow: null,
  sizeNext: null,
  ownNext: null,
});
const newCompetitor = (): Competitor => ({
  key: newKey(),
  name: '',
  brands: '',
  units: null,
  strengths: '',
  weaknesses: '',
  answer: '',
});
const newPolicy = (): Policy => ({ key: newKey(), name: '', from: '', effect: '', answer: '' });
const newGroup = (): Group => ({ key: newKey(), name: '', count: null, needs: '', offer: '' });
