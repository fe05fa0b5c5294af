import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CardStateBadge } from './card-state.tsx';
import { quantityText } from './partner-words.ts';
import { useCardsOf } from './partner.queries.ts';
import classes from './partner.module.css';

const shown = 8;

/** 合作卡 on the customer's and the member's page: what is left on each, what was got by them in money. */
export function CustomerCards({ customerId }: { readonly customerId: number }): ReactNode {
  const texts = useTexts();
  const { t, day, money } = texts;
  const { may } = useSession();
  const link = useLink();
  const sees = may('partner.read');
  const { data } = useCardsOf(customerId, sees);
  if (!sees || !data || data.cards.length === 0) return null;
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('partner.ofCustomer')}>
      <Text size="sm" className="figures">
        <strong>{t('partner.ofCustomer')}</strong>{' '}
        {t('partner.got', { year: money(data.gotYearFen), all: money(data.gotFen) })}
      </Text>
      {data.cards.slice(0, shown).map((card) => (
        <Group key={card.id} gap="xs" mt={4}>
          <Anchor
            size="sm"
            lh="24px"
            className={classes.number}
            {...link(recordAddress('partnerCard', card.id))}
          >
            {card.number}
          </Anchor>
          <Text size="sm">
            {card.partnerName} · {card.cardName}
          </Text>
          <Text size="sm" className="figures">
            {t('partner.balance', { balance: quantityText(card.unit, card.balance, texts) })}
          </Text>
          {card.expiresOn === null ? null : (
            <Text size="sm" c="dimmed">
              {t('partner.expires')} {day(card.expiresOn)}
            </Text>
          )}
          <CardStateBadge state={card.state} isOver={card.isOver} />
        </Group>
      ))}
    </section>
  );
}
