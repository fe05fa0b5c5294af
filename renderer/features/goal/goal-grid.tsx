import {
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { copyBlock, pasteBlock } from './grid-clipboard.ts';
import { onGridKey, type GridCommands } from './grid-keys.ts';
import { columnAmount } from './grid-days.ts';
import { columnAt, type GridLine, type GridModel, type GridView } from './grid-model.ts';
import { amountToType } from './grid-typing.ts';
import { cellId, type Editing, type LineProps } from './goal-grid-cell.tsx';
import { GoalHeadCells, GoalHeadNames } from './goal-grid-head.tsx';
import { GoalLineCells, GoalLineHead } from './goal-grid-line.tsx';
import classes from './goal-grid.module.css';
import { useRowName } from './row-name.ts';
import { blockOf, placesOf, type Chosen, type Place } from './use-grid-place.ts';
import { headHeight, lineHeight, useGridSight } from './use-grid-sight.ts';
import { cellName, type GridWriting } from './use-grid-writing.ts';

type OwnProps = Omit<LineProps, 'calls'>;

/**
 * A grid that works like a spreadsheet. Only lines and columns in sight are drawn; heads, names, the year and the total of
 * the indicator in sight stay where they are. One tab stop; the cursor is told by `aria-activedescendant`.
 */
export function GoalGrid(props: {
  readonly model: GridModel;
  readonly lines: readonly GridLine[];
  readonly view: GridView;
  readonly chosen: Chosen;
  readonly choose: (place: Place, extend?: boolean) => void;
  readonly writing: GridWriting;
  readonly shut: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly commands: GridCommands;
  readonly onRefused: (sentence: string) => void;
}): ReactNode {
  const { model, lines, view, chosen, choose, writing, shut, onToggle, commands, onRefused } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const words = useMemo(() => ({ t, nameOf }), [t, nameOf]);
  const isOpen = useRef(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { cursor } = chosen;
  const block = blockOf(chosen);
  const hasMoney = model.sheets.some(({ view: { unit } }) => unit === 'fen');
  const showsDifference = model.sheets.some(({ promised }) => promised.some((value) => value !== null));
  const sizes = useMemo(() => {
    const [name, year, cell] = [150, hasMoney ? 104 : 76, hasMoney ? 92 : 56];
    return { name, year, cell, frozen: name + year + (showsDifference ? cell : 0) + 2 };
  }, [hasMoney, showsDifference]);
  const { frame, sight, look } = useGridSight({ lines, columns: model.columns.length, cursor, sizes });

  const nameAt = ({ line, column }: Place): string => {
    const one = lines[line];
    return one ? cellName(model, one, column) : '';
  };
  const textAt = (place: Place): string => {
    const one = lines[place.line];
    const sheet = one && model.sheets[one.sheet];
    const column = columnAt(model, place.column);
    if (!one || !sheet || !column) return '';
    const waiting = writing.pending.get(nameAt(place));
    return waiting ? waiting.text : amountToType(columnAmount(model, one, column, view), sheet.view.unit);
  };

  const refocus = (): void => frame.current?.focus({ preventScroll: true });
  const begin = (text = textAt(cursor)): void => {
    isOpen.current = true;
    setEditing({ column: cursor.column, text });
  };
  const finish = (move: Place | null): void => {
    // The field loses the focus when it is closed by a key: what it holds is written once.
    if (!isOpen.current) return;
    isOpen.current = false;
    if (editing) {
      const name = nameAt(cursor);
      // A cell of a block that waits is mended in place; the block is written when nothing is wrong any more.
      if (writing.pending.size > 1 && writing.pending.has(name)) writing.keep(name, editing.text);
      else void writing.write([{ place: cursor, text: editing.text }]);
    }
    setEditing(null);
    if (move) choose(move);
    refocus();
  };

  const onEditKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const step = event.shiftKey ? -1 : 1;
    if (event.key === 'Enter') {
      event.preventDefault();
      finish({ line: cursor.line + step, column: cursor.column });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      finish({ line: cursor.line, column: cursor.column + step });
    } else if (event.key === 'Escape') {
      isOpen.current = false;
      setEditing(null);
      refocus();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      finish({ line: cursor.line + (event.key === 'ArrowUp' ? -1 : 1), column: cursor.column });
    }
  };
  const calls = {
    onType: (text: string) => setEditing((was) => was && { ...was, text }),
    onKey: onEditKey,
    onLeave: () => finish(null),
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || event.nativeEvent.isComposing || event.target !== frame.current) return;
    onGridKey(event, {
      cursor,
      last: { line: lines.length - 1, column: model.columns.length - 1 },
      height: frame.current?.clientHeight ?? 0,
      choose,
      begin,
      clear: () => void writing.write(placesOf(block).map((place) => ({ place, text: '' }))),
      drop: () => writing.drop(nameAt(cursor)),
      writing,
      commands,
    });
  };

  const placeAt = (event: MouseEvent): Place | undefined => {
    const cell = (event.target as Element).closest('[data-column]'); // a mouse event's target is an element
    if (!(cell instanceof HTMLElement)) return undefined;
    const line = cell.closest('[data-line]');
    if (!(line instanceof HTMLElement)) return undefined;
    return { line: Number(line.dataset['line']), column: Number(cell.dataset['column']) };
  };

  const raised = useMemo(() => {
    const names = new Set(
      (writing.last?.raised ?? []).map(({ indicator, row, period }) => `${indicator}\n${row}\n${period}`),
    );
    return names.size > 0 ? names : null;
  }, [writing.last]);
  const pending = writing.pending.size > 0 ? writing.pending : null;

  // The total of the indicator in sight stands below the heads, wherever its line is.
  const totalLine = lines.findIndex(({ sheet, row, isOwn }) => sheet === sight.sheet && row === 0 && !isOwn);

  const lineProps = (index: number, line: GridLine, top: number): OwnProps => {
    const isIn = index >= block.lines[0] && index <= block.lines[1];
    const isCursor = index === cursor.line;
    return {
      model,
      line,
      index,
      top,
      view,
      from: isIn ? block.columns[0] : null,
      to: isIn ? block.columns[1] : null,
      cursor: isCursor ? cursor.column : null,
      editing: isCursor ? editing : null,
      pending,
      raised,
      words,
    };
  };
  const head = (key: string | number, own: OwnProps): ReactNode => (
    <GoalLineHead
      key={key}
      {...own}
      calls={own.editing ? calls : idle}
      isOpen={!shut.has(model.rows[own.line.row]?.key ?? '')}
      showsDifference={showsDifference}
      onToggle={onToggle}
    />
  );
  const cells = (key: string | number, own: OwnProps): ReactNode => (
    <GoalLineCells key={key} {...own} calls={own.editing ? calls : idle} columns={sight.columns} />
  );
  const total = lines[totalLine];
  const totalProps = total && lineProps(totalLine, total, headHeight);
  const shown: [number, OwnProps][] = [];
  for (let at = sight.first; at < Math.min(sight.first + sight.count, lines.length); at += 1) {
    const line = lines[at];
    // Lines that leave give their place in the page to those that come: texts change, nothing is built anew.
    if (line && at !== totalLine)
      shown.push([at % sight.count, lineProps(at, line, headHeight + at * lineHeight)]);
  }
  const variables = {
    '--goal-name': `${sizes.name}px`,
    '--goal-year': `${sizes.year}px`,
    '--goal-cell': `${sizes.cell}px`,
    '--goal-frozen': `${sizes.frozen}px`,
    '--goal-skipped': `${sight.columns[0] * sizes.cell}px`,
    '--goal-width': `${sizes.frozen + model.columns.length * sizes.cell}px`,
    '--goal-height': `${headHeight + lines.length * lineHeight}px`,
  } as CSSProperties; // React's type knows no custom properties

  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      className={classes['grid']}
      style={variables}
      aria-label={t('goal.grid', { year: model.year })}
      aria-rowcount={lines.length + 1}
      aria-colcount={model.columns.length + 3}
      aria-multiselectable
      aria-activedescendant={cellId(cursor.line, cursor.column)}
      onScroll={look}
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        if (!editing) copyBlock(event, block, textAt);
      }}
      onPaste={(event) => {
        if (editing) return;
        pasteBlock(event, {
          block,
          lines: lines.length,
          columns: model.columns.length,
          choose,
          writing,
          onRefused,
          t,
        });
      }}
      onMouseDown={(event) => {
        const place = placeAt(event);
        if (!place || (event.target as Element).closest('input')) return; // an element, as above
        event.preventDefault();
        if (editing) finish(null);
        choose(place, event.shiftKey);
        refocus();
      }}
      onMouseMove={(event) => {
        const place = event.buttons === 1 ? placeAt(event) : undefined;
        if (place && !editing && (place.line !== cursor.line || place.column !== cursor.column))
          choose(place, true);
      }}
      onDoubleClick={(event) => {
        if (placeAt(event) && !editing) begin();
      }}
    >
      <div className={classes['canvas']} role="presentation">
        <div className={classes['head']} role="presentation">
          <div className={classes['pane']} role="presentation">
            <GoalHeadNames showsDifference={showsDifference} />
            {totalProps ? head('total', totalProps) : null}
          </div>
          <GoalHeadCells model={model} columns={sight.columns} />
          {totalProps ? cells('total', totalProps) : null}
        </div>
        <div className={classes['pane']} role="presentation">
          {shown.map(([key, own]) => head(key, own))}
        </div>
        {shown.map(([key, own]) => cells(key, own))}
      </div>
    </div>
  );
}

const idle = { onType: () => undefined, onKey: () => undefined, onLeave: () => undefined };
