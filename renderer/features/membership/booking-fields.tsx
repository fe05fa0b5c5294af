import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  bonusOf,
  goodsKinds,
  type DesignContent,
  type PackageOffer,
  type Tier,
} from '#shared/features/membership/membership.content.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import type { TypingProblem } from '#renderer/components/fields/field-props.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { amountOf, issued, offersOf, type Booking } from './booking-typed.ts';

type FieldsProps = {
  readonly typed: Booking;
  readonly set: <Name extends keyof Booking>(name: Name, value: Booking[Name]) => void;
  readonly problem: (field: string) => string | undefined;
  /** What was typed and is no value. */
  readonly onProblem: (field: string, problem: TypingProblem | undefined) => void;
  readonly design: DesignContent | undefined;
  /** What is bought of the design. */
  readonly offer: Tier | PackageOffer | undefined;
  /** Not everything earns alike, so the desk says what was sold. */
  readonly choosesGoods: boolean;
};

/** Value and change of one field of the booking. */
const bound =
  ({ typed, set, onProblem }: FieldsProps) =>
  <Name extends keyof Booking>(name: Name, field: string = name) => ({
    value: typed[name],
    onChange: (value: Booking[Name]): void => set(name, value),
    onProblem: (problem: TypingProblem | undefined): void => onProblem(field, problem),
  });

/** What an action needs to be typed; the amount comes first. */
export function BookingFields(props: FieldsProps): ReactNode {
  const { typed, problem } = props;
  const of = bound(props);
  const { t } = useTexts();
  const { action } = typed;
  if (action === 'issue') return <IssueFields {...props} />;
  if (action === 'fee' || action === 'package') return <OfferField {...props} action={action} />;
  const takesPoints = action === 'redeem' || action === 'grant';
  return (
    <>
      <div data-first>
        {takesPoints ? (
          <NumberField
            key={action}
            label={t(action === 'redeem' ? 'membership.pointsToUse' : 'membership.pointsToGive')}
            {...of('points')}
            error={problem('points')}
          />
        ) : (
          <MoneyField
            key={action}
            label={t(`membership.${amountOf[action]}`)}
            {...of('fen', amountOf[action])}
            error={problem('saleFen') ?? problem('amountFen') ?? problem('paidFen')}
          />
        )}
      </div>
      {action === 'topUp' ? <TopUpOffers {...props} /> : null}
      {action === 'earn' && props.choosesGoods ? (
        <NativeSelect
          label={t('membership.goodsSold')}
          w={110}
          value={typed.goods}
          error={problem('goods')}
          data={goodsKinds.map((value) => ({ value, label: t(`membership.goods.${value}`) }))}
          onChange={(event) => {
            const goods = goodsKinds.find((one) => one === event.currentTarget.value);
            if (goods) props.set('goods', goods);
          }}
        />
      ) : null}
      {action === 'earn' || action === 'pay' ? (
        <MoneyField label={t('membership.listFen')} {...of('listFen')} error={problem('listFen')} />
      ) : null}
    </>
  );
}

/** 会费、套餐 by the prices of the design. */
function OfferField({
  typed,
  set,
  problem,
  design,
  offer,
  action,
}: FieldsProps & { readonly action: 'fee' | 'package' }): ReactNode {
  const { t, money } = useTexts();
  return (
    <div data-first>
      <NativeSelect
        key={action}
        label={t('membership.offer')}
        w={370}
        value={offer?.name ?? ''}
        error={problem('offer') ?? problem('paidFen')}
        data={offersOf(design, typed.action).map((one) => ({
          value: one.name,
          label:
            'times' in one
              ? t('membership.packageOffer', {
                  name: one.name,
                  money: money(one.priceFen),
                  times: one.times,
                  months: one.months,
                })
              : t('membership.feeOffer', {
                  name: one.name,
                  money: money(one.priceFen),
                  months: one.priceMonths,
                }),
        }))}
        onChange={(event) => set('offer', event.currentTarget.value)}
      />
    </div>
  );
}

/** 充值档: an amount with its bonus, taken with one key. */
function TopUpOffers({ design, set }: FieldsProps): ReactNode {
  const { t, money } = useTexts();
  if (!design) return null;
  return (
    <Group gap={4} mt={24}>
      {design.topUps.map(({ fromFen }) => (
        <Button key={fromFen} size="compact-sm" variant="default" onClick={() => set('fen', fromFen)}>
          {t('membership.topUpOffer', { paid: money(fromFen), bonus: money(bonusOf(design, fromFen)) })}
        </Button>
      ))}
    </Group>
  );
}

function IssueFields(props: FieldsProps): ReactNode {
  const { typed, set, problem } = props;
  const of = bound(props);
  const { t } = useTexts();
  return (
    <>
      <NativeSelect
        label={t('membership.issueKind')}
        w={110}
        value={typed.account}
        data={issued.map((value) => ({ value, label: t(`membership.accounts.${value}`) }))}
        onChange={(event) => {
          const account = issued.find((one) => one === event.currentTarget.value);
          if (account) set('account', account);
        }}
      />
      <div data-first>
        <TextInput
          label={t('membership.issueName')}
          w={150}
          value={typed.name}
          maxLength={40}
          error={problem('name')}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
      </div>
      {typed.account === 'pass' ? null : (
        <NumberField label={t('membership.issueTimes')} {...of('times')} error={problem('times')} />
      )}
      <MoneyField label={t('membership.issuePaid')} {...of('fen', 'paidFen')} error={problem('paidFen')} />
      <MoneyField label={t('membership.issueUnit')} {...of('unitFen')} error={problem('unitFen')} />
      <DayInput
        label={t('membership.issueExpires')}
        w={150}
        value={typed.expiresOn}
        onChange={(expiresOn) => set('expiresOn', expiresOn)}
        error={problem('expiresOn')}
      />
    </>
  );
}
