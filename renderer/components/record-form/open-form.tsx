import { ActionIcon, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { Labels, OneRecord } from '#shared/rpc/record.contract.ts';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, listOfSearch, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { rememberOpened } from '#renderer/components/record-list/last-opened.ts';
import { resolveFilters } from '#renderer/components/record-list/list-filter.ts';
import { mayUse, rightOf } from '#renderer/components/record-list/record-feature.ts';
import { useHiddenFields } from '#renderer/components/record-list/use-hidden-fields.ts';
import { useNeighbours, type Row } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { FormValues } from './draft-store.ts';
import { FormActions } from './form-actions.tsx';
import { FormBadges } from './form-badges.tsx';
import { focusFirst } from './form-keys.ts';
import { FormGroups } from './form-groups.tsx';
import { FormNotices } from './form-notices.tsx';
import { FormTabs } from './form-tabs.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import type { RecordLayout } from './record-layout.ts';
import type { RecordTabs, RecordView } from './record-view.ts';
import { useFormSaving } from './use-form-saving.ts';
import { useFormShortcuts } from './use-form-shortcuts.ts';
import { useRecordForm } from './use-record-form.ts';

export type FormProps = {
  readonly layout: RecordLayout;
  /** Above the fields of a saved record. */
  readonly renderAbove?: (view: RecordView) => ReactNode;
  /** Below the fields of a saved record. */
  readonly renderBelow?: (view: RecordView) => ReactNode;
  readonly tabs?: RecordTabs;
};

type OpenProps = FormProps & {
  readonly id: number | 'new';
  readonly found: OneRecord<Row> | undefined;
  readonly given: FormValues;
  readonly onAgain: () => void;
};

/** One record, opened: heading, notices, fields, what lies beside and below them, and what may be done. */
export function OpenForm(props: OpenProps): ReactNode {
  const { layout, id, found, given, onAgain, renderAbove, renderBelow, tabs } = props;
  const { feature, fields } = layout;
  const { t } = useTexts();
  const { may, today } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const list = useMemo(() => listOfSearch(search), [search]);
  const mayWrite = mayUse(may, feature, id === 'new' ? 'create' : 'update');
  const record = found?.record;
  const inBin = record?.removedAt !== null && record !== undefined;
  const readOnly = !mayWrite || inBin;
  const initial = useInitialValues(layout, given);
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

  useEffect(() => {
    if (id === 'new') focusFirst(formRef.current);
    else rememberOpened(feature, id);
  }, [feature, id]);

  const leaveTo = (href: string, replace = false): void => {
    leaving.current = true;
    go(href, { replace });
  };
  const back = (): void => go(listAddress(feature, list));
  const openRecord = (other: number | null | undefined): void => {
    if (other) go(recordAddress(feature, other, list));
  };

  const { save, saveTyped } = useFormSaving(formRef, layout, form, (saved, after) => {
    if (after === 'leave') return;
    if (id === 'new') {
      if (after === 'next') onAgain();
      else leaveTo(recordAddress(feature, saved, list), true);
    } else if (after === 'next') {
      // After the last record comes a new one, where the person may make one.
      const next = neighbours.data?.next ?? (mayUse(may, feature, 'create') ? 'new' : undefined);
      if (next !== undefined) leaveTo(recordAddress(feature, next, list));
    }
  });
  const act = (after: 'stay' | 'next'): void => {
    if (!readOnly && !form.saving) saveTyped(after);
  };

  useFormShortcuts({
    onSave: () => act('stay'),
    onSaveNext: () => act('next'),
    onBack: back,
    onPrevious: () => openRecord(neighbours.data?.previous),
    onNext: () => openRecord(neighbours.data?.next),
  });

  const heading = useHeading(layout, id, record, form.labels);
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
      subtitle={<FormBadges feature={feature} isNew={id === 'new'} inBin={inBin} unsaved={form.dirty} />}
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
            form.dropDraft();
            leaveTo(listAddress(feature, list));
          }}
        />
      }
    >
      <Stack gap="sm" pb="md">
        <FormNotices feature={feature} form={form} found={found} inBin={inBin} mayWrite={mayWrite} />
        {view && renderAbove ? renderAbove(view) : null}
        {view && tabs ? (
          <FormTabs tabs={tabs} view={view}>
            {sheet}
          </FormTabs>
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
      <LeaveDialog
        unsaved={() => form.dirty && !leaving.current}
        saving={form.saving}
        onDrop={() => {
          form.reset();
          form.dropDraft();
        }}
        onSave={() => save('leave')}
      />
    </PageFrame>
  );
}

/** What a new record begins with: today where the layout says so, its maker as owner where only own ones are allowed. */
function useInitialValues(layout: RecordLayout, given: FormValues): FormValues {
  const { feature, fields, startsToday } = layout;
  const { me, today } = useSession();
  return useMemo(() => {
    const owner = Object.entries(fields).find(([, field]) => field.owner)?.[0];
    // Records that are made elsewhere have no such right.
    const right = rightOf(feature, 'create') as Right | undefined;
    const own = right !== undefined && scopeOf(me.roles, right) === 'own';
    const days = Object.fromEntries((startsToday ?? []).map((name) => [name, today]));
    return { ...days, ...(owner && own ? { [owner]: me.personId } : {}), ...given };
  }, [fields, feature, startsToday, me, today, given]);
}

/** The name of the record, as its title fields show it. */
function useHeading(
  layout: RecordLayout,
  id: number | 'new',
  record: Row | undefined,
  labels: Labels,
): string {
  const { feature, fields, title, titleEn } = layout;
  const texts = useTexts();
  const one = texts.record(feature, 'one');
  if (id === 'new') return texts.t('form.newOne', { one });
  const english = texts.language === 'en' && titleEn !== undefined ? record?.[titleEn] : null;
  if (typeof english === 'string' && english !== '') return english;
  const names = title.flatMap((name) => {
    const field = fields[name];
    return field && record ? valueText(texts, { feature, name, field, labels }, record[name]) : [];
  });
  return names.filter((name) => name !== '').join(' · ') || `${one} #${id}`;
}
