import { Anchor, Button, Checkbox, Group, NativeSelect, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceFloppy, IconPhone } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { answerCodes, type AnswerCode } from '#shared/features/campaign/campaign.fields.ts';
import { mayAgree, type Gift } from '#shared/features/campaign/campaign.rules.ts';
import type { TouchLine, TouchReason } from '#shared/features/campaign/campaign-views.ts';
import { spoken } from '#shared/features/follow-up/follow-up.rules.ts';
import { isMasked } from '#shared/kernel/field.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RevealButton } from '#renderer/components/record-form/reveal-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { useChoiceKeys } from '#renderer/hooks/use-choice-keys.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts, type ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { useEnterResponse } from './campaign.queries.ts';
import classes from './campaign.module.css';

export type Entered = { readonly name: string; readonly code: AnswerCode; readonly gave: boolean };

/** What is given, in words. */
export function giftWords(gift: Gift, { t, money }: Pick<ScreenTexts, 't' | 'money'>): string {
  const { giftKind, giftName, giftFen, giftTimes, giftPoints } = gift;
  if (giftKind === 'none') return '';
  if (giftKind === 'points') return t('campaign.gift.points', { count: giftPoints ?? 0 });
  return t(`campaign.gift.${giftKind}`, {
    name: giftName ?? '',
    worth: money(giftFen ?? 0),
    times: giftTimes ?? 1,
  });
}

/** One customer: the offer, the words for it, and the answer beside it. */
export function TouchDesk(props: {
  readonly line: TouchLine;
  readonly turn: number;
  readonly onEntered: (entered: Entered) => void;
}): ReactNode {
  const { line, turn, onEntered } = props;
  const { may, me, state } = useSession();
  const { t, day, choice } = useTexts();
  const link = useLink();
  const [at, setAt] = useState(0);
  const reason = line.reasons[at] ?? line.reasons[0];
  if (!reason) return null;
  const { customerId, name, phone } = line;
  return (
    <div className={list['call']}>
      <section className={list['sheet']} aria-labelledby="touch-customer">
        <Group justify="space-between" gap="sm">
          <Title order={2} id="touch-customer">
            <Anchor inherit {...link(recordAddress('customer', customerId))}>
              {name}
            </Anchor>
          </Title>
          <Text className={list['phone']}>
            <IconPhone size={16} aria-hidden /> {phone ?? t('followUp.noPhone')}
            {phone && isMasked(phone) && may('customer.reveal') ? (
              <RevealButton feature="customer" id={customerId} field="phone" />
            ) : null}
          </Text>
        </Group>
        {line.reasons.length > 1 ? (
          <NativeSelect
            label={t('campaign.touch.about')}
            value={String(at)}
            onChange={(event) => setAt(Number(event.currentTarget.value))}
            data={line.reasons.map((one, index) => ({ value: String(index), label: one.name }))}
          />
        ) : null}
        {may('reminder.read') ? (
          <Anchor size="sm" underline="always" {...link(`/reminder/call?customer=${customerId}`)}>
            {t('campaign.touch.withDue')}
          </Anchor>
        ) : null}
        <Text mt="xs">{t('common.named', { name: t('campaign.touch.offer'), value: reason.offer })}</Text>
        {reason.why === '' ? null : (
          <Text size="sm">{t('common.named', { name: t('campaign.touch.why'), value: reason.why })}</Text>
        )}
        <Text size="sm" c="dimmed">
          {[
            reason.name,
            reason.eventOn === null || reason.kind === 'campaign'
              ? null
              : t('campaign.touch.event', {
                  kind: choice('campaignTrigger', 'kind', reason.kind),
                  day: day(reason.eventOn),
                }),
            t('campaign.touch.until', { day: day(reason.until) }),
            reason.last
              ? t('campaign.touch.last', {
                  day: day(reason.last.on),
                  code: t(`campaign.codes.${reason.last.code}`),
                })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </section>
      <div className={list['beside']}>
        <section className={list['sheet']} aria-labelledby="touch-script">
          <Title order={2} id="touch-script" size="sm">
            {t('campaign.touch.script')}
          </Title>
          <Text className={list['script']}>
            {reason.script === ''
              ? t('campaign.touch.noScript')
              : spoken(reason.script, { customer: name, me: me.name, store: state.storeName ?? '' })}
          </Text>
        </section>
        {may('campaign.call') ? (
          <Answer
            key={`${customerId}-${reason.name}`}
            line={line}
            reason={reason}
            turn={turn}
            onEntered={onEntered}
          />
        ) : null}
      </div>
    </div>
  );
}

function Answer(props: {
  readonly line: TouchLine;
  readonly reason: TouchReason;
  readonly turn: number;
  readonly onEntered: (entered: Entered) => void;
}): ReactNode {
  const { line, reason, turn, onEntered } = props;
  const texts = useTexts();
  const { t } = texts;
  const { today, may } = useSession();
  const enter = useEnterResponse();
  const [code, setCode] = useState<AnswerCode>('accepted');
  const [nextOn, setNextOn] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const mayGive = reason.giftKind !== 'none' && line.isMember && may('membership.redeem');
  const [wantsGift, setWantsGift] = useState(true);
  const isOpen = mayAgree(code);
  const gives = mayGive && wantsGift && code === 'accepted';
  const save = (): void => {
    if (enter.isPending) return;
    enter.mutate(
      {
        customerId: line.customerId,
        campaignId: reason.campaignId,
        triggerId: reason.triggerId,
        code,
        words: words.trim(),
        nextOn: isOpen ? nextOn : null,
        gives,
      },
      { onSuccess: ({ gave }) => onEntered({ name: line.name, code, gave }) },
    );
  };
  useShortcut('mod+s', save);
  return (
    <section className={list['sheet']} aria-labelledby="touch-answer">
      <Title order={2} id="touch-answer" size="sm" mb={6}>
        {t('campaign.touch.code')}
      </Title>
      <Codes code={code} turn={turn} onChange={setCode} onSave={save} />
      {isOpen ? (
        <DayInput
          label={t('campaign.touch.nextOn')}
          w={220}
          mb="xs"
          value={nextOn}
          minDate={today}
          onChange={setNextOn}
        />
      ) : null}
      <Textarea
        label={t('campaign.touch.words')}
        value={words}
        maxLength={500}
        autosize
        minRows={2}
        maxRows={5}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {code === 'accepted' && mayGive ? (
        <Checkbox
          mt="xs"
          label={t('campaign.touch.gives', { gift: giftWords(reason, texts) })}
          checked={wantsGift}
          onChange={(event) => setWantsGift(event.currentTarget.checked)}
        />
      ) : null}
      {code === 'accepted' && reason.giftKind !== 'none' && !line.isMember ? (
        <Text size="sm" mt="xs" role="status">
          {t('campaign.touch.notMember', { gift: giftWords(reason, texts) })}
        </Text>
      ) : null}
      <ErrorNote error={enter.error} />
      <Group justify="space-between" mt="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('campaign.touch.keys')}
        </Text>
        <Button
          flex="none"
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          loading={enter.isPending}
          onClick={save}
        >
          {t('campaign.touch.save')}
        </Button>
      </Group>
    </section>
  );
}

/** The answers; 1 to 5 choose from anywhere on the page, arrows move, Enter saves. */
function Codes(props: {
  readonly code: AnswerCode;
  readonly turn: number;
  readonly onChange: (code: AnswerCode) => void;
  readonly onSave: () => void;
}): ReactNode {
  const { code, turn, onChange, onSave } = props;
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [turn]);
  const take = (next: AnswerCode): void => {
    onChange(next);
    box.current?.querySelectorAll<HTMLElement>('[role="radio"]')[answerCodes.indexOf(next)]?.focus();
  };
  useChoiceKeys((key) => {
    const chosen = answerCodes[Number(key) - 1];
    if (chosen) take(chosen);
    return chosen !== undefined;
  });
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = answerCodes.indexOf(code);
    const next =
      step === undefined
        ? answerCodes[Number(event.key) - 1]
        : answerCodes[(at + step + answerCodes.length) % answerCodes.length];
    if (event.key === 'Enter') {
      event.preventDefault();
      onSave();
    } else if (next) {
      event.preventDefault();
      take(next);
    }
  };
  return (
    <div ref={box} role="radiogroup" aria-labelledby="touch-answer" className={classes['codes']}>
      {answerCodes.map((value, index) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === code}
          tabIndex={value === code ? 0 : -1}
          className={classes['code']}
          onKeyDown={press}
          onClick={() => onChange(value)}
        >
          <kbd aria-hidden>{index + 1}</kbd> {t(`campaign.codes.${value}`)}
        </button>
      ))}
    </div>
  );
}
