import { ActionIcon, Alert, Button, Loader, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconBan,
  IconDots,
  IconHistory,
  IconPencil,
  IconSignature,
} from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { deliveryFields } from '#shared/features/delivery/delivery.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { HistoryDrawer } from '#renderer/components/record-form/history-drawer.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { lackWords, StateBadge } from './delivery-badges.tsx';
import { DeliveryDisclosures } from './delivery-disclosures.tsx';
import { DeliveryFacts } from './delivery-facts.tsx';
import { DeliveryItems } from './delivery-items.tsx';
import { DeliveryPhotos } from './delivery-photos.tsx';
import { DeliveryChecks, DeliveryReady } from './delivery-ready.tsx';
import { DeliverySheet } from './delivery-sheet.tsx';
import { deliveryLayout } from './delivery.layout.ts';
import { useDelivery } from './delivery.queries.ts';
import { StepDialog, type AskedStep } from './signing.dialogs.tsx';
import classes from './delivery.module.css';

const noLabels = {};

/** 交车: a new one as a form, a planned one as a working surface up to both signatures. */
export function DeliveryScreen(): ReactNode {
  const id = useParams({ strict: false })['id'];
  return id === 'new' ? <RecordForm layout={deliveryLayout} /> : <OneDelivery key={id} id={Number(id)} />;
}

/** The plan of a delivery as a form. */
export function DeliveryPlanScreen(): ReactNode {
  return <RecordForm layout={deliveryLayout} />;
}

function OneDelivery({ id }: { readonly id: number }): ReactNode {
  const { t, record } = useTexts();
  const { data, error } = useDelivery(id);
  if (error && !data)
    return (
      <PageFrame title={record('delivery', 'one')}>
        <ErrorNote error={error} />
      </PageFrame>
    );
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return <Surface view={data} />;
}

function Surface({ view }: { readonly view: DeliveryView }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const [asked, setAsked] = useState<AskedStep>();
  const [history, setHistory] = useState(false);
  const mayWrite = may('delivery.write');
  const mayChange = mayWrite && view.state === 'planned';
  return (
    <PageFrame
      title={`${view.number} ${view.customerName ?? ''}`}
      before={
        <Tooltip label={t('common.back')}>
          <ActionIcon color="gray" aria-label={t('common.back')} onClick={() => go('/delivery')}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={<StateBadge state={view.state} />}
      actions={
        <Actions view={view} mayWrite={mayWrite} onAsk={setAsked} onHistory={() => setHistory(true)} />
      }
    >
      {view.cancelReason ? (
        <Alert color="gray" icon={<IconBan size={18} />}>
          {t('delivery.cancelled', { reason: view.cancelReason })}
        </Alert>
      ) : null}
      <div className={classes.surface}>
        <div className={classes.main}>
          <DeliveryFacts view={view} />
          <DeliveryItems view={view} mayChange={mayChange} />
          <DeliveryDisclosures
            view={view}
            mayChange={mayChange}
            onAcknowledge={() => setAsked('acknowledge')}
          />
          <DeliveryPhotos view={view} mayAdd={mayChange || (mayWrite && view.state === 'signing')} />
        </div>
        <div className={classes.aside}>
          <DeliveryReady view={view} />
          <DeliveryChecks view={view} mayBegin={view.state === 'planned' || view.state === 'signing'} />
          <DeliverySheet view={view} />
        </div>
      </div>
      {asked ? <StepDialog view={view} step={asked} onClose={() => setAsked(undefined)} /> : null}
      <HistoryDrawer
        feature="delivery"
        fields={deliveryFields}
        id={view.id}
        labels={noLabels}
        opened={history}
        onClose={() => setHistory(false)}
      />
    </PageFrame>
  );
}

/** What may be done now: the next signature first; one that is refused shows on the page what is missing. */
function Actions(props: {
  readonly view: DeliveryView;
  readonly mayWrite: boolean;
  readonly onAsk: (step: AskedStep) => void;
  readonly onHistory: () => void;
}): ReactNode {
  const { view, mayWrite, onAsk, onHistory } = props;
  const texts = useTexts();
  const { t } = texts;
  const go = useGo();
  const isPlanned = mayWrite && view.state === 'planned';
  const isSigning = mayWrite && view.state === 'signing';
  const [first] = view.lacks;
  const isReady = first === undefined;
  return (
    <>
      {isPlanned ? (
        <Button
          variant="default"
          className={classes.key}
          leftSection={<IconPencil size={15} />}
          onClick={() => go(`/delivery/${view.id}/plan`)}
        >
          {t('delivery.edit')}
        </Button>
      ) : null}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" className={classes.key} leftSection={<IconDots size={15} />}>
            {t('delivery.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isSigning ? (
            <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => onAsk('withdraw')}>
              {t('delivery.withdraw')}
            </Menu.Item>
          ) : null}
          {isPlanned ? (
            <Menu.Item color="red" leftSection={<IconBan size={15} />} onClick={() => onAsk('cancel')}>
              {t('delivery.cancel')}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconHistory size={15} />} onClick={onHistory}>
            {t('delivery.history')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPlanned || isSigning ? (
        <Tooltip label={first ? lackWords(first, texts) : ''} disabled={isReady}>
          <Button
            className={classes.key}
            leftSection={<IconSignature size={15} />}
            data-disabled={!isReady || undefined}
            aria-disabled={!isReady}
            onClick={() => (isReady ? onAsk(isPlanned ? 'sign' : 'handOver') : undefined)}
          >
            {t(isPlanned ? 'delivery.sheet.storeSign' : 'delivery.sheet.customerSign')}
          </Button>
        </Tooltip>
      ) : null}
    </>
  );
}
