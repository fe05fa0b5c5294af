import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './delivery.module.css';

const rights = { customer: 'customer.read', stock: 'stock.read', order: 'order.read' } as const;

/** A record's name as a link, for those who may read it. */
function To(props: {
  readonly feature: keyof typeof rights;
  readonly id: number | null;
  readonly name: string;
}): ReactNode {
  const { feature, id, name } = props;
  const { may } = useSession();
  const link = useLink();
  if (id === null || !may(rights[feature])) return name;
  return (
    <Anchor inherit {...link(recordAddress(feature, id))}>
      {name}
    </Anchor>
  );
}

/** 车辆与客户, and the plan of the ceremony. */
export function DeliveryFacts({ view }: { readonly view: DeliveryView }): ReactNode {
  const { t, field, choice, day } = useTexts();
  const facts: readonly { readonly name: string; readonly value: ReactNode }[] = [
    {
      name: field('delivery', 'customerName'),
      value: view.customerName && <To feature="customer" id={view.customerId} name={view.customerName} />,
    },
    {
      name: field('delivery', 'orderId'),
      value: <To feature="order" id={view.orderId} name={view.orderNumber} />,
    },
    { name: field('stock', 'model'), value: <To feature="stock" id={view.stockId} name={view.model} /> },
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
      <dl className={classes.facts}>
        {facts
          .filter(({ value }) => value !== null && value !== '')
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {ceremony.length > 0 ? (
        <>
          <Title order={2} className={classes.heading}>
            {t('delivery.sections.ceremony')}
          </Title>
          <dl className={classes.facts}>
            {ceremony.map((name) => (
              <div key={name} className={name === 'wishes' || name === 'note' ? classes.wide : undefined}>
                <dt>{field('delivery', name)}</dt>
                <dd>
                  <Text inherit className={classes.words}>
                    {view[name]}
                  </Text>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  );
}
