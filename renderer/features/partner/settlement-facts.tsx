import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { Facts } from '#renderer/components/facts.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './partner.module.css';

/** Who owes whom, what is open before and after, and where the money went. */
export function SettlementFacts({ view }: { readonly view: SettlementView }): ReactNode {
  const { t, day, money } = useTexts();
  const link = useLink();
  const { may } = useSession();
  const net =
    view.netFen > 0
      ? t('partner.settle.storePays', { name: view.partnerName })
      : view.netFen < 0
        ? t('partner.settle.partnerPays', { name: view.partnerName })
        : t('partner.settle.nobodyPays');
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.title')}>
      <Facts
        facts={[
          { name: net, value: <strong className="figures">{money(Math.abs(view.netFen))}</strong> },
          { name: t('partner.settle.opening'), value: money(view.openingFen) },
          {
            name: t('partner.settle.broughtIn'),
            value: view.broughtInFen === 0 ? null : money(view.broughtInFen),
          },
          { name: t('partner.settle.closing'), value: money(view.closingFen) },
          { name: t('partner.settle.dueOn'), value: day(view.dueOn) },
          {
            name: t('partner.settle.states.agreed'),
            value: view.agreedOn === null ? null : `${day(view.agreedOn)} ${view.agreedByName ?? ''}`,
          },
          { name: t('partner.settle.states.paid'), value: view.paidOn === null ? null : day(view.paidOn) },
          { name: t('partner.settle.note'), value: view.note },
        ]}
      />
      <Group gap="sm" mt={6}>
        {(
          [
            ['receivable', view.receivableId],
            ['cash', view.cashId],
          ] as const
        ).map(([feature, id]) =>
          id !== null && may(`${feature}.read`) ? (
            <Button
              key={feature}
              component="a"
              size="compact-sm"
              variant="light"
              {...link(recordAddress(feature, id))}
            >
              {t(`partner.settle.${feature}`)}
            </Button>
          ) : null,
        )}
      </Group>
    </section>
  );
}
