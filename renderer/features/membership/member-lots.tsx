import { Badge, Button, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { isExpired, isUsable, type Lot } from '#shared/features/membership/membership-ledger.rules.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ownReceiptKey } from './membership-words.ts';
import { useUse, useTakeBenefit } from './membership.queries.ts';
import classes from './membership.module.css';

const isMoney = ({ account }: Lot): boolean => account === 'principal' || account === 'bonus';

/** How many lots stand there before somebody asks for more; vouchers and packages always do. */
const shownAtFirst = 5;

/** 余额批次 what is left, oldest first, each with its own expiry; vouchers and packages are used here. */
export function MemberLots({ view }: { readonly view: MemberView }): ReactNode {
  const { t, day, money } = useTexts();
  const { today, may } = useSession();
  const [used, setUsed] = useState<Lot | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const first = view.lots.filter(({ name }, at) => name !== null || at < shownAtFirst);
  const folded = view.lots.length - first.length;
  const mayUse = may('membership.redeem') && view.state === 'active';
  const rest = (lot: Lot): string =>
    isMoney(lot)
      ? money(lot.rest)
      : lot.account === 'points'
        ? lot.rest.toLocaleString('en')
        : t('membership.restOf', { rest: lot.rest, quantity: lot.quantity });
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('membership.lots')}>
      <Title order={2} size="h4" mb={4}>
        {t('membership.lots')}
      </Title>
      {view.lots.length === 0 ? <Text size="sm">{t('membership.lotsNone')}</Text> : null}
      {view.lots.length > 0 ? (
        <Table className={classes.table} verticalSpacing={4} aria-label={t('membership.lots')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('membership.lotColumns.what')}</Table.Th>
              <Table.Th scope="col">{t('membership.lotColumns.made')}</Table.Th>
              <Table.Th scope="col">{t('membership.lotColumns.expires')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('membership.lotColumns.rest')}
              </Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(isOpen ? view.lots : first).map((lot) => (
              <Table.Tr key={lot.id}>
                <Table.Td>
                  {t(`membership.accounts.${lot.account}`)}
                  {lot.name === null ? '' : ` · ${lot.name}`}
                </Table.Td>
                <Table.Td className="figures">{day(lot.startsOn)}</Table.Td>
                <Table.Td className="figures">
                  {lot.expiresOn === null ? t('membership.forever') : day(lot.expiresOn)}
                  {isExpired(lot, today) ? (
                    <Badge ml={6} size="sm" color="red" variant="light">
                      {t('membership.expired')}
                    </Badge>
                  ) : null}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {rest(lot)}
                </Table.Td>
                <Table.Td ta="right">
                  {mayUse && lot.name !== null && lot.account !== 'tier' && isUsable(lot, today) ? (
                    <Button
                      size="compact-xs"
                      variant="light"
                      aria-label={t('membership.useTitle', { name: lot.name })}
                      onClick={() => setUsed(lot)}
                    >
                      {t('membership.use')}
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {folded > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('membership.lotsFewer') : t('membership.lotsMore', { count: folded })}
        </Button>
      ) : null}
      <Benefits view={view} mayUse={mayUse} />
      {used ? <UseDialog memberId={view.id} lot={used} onClose={() => setUsed(null)} /> : null}
    </section>
  );
}

/** 核销 of one voucher or package. */
function UseDialog(props: {
  readonly memberId: number;
  readonly lot: Lot;
  readonly onClose: () => void;
}): ReactNode {
  const { memberId, lot, onClose } = props;
  const { t } = useTexts();
  const use = useUse();
  const { problem, rest } = useRefusals(use.error, {
    'membership-units-short': 'times',
    'membership-lot-empty': 'times',
  });
  const [times, setTimes] = useState<number | null>(1);
  const [receiptKey] = useState(ownReceiptKey);
  const submit = (): void => {
    if (times === null) return;
    use.mutate(
      { id: memberId, receiptKey, note: lot.name, lotId: lot.id, times },
      {
        onSuccess: () => {
          notifications.show({ message: t('membership.posted'), color: 'green' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('membership.useTitle', { name: lot.name ?? '' })}
      confirm={t('membership.post')}
      busy={use.isPending}
      ready={times !== null}
      error={rest}
      onClose={onClose}
      onSubmit={submit}
    >
      <NumberField
        data-autofocus
        label={t('membership.useTimes')}
        value={times}
        error={problem('times')}
        onChange={setTimes}
      />
    </FormDialog>
  );
}

type Benefit = MemberView['benefits'][number];
const benefitWords = ({ name, used, perYear }: Benefit) => ({ name, used, perYear });

/** 等级权益 with what is left of each in twelve months. */
function Benefits({ view, mayUse }: { readonly view: MemberView; readonly mayUse: boolean }): ReactNode {
  const { t } = useTexts();
  const [asked, setAsked] = useState<Benefit | null>(null);
  return (
    <>
      <Title order={3} size="h5" mt="sm" mb={2}>
        {t('membership.benefits')}
      </Title>
      {view.benefits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('membership.benefitsNone')}
        </Text>
      ) : null}
      {view.benefits.map((benefit) => (
        <div key={benefit.name} className={classes.line}>
          <Text size="sm">{t('membership.benefitLine', benefitWords(benefit))}</Text>
          {mayUse && benefit.used < benefit.perYear ? (
            <Button
              size="compact-xs"
              variant="light"
              aria-label={t('membership.benefitUseTitle', { name: benefit.name })}
              onClick={() => setAsked(benefit)}
            >
              {t('membership.benefitUse')}
            </Button>
          ) : null}
        </div>
      ))}
      {asked ? <BenefitDialog memberId={view.id} benefit={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** 使用权益: asked once more, for only a manager takes a posting back. The receipt is kept while it is tried again. */
function BenefitDialog(props: {
  readonly memberId: number;
  readonly benefit: Benefit;
  readonly onClose: () => void;
}): ReactNode {
  const { memberId, benefit, onClose } = props;
  const { t } = useTexts();
  const use = useTakeBenefit();
  const [receiptKey] = useState(ownReceiptKey);
  return (
    <FormDialog
      title={t('membership.benefitUseTitle', { name: benefit.name })}
      confirm={t('membership.benefitUse')}
      busy={use.isPending}
      error={use.error}
      onClose={onClose}
      onSubmit={() =>
        use.mutate(
          { id: memberId, receiptKey, note: null, benefit: benefit.name },
          {
            onSuccess: () => {
              notifications.show({ message: t('membership.posted'), color: 'green' });
              onClose();
            },
          },
        )
      }
    >
      <Text size="sm">{t('membership.benefitLine', benefitWords(benefit))}</Text>
    </FormDialog>
  );
}
