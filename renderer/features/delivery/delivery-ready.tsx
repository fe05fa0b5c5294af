import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconBan,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import type { DeliveryLack } from '#shared/features/delivery/delivery.rules.ts';
import { mayCheck } from '#shared/features/inspection/inspection.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useStart } from '#renderer/features/inspection/inspection.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { lackWords } from './delivery-badges.tsx';
import classes from './delivery.module.css';

/** Where what is missing is put right; a `#place` is on this page. */
function placeOf(lack: DeliveryLack, view: DeliveryView): string {
  switch (lack.kind) {
    case 'left':
      return recordAddress('stock', view.stockId);
    case 'order':
    case 'customer':
      return recordAddress('order', view.orderId);
    case 'repair':
      return recordAddress('repair', lack.repairIds[0] ?? 'new');
    case 'pdi':
    case 'preparation':
      return '#checks';
    case 'items':
    case 'itemsEmpty':
      return '#items';
    case 'disclosure':
    case 'acknowledgement':
      return '#disclosure';
  }
}

/** 交车前: what is missing, each with the way to it. */
export function DeliveryReady({ view }: { readonly view: DeliveryView }): ReactNode {
  const texts = useTexts();
  const { t } = texts;
  const link = useLink();
  if (view.state === 'handedOver' || view.state === 'cancelled') return null;
  return (
    <section className={classes.sheet} aria-labelledby="delivery-ready">
      <Title order={2} id="delivery-ready" className={classes.heading}>
        {t('delivery.sections.ready')}
      </Title>
      {view.lacks.length === 0 ? (
        <Group gap={8} wrap="nowrap" className={classes.good}>
          <IconCircleCheck size={18} aria-hidden />
          <Text>{t('delivery.nothingLacks')}</Text>
        </Group>
      ) : (
        <ul className={classes.lacks}>
          {view.lacks.map((lack) => {
            const words = lackWords(lack, texts);
            const place = placeOf(lack, view);
            const to = place.startsWith('#') ? { href: place } : link(place);
            return (
              <li key={words}>
                <IconAlertTriangle size={16} aria-hidden />
                <Anchor inherit {...to} className={classes.lack}>
                  {words}
                  <IconArrowRight size={14} aria-hidden />
                </Anchor>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type Standing = {
  readonly purpose: CheckPurpose;
  readonly state: 'missing' | 'open' | 'passed' | 'failed' | 'expired' | 'void';
  readonly inspectionId: number | null;
  /** Earlier checks that this one waits for have passed. */
  readonly isNext: boolean;
};

const icons: Readonly<Record<Standing['state'], Icon>> = {
  missing: IconCircleDashed,
  open: IconPlayerPlay,
  passed: IconCheck,
  failed: IconAlertTriangle,
  expired: IconClockExclamation,
  void: IconBan,
};

function standingsOf({ pdi, preparation, ceremony }: DeliveryView): readonly Standing[] {
  const ofCheck = (purpose: 'preparation' | 'ceremony', check: DeliveryView['preparation']): Standing => ({
    purpose,
    state: check?.state ?? 'missing',
    inspectionId: check?.inspectionId ?? null,
    isNext: true,
  });
  return [
    ...pdi.map(({ purpose, state, inspectionId }, index) => ({
      purpose,
      state,
      inspectionId,
      isNext: pdi.slice(0, index).every((earlier) => earlier.state === 'passed'),
    })),
    ofCheck('preparation', preparation),
    ofCheck('ceremony', ceremony),
  ];
}

/** 检查: three PDI, preparation and ceremony, begun from here. */
export function DeliveryChecks(props: {
  readonly view: DeliveryView;
  readonly mayBegin: boolean;
}): ReactNode {
  const { view, mayBegin } = props;
  const { t } = useTexts();
  return (
    <section className={classes.sheet} aria-labelledby="delivery-checks" id="checks">
      <Title order={2} id="delivery-checks" className={classes.heading}>
        {t('delivery.sections.checks')}
      </Title>
      <ul className={classes.checks}>
        {standingsOf(view).map((standing) => (
          <Check key={standing.purpose} stockId={view.stockId} standing={standing} mayBegin={mayBegin} />
        ))}
      </ul>
    </section>
  );
}

function Check(props: {
  readonly stockId: number;
  readonly standing: Standing;
  readonly mayBegin: boolean;
}): ReactNode {
  const { stockId, standing, mayBegin } = props;
  const { purpose, state, inspectionId, isNext } = standing;
  const { t, choice } = useTexts();
  const { me, may } = useSession();
  const go = useGo();
  const link = useLink();
  const start = useStart();
  const name = choice('inspection', 'purpose', purpose);
  const Shown = icons[state];
  const begins =
    mayBegin && isNext && state !== 'passed' && may('inspection.write') && mayCheck(me.roles, purpose);
  const act = t(
    state === 'open'
      ? 'delivery.checks.goOn'
      : state === 'failed'
        ? 'delivery.checks.again'
        : 'delivery.checks.begin',
  );
  return (
    <li data-state={state}>
      <span>
        {name}
        <small>
          <Shown size={13} aria-hidden /> {t(`delivery.checks.${state}`)}
          {purpose === 'ceremony' ? ` · ${t('delivery.checks.optional')}` : ''}
        </small>
      </span>
      {begins ? (
        <Button
          className={classes.key}
          variant="light"
          aria-label={t('delivery.checks.act', { act, purpose: name })}
          loading={start.isPending}
          onClick={() =>
            start.mutate({ purpose, stockId }, { onSuccess: ({ id }) => go(`/inspection/${id}`) })
          }
        >
          {act}
        </Button>
      ) : inspectionId === null ? null : (
        <Button
          component="a"
          className={classes.key}
          variant="default"
          aria-label={t('delivery.checks.act', { act: t('delivery.checks.see'), purpose: name })}
          {...link(`/inspection/${inspectionId}`)}
        >
          {t('delivery.checks.see')}
        </Button>
      )}
      <ErrorNote error={start.error} />
    </li>
  );
}
