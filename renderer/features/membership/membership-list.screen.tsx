import { Anchor, Badge, Button, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAdjustments, IconCoin, IconGift, IconHourglassOff, IconScale } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { MembershipState } from '#shared/features/membership/membership.fields.ts';
import type { TakenOrder } from '#shared/features/membership/membership-views.ts';
import { addMonths } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { issueToMembers } from '#renderer/features/partner/partner-words.ts';
import { MemberFind } from './member-find.tsx';
import { membershipList } from './membership.layout.ts';
import { cardsPaper, useEarnRepairs, useExpire } from './membership.queries.ts';

function MemberStateBadge({ state }: { readonly state: MembershipState }): ReactNode {
  const { choice } = useTexts();
  return (
    <Badge size="sm" variant="light" color={state === 'active' ? 'green' : 'gray'}>
      {choice('membership', 'state', state)}
    </Badge>
  );
}

const cells: Cells = {
  state: (row) => <MemberStateBadge state={row['state'] as MembershipState} />, // written by the core only
};

const listActions = (shown: ShownRows): ReactNode => (
  <>
    <MakeCampaign feature="membership" shown={shown} />
    <MemberActions chosen={shown.chosen} />
  </>
);

/** 会员 of the store: found by card, telephone tail or plate. */
export function MembershipListScreen(): ReactNode {
  return (
    <RecordList
      {...membershipList}
      cells={cells}
      widths={{ number: 120, cardNumber: 140, customerId: 220 }}
      notice={<MemberFind />}
      actions={listActions}
    />
  );
}

/** What is done with many members at once. */
function MemberActions({ chosen }: Pick<ShownRows, 'chosen'>): ReactNode {
  const { t, error: sentence } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [earning, setEarning] = useState(false);
  const expire = useExpire();
  const writeOff = (): void =>
    expire.mutate(
      {},
      {
        onSuccess: ({ members }) =>
          void notifications.show({ message: t('membership.expiredDone', { count: members }) }),
        onError: (failure) =>
          void notifications.show({ message: sentence(errorData(failure)), color: 'red', autoClose: false }),
      },
    );
  return (
    <>
      {may('membership.redeem') && chosen.length > 0 && chosen.length <= 200 ? (
        <PaperButton
          name={t('membership.paper.cards')}
          label={t('membership.printCards', { count: chosen.length })}
          load={cardsPaper(chosen)}
          inHead
        />
      ) : null}
      {may('partner.issue') && chosen.length > 0 && chosen.length <= 500 ? (
        <Button
          component="a"
          variant="default"
          leftSection={<IconGift size={15} aria-hidden />}
          {...link(issueToMembers(chosen))}
        >
          {t('partner.issue.toSelected', { count: chosen.length })}
        </Button>
      ) : null}
      {may('membership.redeem') ? (
        <Button
          variant="default"
          leftSection={<IconCoin size={15} aria-hidden />}
          onClick={() => setEarning(true)}
        >
          {t('membership.earnRepairs')}
        </Button>
      ) : null}
      {may('membership.reverse') ? (
        <Button
          variant="default"
          leftSection={<IconHourglassOff size={15} aria-hidden />}
          loading={expire.isPending}
          onClick={writeOff}
        >
          {t('membership.expire')}
        </Button>
      ) : null}
      <Button
        component="a"
        variant="default"
        leftSection={<IconAdjustments size={15} aria-hidden />}
        {...link('/membership/design')}
      >
        {t('membership.design.title')}
      </Button>
      {may('memberLiability.read') ? (
        <Button
          component="a"
          variant="default"
          leftSection={<IconScale size={15} aria-hidden />}
          {...link('/membership/liability')}
        >
          {t('membership.liability')}
        </Button>
      ) : null}
      {earning ? <EarnRepairs onClose={() => setEarning(false)} /> : null}
    </>
  );
}

/** Orders that went to other customers and are named. */
const shownTaken = 8;

/** 工单积分 of a span of days. */
function EarnRepairs({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const earn = useEarnRepairs();
  const [from, setFrom] = useState<string | null>(addMonths(today, -1));
  const [to, setTo] = useState<string | null>(today);
  const link = useLink();
  const [taken, setTaken] = useState<readonly TakenOrder[]>([]);
  const submit = (): void => {
    if (from === null || to === null) return;
    earn.mutate(
      { from, to },
      {
        onSuccess: ({ posted, points, taken: others }) => {
          notifications.show({
            message: t('membership.earnRepairsDone', { posted, points }),
            color: 'green',
          });
          if (others.length === 0) onClose();
          else setTaken(others);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('membership.earnRepairsTitle')}
      confirm={t('membership.post')}
      leave={t(taken.length > 0 ? 'common.close' : 'common.cancel')}
      busy={earn.isPending}
      ready={from !== null && to !== null}
      error={earn.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{t('membership.earnRepairsSentence')}</Text>
      <Group grow>
        <DayInput label={t('membership.from')} value={from} onChange={setFrom} />
        <DayInput label={t('membership.to')} value={to} onChange={setTo} />
      </Group>
      {taken.length > 0 ? (
        <div role="status">
          <Text size="sm">{t('membership.earnRepairsTaken', { count: taken.length })}</Text>
          <List size="sm" mt={4}>
            {taken.slice(0, shownTaken).map(({ number, membershipId, membershipNumber }) => (
              <List.Item key={number}>
                <Anchor display="inline-block" lh="24px" {...link(`/membership/${membershipId}`)}>
                  {number} · {membershipNumber}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
    </FormDialog>
  );
}
