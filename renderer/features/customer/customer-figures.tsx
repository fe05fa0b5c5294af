import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import formClasses from '../../components/record-form/record-form.module.css';
import { useConsumption } from './customer.queries.ts';

/** 消费信息 at a glance: what was bought, visits, what is open. */
export function CustomerFigures({ id }: { readonly id: number }): ReactNode {
  const { t, money, day } = useTexts();
  const { data } = useConsumption(id);
  const none = t('form.consumption.none');
  /** A figure that is not there yet, or that the person may not see: never a 0. */
  const shown = <Part,>(part: Part | null | undefined, text: (part: Part) => string): string =>
    part === undefined ? '…' : part === null ? t('form.consumption.hidden') : text(part);
  const figures: readonly {
    readonly name: string;
    readonly value: string;
    readonly small?: string | undefined;
  }[] = [
    {
      name: t(data?.orders?.own ? 'form.consumption.ownOrders' : 'form.consumption.orders'),
      value: shown(data?.orders, ({ fen }) => money(fen)),
      small: data?.orders ? t('form.consumption.count', { count: data.orders.count }) : undefined,
    },
    {
      name: t('form.consumption.repairs'),
      value: shown(data?.repairs, ({ fen }) => money(fen)),
      small: data?.repairs ? t('form.consumption.visits', { count: data.repairs.count }) : undefined,
    },
    {
      name: t('form.consumption.visitsInYear'),
      value: shown(data?.repairs, ({ inYear }) => t('form.consumption.visits', { count: inYear })),
    },
    { name: t('form.consumption.openReceivable'), value: shown(data?.openReceivableFen, money) },
    {
      name: t('form.consumption.firstVisit'),
      value: shown(data?.repairs, ({ firstOn }) => (firstOn ? day(firstOn) : none)),
    },
    {
      name: t('form.consumption.lastVisit'),
      value: shown(data?.repairs, ({ lastOn }) => (lastOn ? day(lastOn) : none)),
    },
  ];
  return (
    <dl className={clsx(formClasses.sheet, formClasses.figures)} style={{ margin: 0 }}>
      {figures.map(({ name, value, small }) => (
        <div key={name} className={formClasses.figure}>
          <dt>{name}</dt>
          <dd>
            {value}
            {small ? <small>{small}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
