import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { isMasked } from '#shared/kernel/field.ts';
import { Facts } from '#renderer/components/facts.tsx';
import { RevealButton } from '#renderer/components/record-form/reveal-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { RecordLink } from '#renderer/components/record-list/record-link.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './complaint.module.css';

type Known = { readonly field: string; readonly value: ReactNode };

/** 客户与车辆, and 客户原话. */
export function ComplaintFacts({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, field, record, choice, day } = useTexts();
  const { may } = useSession();
  const facts: readonly Known[] = [
    {
      field: 'customerName',
      value: <RecordLink feature="customer" id={view.customerId} name={view.customerName} />,
    },
    {
      field: 'phone',
      value: view.phone ? (
        <span className="figures">
          {view.phone}
          {isMasked(view.phone) && may('customer.reveal') ? (
            <RevealButton feature="complaint" id={view.id} field="phone" />
          ) : null}
        </span>
      ) : null,
    },
    {
      field: 'vehicleId',
      value:
        view.plate || view.model ? (
          <span>
            <RecordLink feature="vehicle" id={view.vehicleId} name={view.plate} /> {view.model}
          </span>
        ) : null,
    },
    { field: 'repairId', value: <RecordLink feature="repair" id={view.repairId} name={view.repairNumber} /> },
    { field: 'orderId', value: <RecordLink feature="order" id={view.orderId} name={view.orderNumber} /> },
    { field: 'followUp', value: view.followUp ? <ToFollowUp call={view.followUp} /> : null },
    { field: 'kind', value: choice('complaint', 'kind', view.kind) },
    { field: 'channel', value: choice('complaint', 'channel', view.channel) },
    { field: 'receivedOn', value: <span className="figures">{day(view.receivedOn)}</span> },
    { field: 'externalNumber', value: view.externalNumber },
    { field: 'handlerId', value: view.handlerName ?? t('complaint.noHandler') },
    { field: 'aboutId', value: view.aboutName },
  ];
  return (
    <section className={classes.sheet} aria-labelledby="complaint-customer">
      <Title order={2} id="complaint-customer" className={classes.heading}>
        {t('complaint.sections.customer')}
      </Title>
      <Facts
        facts={facts
          .filter(({ field: name }) => !isEmptyLink(view, name))
          .map(({ field: name, value }) => ({
            name: name === 'followUp' ? record('followUp', 'one') : field('complaint', name),
            value,
          }))}
      />
      <Title order={2} className={classes.heading}>
        {t('complaint.sections.words')}
      </Title>
      <Text className={classes.words}>{view.description ?? t('complaint.noWords')}</Text>
      {view.demand ? (
        <Text className={classes.words} mt={6}>
          <Text span inherit c="dimmed">
            {field('complaint', 'demand')}
          </Text>{' '}
          {view.demand}
        </Text>
      ) : null}
    </section>
  );
}

/** The call that raised the complaint. */
function ToFollowUp({ call }: { readonly call: NonNullable<ComplaintView['followUp']> }): ReactNode {
  const { day } = useTexts();
  const link = useLink();
  return (
    <Anchor inherit {...link(recordAddress('followUp', call.id))}>
      {day(call.happenedOn)}
    </Anchor>
  );
}

const isEmptyLink = (view: ComplaintView, field: string): boolean =>
  (field === 'repairId' && view.repairId === null) ||
  (field === 'orderId' && view.orderId === null) ||
  (field === 'customerName' && view.customerName === null);
