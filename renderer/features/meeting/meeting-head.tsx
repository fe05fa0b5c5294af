import { ActionIcon, Collapse, TextInput, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendar,
  IconMapPin,
  IconMicrophone,
  IconPencil,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { missingForConfirm } from '#shared/features/meeting/meeting.rules.ts';
import { mergeFields } from '#renderer/components/draft/merge-values.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SelfSignIn } from './self-sign-in.tsx';
import type { Surface } from './surface.ts';
import { usePart } from './use-part.ts';
import classes from './meeting-head.module.css';

type Head = {
  readonly heldOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly chairId: number | null;
  readonly recorderId: number | null;
};

const headOf = ({ heldOn, startsAt, endsAt, place, chair, recorder }: MeetingContent): Head => ({
  heldOn,
  startsAt,
  endsAt,
  place,
  chairId: chair?.id ?? null,
  recorderId: recorder?.id ?? null,
});

/** `9:5`, `905` and `9：05` become `09:05`; anything else stays as it was typed. */
function timeTyped(text: string): string {
  const found = /^(\d{1,2})[:.点]?(\d{2})分?$/u.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''));
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}` : text.trim();
}

const isTime = (text: string | null): boolean => text === null || /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);

/** When, where and under whom: one line to look at, fields on demand. */
export function MeetingHead(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { view, editable } = surface;
  const { content } = view;
  const { t, day, field, issue } = useTexts();
  const { today } = useSession();
  const [opened, setOpened] = useState(false);
  const part = usePart<Head>(view, {
    meetingId: view.id,
    name: 'head',
    read: (fresh) => headOf(fresh.content),
    merge: mergeFields,
    enabled: editable,
    toChange: (values) =>
      isTime(values.startsAt) && isTime(values.endsAt) ? { part: 'head', values } : undefined,
  });
  const set = (some: Partial<Head>): void => part.change({ ...part.value, ...some });
  const { value } = part;
  const name = (one: string): string => field('meeting', one);
  const present = content.attendance.filter(({ state }) => state === 'present' || state === 'late').length;
  const missing = missingForConfirm(content, today)
    .filter((one) => one.field.startsWith('head.') && one.issue === 'required')
    .map((one) => name(one.field.slice(5)));
  const times = [value.startsAt, value.endsAt].filter(Boolean).join('–');
  const time = (key: 'startsAt' | 'endsAt'): ReactNode => (
    <TextInput
      label={t(`meetingPage.${key}`)}
      value={value[key] ?? ''}
      placeholder="09:00"
      onChange={(event) =>
        set({ [key]: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
      onBlur={() => {
        if (value[key] !== null) set({ [key]: timeTyped(value[key]) });
      }}
      error={isTime(value[key]) ? undefined : issue({ field: key, issue: 'not-a-time' })}
      maxLength={5}
      w={84}
    />
  );
  return (
    <div className={classes.head}>
      <div className={classes.headLine}>
        <span>
          <IconCalendar size={15} aria-hidden />
          {value.heldOn === null ? t('meetingPage.list.notHeld') : day(value.heldOn)} {times}
        </span>
        {value.place ? (
          <span>
            <IconMapPin size={15} aria-hidden />
            {value.place}
          </span>
        ) : null}
        <span>
          <IconMicrophone size={15} aria-hidden />
          {name('chairId')} {content.chair?.name || t('meetingPage.unset')}
        </span>
        <span>
          <IconUser size={15} aria-hidden />
          {name('recorderId')} {content.recorder?.name || t('meetingPage.unset')}
        </span>
        <span>
          <IconUsers size={15} aria-hidden />
          {t('meetingPage.presentOf', { present, expected: content.attendance.length })}
        </span>
        <SelfSignIn view={view} />
        {editable && missing.length > 0 ? (
          <span className={classes.warn}>
            <IconAlertTriangle size={15} aria-hidden />
            {t('meetingPage.headMissing', { names: missing.join(t('list.comma')) })}
          </span>
        ) : null}
        {editable ? (
          <Tooltip label={t('meetingPage.headEdit')}>
            <ActionIcon
              size="sm"
              aria-label={t('meetingPage.headEdit')}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <IconPencil size={15} />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </div>
      {editable ? (
        <Collapse expanded={opened}>
          <div className={classes.headFields}>
            <DayField label={name('heldOn')} value={value.heldOn} onChange={(heldOn) => set({ heldOn })} />
            {time('startsAt')}
            {time('endsAt')}
            <TextInput
              label={name('place')}
              value={value.place ?? ''}
              onChange={(event) =>
                set({ place: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
              onBlur={part.flush}
              maxLength={100}
            />
            <ReferenceField
              feature="person"
              label={name('chairId')}
              name={content.chair?.name}
              value={value.chairId}
              onChange={(chairId) => set({ chairId })}
            />
            <ReferenceField
              feature="person"
              label={name('recorderId')}
              name={content.recorder?.name}
              value={value.recorderId}
              onChange={(recorderId) => set({ recorderId })}
            />
          </div>
        </Collapse>
      ) : null}
      <PartNote part={part} />
    </div>
  );
}
