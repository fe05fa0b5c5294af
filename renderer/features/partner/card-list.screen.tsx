import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import {
  IconBuildingStore,
  IconChartBar,
  IconFileImport,
  IconGift,
  IconPackage,
  IconScan,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CardState } from '#shared/features/partner/partner.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { partnerCardList } from './partner.layout.ts';
import { partnerCardsPaper, useCardsByNumber } from './partner.queries.ts';
import { CardStateBadge } from './card-state.tsx';

const cells: Cells = {
  state: (row) => <CardStateBadge state={row['state'] as CardState} />, // written by the core only
};

const listActions = ({ chosen }: ShownRows): ReactNode => <CardActions chosen={chosen} />;

/** 合作卡 of the store: found by number to be redeemed, or issued. */
export function PartnerCardListScreen(): ReactNode {
  return (
    <RecordList
      {...partnerCardList}
      cells={cells}
      widths={{ number: 130, customerId: 160 }}
      notice={<CardFind />}
      actions={listActions}
    />
  );
}

function CardActions({ chosen }: Pick<ShownRows, 'chosen'>): ReactNode {
  const { t, record } = useTexts();
  const { may } = useSession();
  const link = useLink();
  return (
    <>
      {may('partner.issue') && chosen.length > 0 && chosen.length <= 200 ? (
        <PaperButton
          name={t('partner.paper.cards')}
          label={t('partner.issue.print')}
          load={partnerCardsPaper(chosen)}
          inHead
        />
      ) : null}
      {may('partnerSettlement.read') ? (
        <Button
          component="a"
          variant="default"
          leftSection={<IconChartBar size={15} aria-hidden />}
          {...link('/partner-card/figure')}
        >
          {t('partner.figure.title')}
        </Button>
      ) : null}
      <Button
        component="a"
        variant="default"
        leftSection={<IconBuildingStore size={15} aria-hidden />}
        {...link('/partner')}
      >
        {record('partner', 'many')}
      </Button>
      <Button
        component="a"
        variant="default"
        leftSection={<IconPackage size={15} aria-hidden />}
        {...link('/partner-card/stock')}
      >
        {t('partner.stock.title')}
      </Button>
      {may('partner.issue') ? (
        <>
          <Button
            component="a"
            variant="default"
            leftSection={<IconFileImport size={15} aria-hidden />}
            {...link('/partner-card/list')}
          >
            {t('partner.list.open')}
          </Button>
          <Button
            component="a"
            leftSection={<IconGift size={15} aria-hidden />}
            {...link('/partner-card/issue')}
          >
            {t('partner.issue.open')}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** 扫卡核销: one field that opens a card, or offers those of several partners. */
function CardFind(): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const link = useLink();
  const finding = useCardsByNumber();
  const [number, setNumber] = useState('');
  const found = finding.data;
  const submit = (): void => {
    if (number.trim() === '' || finding.isPending) return;
    finding.mutate(
      { number: number.trim() },
      {
        onSuccess(cards) {
          const [only] = cards;
          if (only && cards.length === 1) go(recordAddress('partnerCard', only.id));
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs" px="xs" py={6}>
        <TextInput
          w={300}
          type="search"
          aria-label={t('partner.redeem.find')}
          placeholder={t('partner.redeem.findHint')}
          leftSection={<IconScan size={15} aria-hidden />}
          value={number}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={finding.isPending}>
          {t('partner.redeem.title')}
        </Button>
      </Group>
      <ErrorNote error={finding.error} />
      {found && found.length !== 1 ? (
        <Group role="status" gap="xs" px="xs" pb={4}>
          <Text size="sm">
            {found.length === 0
              ? t('partner.redeem.none', { number: finding.variables?.number ?? '' })
              : t('partner.redeem.several')}
          </Text>
          {found.map((card) => (
            <Button
              key={card.id}
              component="a"
              size="compact-sm"
              variant="light"
              {...link(recordAddress('partnerCard', card.id))}
            >
              {card.partnerName} · {card.number}
              {card.customerName === null ? null : <Badge ml={6}>{card.customerName}</Badge>}
            </Button>
          ))}
        </Group>
      ) : null}
    </form>
  );
}
