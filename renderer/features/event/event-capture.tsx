import { Alert, Button, Checkbox, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { KnownPhone } from '#shared/features/event/event.contract.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { normalPhone } from '#shared/kernel/phone.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField, MoneyField } from '#renderer/components/fields/typed-field.tsx';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useCapture, useKnownPhone } from './event.queries.ts';
import classes from './event.module.css';

/** 现场登记: leads and orders of the day, by keyboard alone, with those taken so far below. */
export function EventCapture({ id, readOnly }: RecordView): ReactNode {
  const { may } = useSession();
  const of = { field: 'eventId', id };
  return (
    <Stack gap="sm">
      {may('lead.write') && !readOnly ? <CaptureForm id={id} /> : null}
      <RelatedRecords
        feature="lead"
        fields={leadFields}
        columns={['customerName', 'phone', 'model', 'state', 'arrivedOn', 'consultantId']}
        of={of}
        sort={[{ field: 'id', descending: true }]}
      />
      <RelatedRecords
        feature="order"
        fields={orderFields}
        columns={['number', 'customerName', 'model', 'quantity', 'depositFen', 'state', 'orderedOn']}
        of={of}
        sort={[{ field: 'id', descending: true }]}
      />
    </Stack>
  );
}

const empty = {
  phone: '',
  name: '',
  model: '',
  withOrder: false,
  kind: 'heavyTruck' as VehicleKind,
  quantity: 1 as number | null,
  depositFen: 0 as number | null,
};

function CaptureForm({ id }: { readonly id: number }): ReactNode {
  const { t, choice, issue } = useTexts();
  const { may } = useSession();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const capture = useCapture();
  const known = useKnownPhone(id, typed.phone).data;
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const change = (some: Partial<typeof empty>): void => {
    setTyped((old) => ({ ...old, ...some }));
    if (capture.error) capture.reset();
  };
  const { phone, name, model, withOrder, kind, quantity, depositFen } = typed;
  const data = capture.error ? errorData(capture.error) : null;
  const refused = data?.code === 'invalid-input' ? data.issues : [];
  const problem = (field: string, wrong: string | undefined): string | undefined => {
    const found = refused.find((one) => one.field === field);
    if (found) return issue(found);
    return tried && wrong ? issue({ field, issue: wrong }) : undefined;
  };
  const wrong = {
    phone: phone.trim() === '' ? 'required' : normalPhone(phone) === undefined ? 'not-a-phone' : undefined,
    name: name.trim() === '' ? 'required' : undefined,
    model: withOrder && model.trim() === '' ? 'required' : undefined,
    quantity: withOrder && (quantity ?? 0) < 1 ? 'too-small' : undefined,
  };
  const submit = (): void => {
    setTried(true);
    const isWrong = Object.values(wrong).some((one) => one !== undefined);
    if (isWrong || capture.isPending) return;
    const order = withOrder ? { kind, quantity: quantity ?? 1, depositFen: depositFen ?? 0 } : null;
    capture.mutate(
      { id, phone, name, model, order },
      {
        onSuccess: ({ orderNumber }) => {
          const message =
            orderNumber === null
              ? t('event.capture.saved', { name })
              : t('event.capture.ordered', { name, number: orderNumber });
          notifications.show({ message, color: 'green' });
          setTyped(empty);
          setTried(false);
          first.current?.focus();
        },
      },
    );
  };
  // Enter goes to the next field; in the last one it saves.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.tagName === 'BUTTON') return;
    event.preventDefault();
    const inputs = [
      ...(form.current?.querySelectorAll<HTMLElement>('input:not([type=checkbox]), select') ?? []),
    ];
    const next = inputs[inputs.findIndex((one) => one === target) + 1];
    if (event.ctrlKey || !next) submit();
    else next.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes the key that its fields let through
    <form
      ref={form}
      className={classes.phase}
      aria-label={t('event.capture.title')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Title order={2} className={classes.heading} mb={6}>
        {t('event.capture.title')}
      </Title>
      <div className={classes.capture}>
        <TextInput
          ref={first}
          label={t('event.capture.phone')}
          required
          inputMode="tel"
          autoComplete="off"
          value={phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={problem('phone', wrong.phone)}
        />
        <TextInput
          label={t('event.capture.name')}
          required
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={problem('name', wrong.name)}
        />
        <TextInput
          label={t('event.capture.model')}
          autoComplete="off"
          maxLength={100}
          value={model}
          onChange={(event) => change({ model: event.currentTarget.value })}
          error={problem('model', wrong.model)}
        />
        {withOrder ? (
          <>
            <NativeSelect
              label={t('event.capture.kind')}
              value={kind}
              onChange={(event) => {
                const chosen = vehicleKinds.find((one) => one === event.currentTarget.value);
                if (chosen) change({ kind: chosen });
              }}
              data={vehicleKinds.map((one) => ({ value: one, label: choice('order', 'kind', one) }))}
            />
            <NumberField
              label={t('event.capture.quantity')}
              value={quantity}
              onChange={(value) => change({ quantity: value })}
              error={problem('order.quantity', wrong.quantity)}
            />
            <MoneyField
              label={t('event.capture.deposit')}
              value={depositFen}
              onChange={(value) => change({ depositFen: value })}
              error={problem('order.depositFen', undefined)}
            />
          </>
        ) : null}
      </div>
      <div className={classes.captureFoot}>
        {may('order.write') ? (
          <Checkbox
            label={t('event.capture.withOrder')}
            checked={withOrder}
            onChange={(event) => change({ withOrder: event.currentTarget.checked })}
          />
        ) : null}
        <Text size="xs" c="dimmed">
          {t('event.capture.hint')}
        </Text>
        <Button type="submit" leftSection={<IconUserPlus size={15} />} loading={capture.isPending}>
          {t('event.capture.save')}
        </Button>
      </div>
      {known && normalPhone(phone) !== undefined ? <Known known={known} /> : null}
      {refused.length === 0 ? <ErrorNote error={capture.error} /> : null}
    </form>
  );
}

/** The number that is typed is known: where from. */
function Known({ known }: { readonly known: KnownPhone }): ReactNode {
  const { t, day } = useTexts();
  const { here, lead, isCustomer } = known;
  if (!lead && !isCustomer) return null;
  const who = lead && { name: lead.consultantName ?? t('event.capture.nobody'), day: day(lead.on) };
  return (
    <Alert color={here ? 'orange' : 'blue'} p="xs" mt="xs" role="status">
      {who ? t(here ? 'event.capture.here' : 'event.capture.lead', who) : null}{' '}
      {isCustomer ? t('event.capture.customer') : null}
    </Alert>
  );
}
