import { Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { responseCodes, type ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import type { TouchReason } from '#shared/features/campaign/campaign-views.ts';
import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import { responseOfCall } from '#shared/features/reminder/reminder-campaign.rules.ts';
import type { CallEntry } from '#shared/features/reminder/reminder-views.ts';
import { giftWords } from '#renderer/features/campaign/touch-desk.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { CallTyped } from './call-typed.ts';

/** Names a campaign or a trigger. */
export const touchKey = ({ campaignId, triggerId }: Pick<TouchReason, 'campaignId' | 'triggerId'>): string =>
  `${campaignId}-${triggerId}`;

const touchesOf = ({ reasons }: CallEntry): TouchReason[] =>
  reasons.flatMap(({ touch }) => (touch === null ? [] : [touch]));

const saidOf = (touch: TouchReason, { code, answers }: CallTyped): ResponseCode =>
  answers[touchKey(touch)] ?? responseOfCall(code);

const hasGift = (touch: TouchReason, typed: CallTyped): boolean =>
  touch.giftKind !== 'none' && saidOf(touch, typed) === 'accepted';

/**
 * Ticked by itself where the person said that the offer was accepted, or the call was about campaigns alone: a customer who is
 * willing to come for a test has not asked for a voucher.
 */
const isGiven = (touch: TouchReason, { reasons }: CallEntry, { gifts, answers }: CallTyped): boolean => {
  const key = touchKey(touch);
  return gifts[key] ?? (answers[key] === 'accepted' || reasons.every((reason) => reason.touch !== null));
};

/** What is sent of the campaigns: only what the result does not say by itself, and gifts. */
export function answersOf(
  entry: CallEntry,
  typed: CallTyped,
  mayGive: boolean,
): {
  readonly campaignId: number | null;
  readonly triggerId: number | null;
  readonly code: ResponseCode;
  readonly gives: boolean;
}[] {
  if (groupOf(typed.code) === 'notReached') return [];
  return touchesOf(entry).flatMap((touch) => {
    const code = saidOf(touch, typed);
    const gives = mayGive && entry.isMember && hasGift(touch, typed) && isGiven(touch, entry, typed);
    if (code === responseOfCall(typed.code) && !gives) return [];
    return [{ campaignId: touch.campaignId, triggerId: touch.triggerId, code, gives }];
  });
}

/** 活动答复 where somebody was reached: as the result says until another is chosen; a member's gift goes out with it. */
export function CallAnswers(props: {
  readonly entry: CallEntry;
  readonly typed: CallTyped;
  readonly setTyped: (typed: CallTyped) => void;
  readonly mayGive: boolean;
}): ReactNode {
  const { entry, typed, setTyped, mayGive } = props;
  const texts = useTexts();
  const { t } = texts;
  const touches = touchesOf(entry);
  if (touches.length === 0 || groupOf(typed.code) === 'notReached') return null;
  return (
    <div>
      {touches.map((touch) => {
        const key = touchKey(touch);
        const { [key]: _chosen, ...others } = typed.answers;
        return (
          <Group key={key} gap="sm" mb="xs" align="end">
            <NativeSelect
              label={t('reminder.call.answer', { name: touch.name })}
              value={saidOf(touch, typed)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const code = responseCodes.find((one) => one === value);
                setTyped({ ...typed, answers: code ? { ...others, [key]: code } : others });
              }}
              data={responseCodes.map((value) => ({ value, label: t(`campaign.codes.${value}`) }))}
            />
            {hasGift(touch, typed) && entry.isMember && mayGive ? (
              <Checkbox
                pb={8}
                label={t('campaign.touch.gives', { gift: giftWords(touch, texts) })}
                checked={isGiven(touch, entry, typed)}
                onChange={(event) =>
                  setTyped({ ...typed, gifts: { ...typed.gifts, [key]: event.currentTarget.checked } })
                }
              />
            ) : null}
            {hasGift(touch, typed) && !entry.isMember ? (
              <Text size="sm" role="status" pb={6}>
                {t('campaign.touch.notMember', { gift: giftWords(touch, texts) })}
              </Text>
            ) : null}
          </Group>
        );
      })}
    </div>
  );
}
