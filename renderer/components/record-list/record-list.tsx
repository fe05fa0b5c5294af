import { Group } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { ListInput, Page } from '#shared/rpc/record.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useSaidCells } from './use-said-cells.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ColumnMenu } from './column-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListActions, type ExportFormat } from './list-actions.tsx';
import { lastOpened } from './last-opened.ts';
import { recordAddress } from './list-address.ts';
import { ListEmpty } from './list-empty.tsx';
import { ListPager } from './list-pager.tsx';
import { ListTable, type Cells } from './list-table.tsx';
import { PrintList } from './print-list.tsx';
import { mayUse, type RecordFeature } from './record-feature.ts';
import { clientOf, useRecordPage, type Row } from './record.queries.ts';
import { SearchInput } from './search-input.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useChoice } from './use-choice.ts';
import { useColumns } from './use-columns.ts';
import { useConditions } from './use-conditions.ts';
import { useExport } from './use-export.ts';
import { useGo } from './use-go.ts';
import { useHiddenFields } from './use-hidden-fields.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListState } from './use-list-state.ts';
import { ViewMenu } from './view-menu.tsx';
import classes from './record-list.module.css';

const noSort: ListInput['sort'] = [];
const emptyPage: Page<Row> = { rows: [], total: 0, sums: {}, labels: {} };

/** Plates, VIN and telephone numbers are found by their ends. */
const hasCodes = (fields: Fields): boolean =>
  Object.values(fields).some(({ kind }) => ['plate', 'vin', 'phone'].includes(kind));

/** What a list shows now, for whoever acts on its rows. */
export type ShownRows = {
  readonly question: ListInput;
  readonly total: number;
  /** Rows selected one by one; empty when none or all are. */
  readonly chosen: readonly number[];
};

/** 列表: the one list of the program, driven by a field table and the common calls of its feature. */
export function RecordList(props: {
  readonly feature: RecordFeature;
  readonly fields: Fields;
  /** Fields that name a record, and the one that does to who reads English. */
  readonly title?: readonly string[];
  readonly titleEn?: string;
  readonly cells?: Cells;
  readonly usualSort?: ListInput['sort'];
  readonly usualColumns?: readonly string[];
  /** Usual widths of columns in px, where the kind of the field does not say it. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Address of the import, when files of this kind can be imported. */
  readonly importHref?: string;
  /** Stands above the rows: what the reader must know of them. */
  readonly notice?: ReactNode;
  /** Stands before the usual actions of the list; may ask what the list shows. */
  readonly actions?: ReactNode | ((shown: ShownRows) => ReactNode);
}): ReactNode {
  const { feature, fields, title, titleEn, usualSort = noSort, usualColumns, widths, importHref } = props;
  const { notice, actions } = props;
  const cells = useSaidCells(title?.[0], titleEn, props.cells);
  const { t, record } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const { state, change, kept, keep, question, ready } = useListState(feature, usualSort);
  const result = useRecordPage(feature, question);
  const page = result.data ?? emptyPage;
  const hidden = useHiddenFields(fields);
  const [returned] = useState(() => lastOpened(feature));
  const back = page.rows.findIndex((row) => row.id === returned);
  const [moved, setActive] = useState<number | null>(null);
  const active = moved ?? Math.max(0, back);
  const [printed, setPrinted] = useState<Page<Row> | null>(null);
  const startExport = useExport();
  const search = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useChoice(question);
  const mayWrite = mayUse(may, feature, 'create');
  const { columns, keepColumns, resize } = useColumns(feature, fields, { kept, keep, widths, usualColumns });
  const conditions = useConditions(feature, fields, page, state);
  const pages = Math.max(1, Math.ceil(page.total / question.pageSize));

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

  const toggleBin = (): void => change({ bin: !state.bin, filters: [], search: '' });
  useListKeys({ search, add: mayWrite ? add : undefined, print });

  const exportRows = (format: ExportFormat, onlyChosen: boolean): void => {
    const ids = [...choice.ids].slice(0, 200);
    startExport({
      feature,
      format,
      columns: columns.map((column) => column.field),
      list: {
        ...question,
        page: 1,
        ...(onlyChosen ? { filters: [{ field: 'id', operator: 'oneOf' as const, value: ids }] } : {}),
      },
    });
  };
  const pick = (ids: readonly number[], take: boolean): void => {
    const next = new Set(choice.all ? page.rows.map((row) => row.id) : choice.ids);
    for (const id of ids) {
      if (take) next.add(id);
      else next.delete(id);
    }
    setChoice({ all: false, ids: next });
  };

  return (
    <PageFrame
      title={state.bin ? `${record(feature, 'many')} · ${t('list.bin')}` : record(feature, 'many')}
      actions={
        <>
          {typeof actions === 'function'
            ? actions({ question, total: page.total, chosen: choice.all ? [] : [...choice.ids] })
            : actions}
          <ListActions
            feature={feature}
            empty={page.total === 0}
            bin={state.bin}
            chosen={choice.all ? 0 : choice.ids.size}
            importHref={importHref}
            onExport={exportRows}
            onPrint={print}
            onBin={toggleBin}
            onAdd={add}
          />
        </>
      }
      fill
    >
      <div ref={frame} className={classes.frame}>
        <div className={classes.bar}>
          <SearchInput
            ref={search}
            placeholder={t(hasCodes(fields) ? 'list.search' : 'common.search')}
            value={state.search}
            onSearch={(text) => change({ search: text }, { replace: true })}
            onDown={() => frame.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus()}
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
            takesKeys={back !== -1}
            hrefOf={(row) => recordAddress(feature, row.id, state)}
            onActive={setActive}
            onSort={sortBy}
            onWidth={resize}
            onChoose={pick}
            onOpen={open}
            onPage={(by) => turn(state.page + by)}
          />
          {result.data && page.total === 0 && ready ? (
            <ListEmpty
              feature={feature}
              state={state}
              importHref={importHref}
              onWiden={() => change({ search: '', filters: [] })}
              onLeaveBin={toggleBin}
              onAdd={add}
            />
          ) : null}
        </div>
        <ListPager
          page={state.page}
          pages={pages}
          pageSize={question.pageSize}
          total={page.total}
          keys={`${t('list.keys')}${mayWrite ? t('list.keyNew') : ''}`}
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
