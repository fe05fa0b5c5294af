import { ActionIcon, Group, Loader, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { EventTemplate } from '#shared/features/event/event.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDropTemplate, useEventTemplates, useMakeEvent } from './event.queries.ts';
import classes from './event.module.css';

/** 用模板新建: which template, what it is called, when it begins, who is in charge. */
export function TemplateDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const { me, today } = useSession();
  const go = useGo();
  const templates = useEventTemplates(true);
  const make = useMakeEvent();
  const wrong = useFieldIssue(make.error);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<string>();
  const [startsOn, setStartsOn] = useState<string | null>(today);
  const [personId, setPersonId] = useState<number | null>(me.personId);
  const all = templates.data ?? [];
  const template = all.find((one) => one.key === chosen) ?? all[0];
  const name = typed ?? template?.name ?? '';
  const submit = (): void => {
    if (!template || name.trim() === '' || startsOn === null || personId === null) return;
    make.mutate(
      { key: template.key, name, startsOn, personId },
      {
        onSuccess: ({ id, tasks }) => {
          notifications.show({ message: t('event.made', { count: tasks }), color: 'green' });
          go(recordAddress('event', id));
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('event.templateTitle')}
      size="lg"
      confirm={t('event.make')}
      busy={make.isPending}
      ready={template !== undefined}
      error={(wrong('personId') ?? wrong('startsOn')) ? null : make.error}
      onClose={onClose}
      onSubmit={submit}
    >
      {templates.data ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      <Radio.Group label={t('event.template')} value={template?.key ?? null} onChange={setChosen}>
        <div className={classes.templates}>
          {all.map((one, at) => (
            <Choice key={one.key} template={one} first={at === 0} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('record.event.fields.name')}
        required
        value={name}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group grow align="start">
        <DayField
          label={t('record.event.fields.startsOn')}
          required
          value={startsOn}
          onChange={setStartsOn}
          error={wrong('startsOn')}
        />
        <ReferenceField
          feature="person"
          label={t('record.event.fields.personId')}
          required
          name={me.name}
          value={personId}
          onChange={setPersonId}
          error={wrong('personId')}
        />
      </Group>
    </FormDialog>
  );
}

function Choice({
  template,
  first,
}: {
  readonly template: EventTemplate;
  readonly first: boolean;
}): ReactNode {
  const { t, choice } = useTexts();
  const drop = useDropTemplate();
  const { key, name, kind, days, tasks, isShipped } = template;
  const origin = t(isShipped ? 'event.shipped' : 'event.own');
  return (
    <div className={classes.template}>
      <Radio
        value={key}
        label={name}
        description={`${choice('event', 'kind', kind)} · ${t('event.templateHint', { days, tasks })} · ${origin}`}
        data-autofocus={first || undefined}
      />
      {isShipped ? null : (
        <ActionIcon
          color="gray"
          aria-label={`${t('event.dropTemplate')} ${name}`}
          loading={drop.isPending}
          onClick={() => drop.mutate({ key })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
      <ErrorNote error={drop.error} />
    </div>
  );
}
