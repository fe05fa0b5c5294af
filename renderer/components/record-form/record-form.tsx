import { ActionIcon, Badge, Button, Group, Loader, Modal, Stack, Tabs, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconPencil, IconTrash } from '@tabler/icons-react';
import { useBlocker, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { OneRecord } from '#shared/rpc/record.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, listOfSearch, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { resolveFilters } from '#renderer/components/record-list/list-filter.ts';
import { rightOf } from '#renderer/components/record-list/record-feature.ts';
import { useHiddenFields } from '#renderer/components/record-list/use-hidden-fields.ts';
import { useNeighbours, useRecord, type Row } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { FormValue, FormValues } from './draft-store.ts';
import { FormActions } from './form-actions.tsx';
import { focusField, focusFirst } from './form-keys.ts';
import { FormGroups } from './form-groups.tsx';
import { FormNotices } from './form-notices.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import type { RecordLayout } from './record-layout.ts';
import { useLatest } from './use-latest.ts';
import { useFormShortcuts } from './use-form-shortcuts.ts';
import { dropDraftOf, useRecordForm, type RecordFormState } from './use-record-form.ts';

/** What stands beside the fields of a saved record (lines, payments, figures) may know of it. */
export type RecordView = {
  readonly id: number;
  readonly record: Row;
  readonly form: RecordFormState;
  readonly readOnly: boolean;
};

type FormProps = {
  readonly layout: RecordLayout;
  /** Above the fields of a saved record. */
  readonly renderAbove?: (view: RecordView) => ReactNode;
  /** Below the fields of a saved record. */
  readonly renderBelow?: (view: RecordView) => ReactNode;
  /** Pages beside the fields; the fields themselves are the first. */
  readonly tabs?: {
    readonly first: string;
    readonly others: readonly {
      readonly key: string;
      readonly name: string;
      readonly render: (view: RecordView) => ReactNode;
    }[];
  };
};

/** 表单: the one form of the program. The address says which record (`/order/5`, `/order/new?copy=5`). */
export function RecordForm(props: FormProps): ReactNode {
  const { layout } = props;
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const id = params['id'] === 'new' ? 'new' : Number(params['id']);
  const copied = id === 'new' && typeof search['copy'] === 'number' ? search['copy'] : undefined;
  const wanted = id === 'new' ? copied : id;
  const found = useRecord(layout.feature, wanted);
  const [turn, setTurn] = useState(0);
  const { t } = useTexts();

  if (wanted !== undefined && found.error && !found.data)
    return <NotThere layout={layout} error={found.error} />;
  if (wanted !== undefined && !found.data)
    return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return (
    <OpenForm
      key={`${layout.feature} ${id} ${turn}`}
      {...props}
      id={id}
      found={id === 'new' ? undefined : found.data}
      given={givenValues(layout, search['values'], copied === undefined ? undefined : found.data)}
      onAgain={() => setTurn(turn + 1)}
    />
  );
}

/** A new record begins with the values of the address, or with those of the record it is a copy of. */
function givenValues(layout: RecordLayout, values: unknown, copy: OneRecord<Row> | undefined): FormValues {
  const given: Record<string, FormValue> = {};
  for (const [name, field] of Object.entries(layout.fields)) {
    const copied = field.unique || field.maskedWithout ? undefined : copy?.record[name];
    const told =
      typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[name] : undefined;
    const value = told ?? copied;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      given[name] = value;
  }
  return given;
}

function NotThere({ layout, error }: { readonly layout: RecordLayout; readonly error: unknown }): ReactNode {
  const { record, t } = useTexts();
  const go = useGo();
  return (
    <PageFrame title={record(layout.feature, 'one')}>
      <ErrorNote error={error} />
      <Group>
        <Button variant="default" onClick={() => go(listAddress(layout.feature))}>
          {t('common.back')}
        </Button>
      </Group>
    </PageFrame>
  );
}

type OpenProps = FormProps & {
  readonly id: number | 'new';
  readonly found: OneRecord<Row> | undefined;
  readonly given: FormValues;
  readonly onAgain: () => void;
};

function OpenForm(props: OpenProps): ReactNode {
  const { layout, id, found, given, onAgain, renderAbove, renderBelow, tabs } = props;
  const { feature, fields } = layout;
  const texts = useTexts();
  const { t, record: recordName } = texts;
  const { may, me, today } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const list = useMemo(() => listOfSearch(search), [search]);
  const mayWrite = may(rightOf(feature, id === 'new' ? 'create' : 'update'));
  const record = found?.record;
  const inBin = record?.removedAt !== null && record !== undefined;
  const readOnly = !mayWrite || inBin;
  const initial = useMemo(() => {
    // A person whose right covers own records only can only create own ones.
    const owner = Object.entries(fields).find(([, field]) => field.owner)?.[0];
    const own = scopeOf(me.roles, rightOf(feature, 'create') as Right) === 'own';
    const days = Object.fromEntries((layout.startsToday ?? []).map((name) => [name, today]));
    return { ...days, ...(owner && own ? { [owner]: me.personId } : {}), ...given };
  }, [fields, feature, layout.startsToday, me, today, given]);
  const form = useRecordForm(layout, id, found, initial);
  const hidden = useHiddenFields(fields);
  const neighbours = useNeighbours(feature, id === 'new' ? undefined : id, {
    page: 1,
    sort: list.sort.length > 0 ? list.sort : layout.usualSort,
    search: list.search,
    filters: resolveFilters(list.filters, today),
    bin: list.bin || inBin,
  });
  const formRef = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const [history, setHistory] = useState(false);
  const [tab, setTab] = useState<string | null>('form');

  useEffect(() => {
    if (id === 'new') focusFirst(formRef.current);
  }, [id]);

  // After a refused save the keyboard goes to the first field that needs something.
  const refused = Object.keys({ ...form.problems, ...form.issues });
  const toFirstIssue = useRef(false);
  useEffect(() => {
    if (!toFirstIssue.current || refused.length === 0 || form.saving) return;
    toFirstIssue.current = false;
    const first = layout.groups.flatMap((group) => group.fields).find((name) => refused.includes(name));
    if (first) focusField(formRef.current, first);
  });

  const leaveTo = (href: string, replace = false): void => {
    leaving.current = true;
    go(href, { replace });
  };
  const back = (): void => go(listAddress(feature, list));
  const openRecord = (other: number | null | undefined): void => {
    if (other) go(recordAddress(feature, other, list));
  };

  const save = async (
    after: 'stay' | 'next' | 'leave',
    over?: { values: FormValues; version: number },
  ): Promise<boolean> => {
    toFirstIssue.current = true;
    const saved = await form.save(over);
    if (saved === undefined) return false;
    toFirstIssue.current = false;
    notifications.show({ message: t('common.saved'), color: 'green', autoClose: 1500 });
    if (after === 'leave') return true;
    if (id === 'new') {
      if (after === 'next') onAgain();
      else leaveTo(recordAddress(feature, saved, list), true);
    } else if (after === 'next') {
      if (neighbours.data?.next) leaveTo(recordAddress(feature, neighbours.data.next, list));
      else leaveTo(recordAddress(feature, 'new'));
    }
    return true;
  };

  // A field still being typed in gives its value when it is left.
  const settle = (): void => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && formRef.current?.contains(focused)) {
      focused.blur();
      focused.focus();
    }
  };
  const act = (after: 'stay' | 'next'): void => {
    if (readOnly || form.saving) return;
    settle();
    setTimeout(() => saving.current(after), 0);
  };
  const saving = useLatest((after: 'stay' | 'next'): void => void save(after));

  useFormShortcuts({
    onSave: () => act('stay'),
    onSaveNext: () => act('next'),
    onBack: back,
    onPrevious: () => openRecord(neighbours.data?.previous),
    onNext: () => openRecord(neighbours.data?.next),
  });

  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      form.dirty && !leaving.current && current.pathname !== next.pathname,
    withResolver: true,
    enableBeforeUnload: false,
  });

  const titleField = fields[layout.title];
  const heading =
    id === 'new'
      ? t('form.newOne', { one: recordName(feature, 'one') })
      : titleField && record
        ? valueText(
            texts,
            { feature, name: layout.title, field: titleField, labels: form.labels },
            record[layout.title],
          ) || `${recordName(feature, 'one')} #${id}`
        : '';
  const view: RecordView | undefined = record && id !== 'new' ? { id, record, form, readOnly } : undefined;

  const sheet = (
    <Stack gap="sm">
      <FormGroups
        layout={layout}
        form={form}
        record={record}
        readOnly={readOnly}
        hidden={hidden}
        formRef={formRef}
        onEnd={() => document.querySelector<HTMLElement>('[data-save]')?.focus()}
      />
      {view && renderBelow ? renderBelow(view) : null}
    </Stack>
  );

  return (
    <PageFrame
      title={heading}
      before={
        <Tooltip label={`${t('common.back')} (Esc)`}>
          <ActionIcon color="gray" aria-label={t('common.back')} onClick={back}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={
        <Group gap="xs">
          {id === 'new' ? null : <Badge color="gray">{recordName(feature, 'one')}</Badge>}
          {inBin ? (
            <Badge color="orange" leftSection={<IconTrash size={12} />}>
              {t('list.bin')}
            </Badge>
          ) : null}
          {form.dirty ? (
            <Badge color="orange" leftSection={<IconPencil size={12} />} data-testid="unsaved">
              {t('form.unsaved')}
            </Badge>
          ) : null}
        </Group>
      }
      actions={
        <FormActions
          feature={feature}
          id={id}
          heading={heading}
          readOnly={readOnly}
          inBin={inBin}
          saving={form.saving}
          neighbours={neighbours.data}
          onNeighbour={openRecord}
          onHistory={() => setHistory(true)}
          onSave={act}
          onGone={() => {
            dropDraftOf({ personId: me.personId, feature, id });
            leaveTo(listAddress(feature, list));
          }}
        />
      }
    >
      <Stack gap="sm" pb="md">
        <FormNotices feature={feature} form={form} found={found} inBin={inBin} mayWrite={mayWrite} />
        {view && renderAbove ? renderAbove(view) : null}
        {view && tabs ? (
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List mb="sm">
              <Tabs.Tab value="form">{tabs.first}</Tabs.Tab>
              {tabs.others.map(({ key, name }) => (
                <Tabs.Tab key={key} value={key}>
                  {name}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="form" keepMounted>
              {sheet}
            </Tabs.Panel>
            {tabs.others.map(({ key, render }) => (
              <Tabs.Panel key={key} value={key}>
                {render(view)}
              </Tabs.Panel>
            ))}
          </Tabs>
        ) : (
          sheet
        )}
        {readOnly ? null : (
          <Text className="not-printed" c="dimmed" size="xs">
            {t('form.saveHint')}
          </Text>
        )}
      </Stack>
      {id === 'new' ? null : (
        <HistoryDrawer
          feature={feature}
          fields={fields}
          id={id}
          labels={form.labels}
          opened={history}
          onClose={() => setHistory(false)}
        />
      )}
      {form.stale ? (
        <ConflictDialog
          layout={layout}
          base={form.base}
          mine={form.values}
          stale={form.stale}
          busy={form.saving}
          onMerge={(values, version) => {
            form.adopt(values);
            void save('stay', { values, version });
          }}
          onTheirs={form.reset}
          onClose={form.dismissStale}
        />
      ) : null}
      <Modal
        opened={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        title={t('form.leaveTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text>{t('form.leaveQuestion')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => blocker.reset?.()}>
              {t('form.stay')}
            </Button>
            <Button
              variant="default"
              color="red"
              onClick={() => {
                form.reset();
                dropDraftOf({ personId: me.personId, feature, id });
                blocker.proceed?.();
              }}
            >
              {t('form.leaveWithout')}
            </Button>
            <Button
              data-autofocus
              loading={form.saving}
              onClick={() => {
                void save('leave').then((done) => (done ? blocker.proceed?.() : blocker.reset?.()));
              }}
            >
              {t('form.saveAndLeave')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </PageFrame>
  );
}
