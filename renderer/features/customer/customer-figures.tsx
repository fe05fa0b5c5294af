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
  const figures: readonly { readonly name: string; readonly value: string; readonly small?: string }[] = [
    {
      name: t('form.consumption.orders'),
      value: data ? money(data.orderFen) : '…',
      small: data && t('form.consumption.count', { count: data.orders }),
    },
    {
      name: t('form.consumption.repairs'),
      value: data ? money(data.repairFen) : '…',
      small: data && t('form.consumption.visits', { count: data.repairs }),
    },
    {
      name: t('form.consumption.visitsInYear'),
      value: data ? t('form.consumption.visits', { count: data.visitsInYear }) : '…',
    },
    { name: t('form.consumption.openReceivable'), value: data ? money(data.openReceivableFen) : '…' },
    { name: t('form.consumption.firstVisit'), value: data?.firstVisitOn ? day(data.firstVisitOn) : none },
    { name: t('form.consumption.lastVisit'), value: data?.lastVisitOn ? day(data.lastVisitOn) : none },
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
