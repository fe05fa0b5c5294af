import { ActionIcon, Button, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconPlus,
  IconPrinter,
  IconSearch,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { ListInput, Page } from '#shared/rpc/record.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ColumnMenu } from './column-menu.tsx';
import { FilterBar, useFilterNames } from './filter-bar.tsx';
import { recordAddress } from './list-address.ts';
import { fieldNamed, shownColumns, type Column } from './list-columns.ts';
import { filteredFields, filterSentence, filtersOfField } from './list-filter.ts';
import { ListPager } from './list-pager.tsx';
import { ListTable, type Cells } from './list-table.tsx';
import { PrintList } from './print-list.tsx';
import { rightOf, type RecordFeature } from './record-feature.ts';
import { clientOf, useRecordPage, type Row } from './record.queries.ts';
import { SelectionBar } from './selection-bar.tsx';
import { noChoice, type Choice } from './selection.ts';
import { useExport } from './use-export.ts';
import { useFieldName } from './use-field-name.ts';
import { useGo, useLink } from './use-go.ts';
import { useHiddenFields } from './use-hidden-fields.ts';
import { useListState } from './use-list-state.ts';
import { ViewMenu } from './view-menu.tsx';
import classes from './record-list.module.css';

const noSort: ListInput['sort'] = [];
const emptyPage: Page<Row> = { rows: [], total: 0, sums: {}, labels: {} };

/** 列表: the one list of the program, driven by a field table and the common calls of its feature. */
export function RecordList(props: {
  readonly feature: RecordFeature;
  readonly fields: Fields;
  readonly cells?: Cells;
  readonly usualSort?: ListInput['sort'];
  readonly usualColumns?: readonly string[];
  /** Usual widths of columns in px, where the kind of the field does not say it. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Address of the import, when files of this kind can be imported. */
  readonly importHref?: string;
  /** Stands above the rows: what the reader must know of them. */
  readonly notice?: ReactNode;
}): ReactNode {
  const { feature, fields, cells, usualSort = noSort, usualColumns, widths, importHref, notice } = props;
  const { t, record } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const { state, change, kept, keep, question, ready } = useListState(feature, usualSort);
  const result = useRecordPage(feature, question);
  const page = result.data ?? emptyPage;
  const hidden = useHiddenFields(fields);
  const [active, setActive] = useState(0);
  const [dragged, setDragged] = useState<readonly Column[] | null>(null);
  const [printed, setPrinted] = useState<Page<Row> | null>(null);
  const startExport = useExport();
  const search = useRef<HTMLInputElement>(null);
  // A change of question clears the selection: what is not seen must not be deleted by mistake.
  const asked = JSON.stringify([question.search, question.filters, question.bin]);
  const [chosen, setChosen] = useState({ asked, choice: noChoice });
  const choice = chosen.asked === asked ? chosen.choice : noChoice;
  const setChoice = (next: Choice): void => setChosen({ asked, choice: next });
  const mayWrite = may(rightOf(feature, 'create'));
  const columns = useMemo(
    () => dragged ?? shownColumns(fields, kept.columns, widths, usualColumns),
    [dragged, fields, kept.columns, widths, usualColumns],
  );
  const conditions = useConditions(feature, fields, page, state);
  const narrowed = state.search !== '' || state.filters.length > 0;
  const pages = Math.max(1, Math.ceil(page.total / question.pageSize));

  const keepColumns = (next: readonly Column[] | null): void => {
    setDragged(null);
    keep({ ...kept, columns: next ? next.map(({ field, width }) => ({ field, width })) : null });
  };
  const open = useCallback((row: Row) => go(recordAddress(feature, row.id, state)), [feature, go, state]);
  const add = useCallback(() => go(recordAddress(feature, 'new')), [feature, go]);
  const turn = (to: number): void => {
    if (to < 1 || to > pages || to === state.page) return;
    setActive(0);
    change({ page: to });
  };

  useEffect(() => {
    if (!result.isPlaceholderData && result.data && state.page > pages)
      change({ page: pages }, { replace: true });
  }, [pages, state.page, result.data, result.isPlaceholderData, change]);

  useListKeys({ search, add: mayWrite ? add : undefined });

  const sortBy = (field: string, adding: boolean): void => {
    const present = question.sort.find((one) => one.field === field);
    const next = { field, descending: present ? !present.descending : false };
    const others = question.sort.filter((one) => one.field !== field);
    change({ sort: adding ? [...others.slice(0, 2), next] : [next] });
  };

  const print = (): void => {
    clientOf(feature)
      .list({ ...question, page: 1, pageSize: 500 })
      .then(setPrinted, () => undefined);
  };

  const actions = (
    <>
      {may('record.export') ? (
        <ExportMenu
          disabled={page.total === 0}
          chosen={choice.all ? 0 : choice.ids.size}
          onExport={(format, only) =>
            startExport({
              feature,
              format,
              columns: columns.map((column) => column.field),
              list: only
                ? {
                    ...question,
                    page: 1,
                    filters: [{ field: 'id', operator: 'oneOf', value: [...choice.ids].slice(0, 200) }],
                  }
                : { ...question, page: 1 },
            })
          }
        />
      ) : null}
      <Tooltip label={t('list.print')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('list.print')}
          disabled={page.total === 0}
          onClick={print}
        >
          <IconPrinter size={16} />
        </ActionIcon>
      </Tooltip>
      <Button
        variant={state.bin ? 'light' : 'default'}
        color={state.bin ? 'orange' : undefined}
        leftSection={<IconTrash size={15} />}
        aria-pressed={state.bin}
        onClick={() => change({ bin: !state.bin, filters: [], search: '' })}
      >
        {t(state.bin ? 'list.leaveBin' : 'list.bin')}
      </Button>
      {importHref && may('import.run') ? (
        <Button component="a" variant="default" leftSection={<IconUpload size={15} />} {...link(importHref)}>
          {t('list.import')}
        </Button>
      ) : null}
      {mayWrite ? (
        <Button leftSection={<IconPlus size={15} />} onClick={add} aria-keyshortcuts="Control+N">
          {t('form.newOne', { one: record(feature, 'one') })}
        </Button>
      ) : null}
    </>
  );

  return (
    <PageFrame
      title={state.bin ? `${record(feature, 'many')} · ${t('list.bin')}` : record(feature, 'many')}
      actions={actions}
      fill
    >
      <div className={classes.frame}>
        <div className={classes.bar}>
          <SearchInput
            ref={search}
            value={state.search}
            onSearch={(text) => change({ search: text }, { replace: true })}
            onDown={() => document.querySelector<HTMLElement>(`.${classes.row}`)?.focus()}
          />
          <FilterBar
            feature={feature}
            fields={fields}
            hidden={hidden}
            filters={state.filters}
            labels={page.labels}
            onChange={(filters) => change({ filters })}
          />
          <Group gap={6} ml="auto" wrap="nowrap">
            <ViewMenu
              state={state}
              columns={kept.columns}
              kept={kept}
              onKeep={keep}
              onOpen={(next) => change(next)}
            />
            <ColumnMenu feature={feature} fields={fields} columns={columns} onChange={keepColumns} />
          </Group>
        </div>
        <SelectionBar
          feature={feature}
          question={question}
          choice={choice}
          onChoice={setChoice}
          page={page}
        />
        {notice}
        <ErrorNote error={result.error} onRetry={() => void result.refetch()} />
        <div className={classes.scroll}>
          {result.isFetching ? <div className={classes.busy} aria-hidden /> : null}
          <ListTable
            feature={feature}
            fields={fields}
            page={page}
            columns={columns}
            sort={question.sort}
            cells={cells}
            hidden={hidden}
            chosen={choice.all ? new Set(page.rows.map((row) => row.id)) : choice.ids}
            stale={result.isPlaceholderData}
            active={Math.min(active, Math.max(0, page.rows.length - 1))}
            hrefOf={(row) => recordAddress(feature, row.id, state)}
            onActive={setActive}
            onSort={sortBy}
            onWidth={(field, width, done) => {
              const next = columns.map((column) => (column.field === field ? { ...column, width } : column));
              if (done) keepColumns(next);
              else setDragged(next);
            }}
            onChoose={(ids, take) => {
              const next = new Set(choice.all ? page.rows.map((row) => row.id) : choice.ids);
              for (const id of ids) {
                if (take) next.add(id);
                else next.delete(id);
              }
              setChoice({ all: false, ids: next });
            }}
            onOpen={open}
            onPage={(by) => turn(state.page + by)}
          />
          {result.data && page.total === 0 && ready ? (
            <EmptyState
              sentence={
                state.bin ? t('list.binEmpty') : narrowed ? t('list.noMatch') : record(feature, 'empty')
              }
              action={
                narrowed ? (
                  <Button variant="default" onClick={() => change({ search: '', filters: [] })}>
                    {t('list.clearFilters')}
                  </Button>
                ) : state.bin ? null : (
                  <Group gap="xs">
                    {importHref && may('import.run') ? (
                      <Button component="a" variant="default" {...link(importHref)}>
                        {t('list.import')}
                      </Button>
                    ) : null}
                    {mayWrite ? (
                      <Button onClick={add}>{t('form.newOne', { one: record(feature, 'one') })}</Button>
                    ) : null}
                  </Group>
                )
              }
            />
          ) : null}
        </div>
        <ListPager
          page={state.page}
          pages={pages}
          pageSize={question.pageSize}
          total={page.total}
          onPage={turn}
          onPageSize={(pageSize) => {
            keep({ ...kept, pageSize });
            change({ page: 1 }, { replace: true });
          }}
        />
      </div>
      {printed ? (
        <PrintList
          feature={feature}
          fields={fields}
          columns={columns}
          page={printed}
          conditions={conditions}
          onDone={() => setPrinted(null)}
        />
      ) : null}
    </PageFrame>
  );
}

/** Ctrl+F goes to the search, Ctrl+N to a new record. */
function useListKeys({
  search,
  add,
}: {
  search: { current: HTMLInputElement | null };
  add: (() => void) | undefined;
}): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.isComposing || !event.ctrlKey || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === 'f') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
      if (key === 'n' && add) {
        event.preventDefault();
        add();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search, add]);
}

/** The search field: asks 150 ms after the last stroke, never while an input method is composing. */
function SearchInput(props: {
  readonly ref: React.Ref<HTMLInputElement>;
  readonly value: string;
  readonly onSearch: (text: string) => void;
  readonly onDown: () => void;
}): ReactNode {
  const { ref, value, onSearch, onDown } = props;
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (composing || text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      onSearch(text);
    }, 150);
    return () => clearTimeout(timer);
  }, [text, composing, onSearch]);
  return (
    <TextInput
      ref={ref}
      type="search"
      w={270}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          onDown();
        }
      }}
      leftSection={<IconSearch size={15} />}
      placeholder={t('list.search')}
      aria-label={t('common.search')}
      aria-keyshortcuts="Control+F"
      maxLength={100}
    />
  );
}

function ExportMenu(props: {
  readonly disabled: boolean;
  readonly chosen: number;
  readonly onExport: (format: 'xlsx' | 'csv', onlyChosen: boolean) => void;
}): ReactNode {
  const { disabled, chosen, onExport } = props;
  const { t } = useTexts();
  const only = chosen > 0 && chosen <= 200;
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconDownload size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {only ? (
          <Menu.Item onClick={() => onExport('xlsx', true)}>
            {t('list.exportSelected', { count: chosen })}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onExport('xlsx', false)}>{t('list.exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => onExport('csv', false)}>{t('list.exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What narrows the list, in words, for the printed sheet. */
function useConditions(
  feature: RecordFeature,
  fields: Fields,
  page: Page<Row>,
  state: {
    readonly search: string;
    readonly filters: ListInput['filters'] | readonly ListInput['filters'][number][];
  },
): string {
  const { t } = useTexts();
  const fieldName = useFieldName(feature);
  const names = useFilterNames(feature, page.labels);
  const parts = filteredFields(state.filters).flatMap((name) => {
    const field = fieldNamed(fields, name);
    return field
      ? [`${fieldName(name)}：${filterSentence(filtersOfField(state.filters, name), names(name, field))}`]
      : [];
  });
  if (state.search !== '') parts.unshift(t('list.sentence.contains', { value: state.search }));
  return parts.join('；');
}
