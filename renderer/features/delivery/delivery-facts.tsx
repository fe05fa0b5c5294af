import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { Facts, type Fact } from '#renderer/components/facts.tsx';
import { RecordLink } from '#renderer/components/record-list/record-link.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './delivery.module.css';

/** 车辆与客户, and the plan of the ceremony. */
export function DeliveryFacts({ view }: { readonly view: DeliveryView }): ReactNode {
  const { t, field, choice, day } = useTexts();
  const facts: readonly Fact[] = [
    {
      name: field('delivery', 'customerName'),
      value: view.customerName && (
        <RecordLink feature="customer" id={view.customerId} name={view.customerName} />
      ),
    },
    {
      name: field('delivery', 'orderId'),
      value: <RecordLink feature="order" id={view.orderId} name={view.orderNumber} />,
    },
    {
      name: field('stock', 'model'),
      value: <RecordLink feature="stock" id={view.stockId} name={view.model} />,
    },
    { name: field('stock', 'kind'), value: choice('stock', 'kind', view.vehicleKind) },
    { name: field('delivery', 'vin'), value: <span className="code">{view.vin}</span> },
    { name: field('stock', 'colour'), value: view.colour },
    {
      name: field('delivery', 'plannedOn'),
      value: (
        <span className="figures">
          {day(view.plannedOn)} {view.plannedTime}
        </span>
      ),
    },
    { name: field('delivery', 'place'), value: view.place },
    { name: field('delivery', 'consultantId'), value: view.consultantName },
  ];
  const ceremony = (['host', 'guests', 'props', 'wishes', 'note'] as const).filter((name) => view[name]);
  return (
    <section className={classes.sheet} aria-labelledby="delivery-facts">
      <Title order={2} id="delivery-facts" className={classes.heading}>
        {t('delivery.sections.facts')}
      </Title>
      <Facts facts={facts} />
      {ceremony.length > 0 ? (
        <>
          <Title order={2} className={classes.heading}>
            {t('delivery.sections.ceremony')}
          </Title>
          <Facts
            facts={ceremony.map((name) => ({
              name: field('delivery', name),
              value: view[name],
              wide: name === 'wishes' || name === 'note',
            }))}
          />
        </>
      ) : null}
    </section>
  );
}
