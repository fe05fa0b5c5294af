import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './goal-grid.module.css';
import { GoalGridLine, type Editing, type Widths } from './goal-grid-line.tsx';
import {
  amountAt,
  amountToType,
  columnAmount,
  readBlock,
  wholeYear,
  type GridLine,
  type GridModel,
  type GridView,
} from './grid-model.ts';
import { useRowName } from './row-name.ts';
import { blockOf, placesOf, type Chosen, type Place } from './use-grid-place.ts';
import { cellName, mostCells, type GridWriting } from './use-grid-writing.ts';

const lineHeight = 28;
const headHeight = 30;
/** Lines drawn beyond the window, so that a fast wheel finds them there. */
const spare = 12;

export type GridCommands = {
  readonly fill: (direction: 'down' | 'right') => void;
  readonly lock: () => void;
};

/**
 * A grid that works like a spreadsheet. Only lines in sight are drawn; heads, names, the year and the total of the indicator
 * in sight stay where they are. One tab stop; the cursor is told by `aria-activedescendant`.
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
  const frame = useRef<HTMLDivElement>(null);
  const isOpen = useRef(false);
  const [sight, setSight] = useState({ first: 0, count: 40, sheet: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const { cursor } = chosen;
  const block = blockOf(chosen);
  const hasMoney = model.sheets.some(({ view: { unit } }) => unit === 'fen');
  const showsDifference = model.sheets.some(({ promised }) => promised.some((value) => value !== null));
  const widths = useMemo<Widths>(
    () => ({ name: 150, year: hasMoney ? 104 : 76, cell: hasMoney ? 92 : 56 }),
    [hasMoney],
  );
  const frozen = widths.name + widths.year + (showsDifference ? widths.cell : 0) + 2;
  const width = frozen + model.columns.length * widths.cell;

  const look = (): void => {
    const element = frame.current;
    if (!element) return;
    const first = Math.max(0, Math.floor((element.scrollTop - headHeight) / lineHeight) - spare);
    const count = Math.ceil(element.clientHeight / lineHeight) + 2 * spare;
    const sheet = lines[Math.floor(element.scrollTop / lineHeight)]?.sheet ?? 0;
    setSight((before) => {
      // Drawn anew only every few lines: a frame that only scrolls costs nothing.
      const isNear = Math.abs(before.first - first) < spare / 2 && before.count === count;
      const isEdge = first === 0 && before.first !== 0;
      return isNear && !isEdge && before.sheet === sheet ? before : { first, count, sheet };
    });
  };
  const lookAgain = useEffectEvent(look);
  useLayoutEffect(look, [lines]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => lookAgain());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The cursor stays in sight, beside what is frozen.
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const top = headHeight + cursor.line * lineHeight;
    const upper = element.scrollTop + headHeight + lineHeight;
    if (top < upper) element.scrollTop = Math.max(0, top - headHeight - lineHeight);
    else if (top + lineHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + lineHeight - element.clientHeight + 2;
    if (cursor.column < 0) return;
    const left = frozen + cursor.column * widths.cell;
    if (left < element.scrollLeft + frozen) element.scrollLeft = left - frozen;
    else if (left + widths.cell > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + widths.cell - element.clientWidth;
  }, [cursor.line, cursor.column, frozen, widths.cell]);

  const textAt = ({ line, column }: Place): string => {
    const one = lines[line];
    const sheet = one && model.sheets[one.sheet];
    if (!one || !sheet) return '';
    const waiting = writing.pending.get(cellName(model, one, column));
    if (waiting) return waiting.text;
    const value = column < 0 ? amountAt(model, one, wholeYear, view) : columnAmount(model, one, column, view);
    return amountToType(value, sheet.view.unit);
  };

  const refocus = (): void => frame.current?.focus({ preventScroll: true });
  const begin = (text: string): void => {
    isOpen.current = true;
    setEditing({ column: cursor.column, text });
  };
  const finish = (move: Place | null): void => {
    // The field loses the focus when it is closed by a key: what it holds is written once.
    if (!isOpen.current) return;
    isOpen.current = false;
    if (editing) {
      const line = lines[cursor.line];
      const name = line ? cellName(model, line, cursor.column) : '';
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

  const clear = (): void => void writing.write(placesOf(block).map((place) => ({ place, text: '' })));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || event.nativeEvent.isComposing || event.target !== frame.current) return;
    const { line, column } = cursor;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / lineHeight) - 3);
    const mod = event.ctrlKey || event.metaKey;
    const last = { line: lines.length - 1, column: model.columns.length - 1 };
    const moves: Readonly<Record<string, Place>> = {
      ArrowUp: { line: mod ? 0 : line - 1, column },
      ArrowDown: { line: mod ? last.line : line + 1, column },
      ArrowLeft: { line, column: mod ? -1 : column - 1 },
      ArrowRight: { line, column: mod ? last.column : column + 1 },
      Home: { line: mod ? 0 : line, column: -1 },
      End: { line: mod ? last.line : line, column: last.column },
      PageUp: { line: line - page, column },
      PageDown: { line: line + page, column },
    };
    const move = moves[event.key];
    const act = (work: () => void): void => {
      event.preventDefault();
      work();
    };
    if (move && !event.altKey) act(() => choose(move, event.shiftKey));
    else if (event.altKey && event.key.toLowerCase() === 'l') act(commands.lock);
    else if (event.altKey) return;
    else if (event.key === 'Enter') act(() => choose({ line: line + (event.shiftKey ? -1 : 1), column }));
    else if (event.key === 'Tab') tab(event);
    else if (event.key === 'F2') act(() => begin(textAt(cursor)));
    else if (event.key === 'Delete' || event.key === 'Backspace') act(clear);
    else if (event.key === 'Escape') act(() => writing.drop(nameAt(cursor)));
    else if (mod) withControl(event, act, last);
    else if (event.key.length === 1 && /[\d.,¥+-]/u.test(event.key.normalize('NFKC')))
      act(() => begin(event.key.normalize('NFKC')));
  };

  /** Tab walks the cells of a line and leaves the grid at its ends: the grid is no trap. */
  const tab = (event: KeyboardEvent): void => {
    const column = cursor.column + (event.shiftKey ? -1 : 1);
    if (column < -1 || column >= model.columns.length) return;
    event.preventDefault();
    choose({ line: cursor.line, column });
  };

  const withControl = (event: KeyboardEvent, act: (work: () => void) => void, last: Place): void => {
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) act(() => void writing.takeBack());
    else if (key === 'y' || key === 'z') act(() => void writing.redo());
    else if (key === 'd') act(() => commands.fill('down'));
    else if (key === 'r') act(() => commands.fill('right'));
    else if (key === 'a')
      act(() => {
        choose({ line: 0, column: -1 });
        choose(last, true);
      });
  };

  const nameAt = ({ line, column }: Place): string => {
    const one = lines[line];
    return one ? cellName(model, one, column) : '';
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (editing) return;
    event.preventDefault();
    const rows: string[] = [];
    for (let line = block.lines[0]; line <= block.lines[1]; line += 1) {
      const cells: string[] = [];
      for (let column = block.columns[0]; column <= block.columns[1]; column += 1)
        cells.push(textAt({ line, column }));
      rows.push(cells.join('\t'));
    }
    event.clipboardData.setData('text/plain', rows.join('\n'));
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (editing) return;
    event.preventDefault();
    const rows = readBlock(event.clipboardData.getData('text/plain'));
    const wide = Math.max(0, ...rows.map((row) => row.length));
    if (rows.length === 0 || wide === 0) return;
    const start = { line: block.lines[0], column: block.columns[0] };
    // One value goes into every cell of the chosen block.
    const only = rows.length === 1 && wide === 1 ? (rows[0]?.[0] ?? '') : null;
    const isTooBig = start.line + rows.length > lines.length || start.column + wide > model.columns.length;
    if (only === null && isTooBig) {
      onRefused(t('goal.pending.tooBig', { rows: rows.length, columns: wide }));
      return;
    }
    const texts =
      only === null
        ? rows.flatMap((row, down) =>
            row.map((text, right) => ({
              place: { line: start.line + down, column: start.column + right },
              text,
            })),
          )
        : placesOf(block).map((place) => ({ place, text: only }));
    if (texts.length > mostCells) {
      onRefused(t('goal.pending.tooMany'));
      return;
    }
    if (only === null) {
      choose(start);
      choose({ line: start.line + rows.length - 1, column: start.column + wide - 1 }, true);
    }
    void writing.write(texts);
  };

  const placeAt = (event: MouseEvent): Place | undefined => {
    const cell = (event.target as Element).closest('[data-column]'); // a mouse event's target is an element
    if (!(cell instanceof HTMLElement)) return undefined;
    const line = cell.closest('[data-line]');
    if (!(line instanceof HTMLElement)) return undefined;
    return { line: Number(line.dataset['line']), column: Number(cell.dataset['column']) };
  };

  const raised = useMemo(() => {
    const periods = new Map(model.columns.map(({ period }, at) => [period, at]));
    const rows = new Map(model.rows.map(({ key }, at) => [key, at]));
    const names = new Set<string>();
    for (const one of writing.last?.raised ?? [])
      if (periods.has(one.period) && rows.has(one.row))
        names.add(`${one.indicator}\n${one.row}\n${one.period}`);
    return names.size > 0 ? names : null;
  }, [writing.last, model]);
  const pending = writing.pending.size > 0 ? writing.pending : null;

  // The total of the indicator in sight stands below the heads, wherever its line is.
  const totalLine = lines.findIndex(({ sheet, row, isOwn }) => sheet === sight.sheet && row === 0 && !isOwn);

  const lineOf = (index: number, top: number): ReactNode => {
    const line = lines[index];
    if (!line) return null;
    const isIn = index >= block.lines[0] && index <= block.lines[1];
    const isCursor = index === cursor.line;
    return (
      <GoalGridLine
        // Lines that leave give their place in the page to those that come: texts change, nothing is built anew.
        key={index === totalLine ? 'total' : index % sight.count}
        model={model}
        line={line}
        index={index}
        top={top}
        view={view}
        widths={widths}
        isOpen={!shut.has(model.rows[line.row]?.key ?? '')}
        showsDifference={showsDifference}
        from={isIn ? block.columns[0] : null}
        to={isIn ? block.columns[1] : null}
        cursor={isCursor ? cursor.column : null}
        editing={isCursor ? editing : null}
        calls={isCursor && editing ? calls : idle}
        pending={pending}
        raised={raised}
        onToggle={onToggle}
        words={words}
      />
    );
  };

  const shown = Array.from({ length: sight.count }, (_, at) => sight.first + at).filter(
    (at) => at < lines.length && at !== totalLine,
  );

  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      className={classes['grid']}
      aria-label={t('goal.grid', { year: model.year })}
      aria-rowcount={lines.length + 1}
      aria-colcount={model.columns.length + 3}
      aria-multiselectable
      aria-activedescendant={`goal-${cursor.line}-${cursor.column}`}
      onScroll={look}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
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
        if (placeAt(event) && !editing) begin(textAt(cursor));
      }}
    >
      <div className={classes['canvas']} style={{ width, height: headHeight + lines.length * lineHeight }}>
        <div className={classes['head']} style={{ width }}>
          <div role="row" aria-rowindex={1} className={classes['line']} data-kind="head" style={{ top: 0 }}>
            <div className={classes['frozen']}>
              <div role="columnheader" className={classes['name']} style={{ width: widths.name }}>
                {t('goal.rowHead')}
              </div>
              <div role="columnheader" className={classes['cell']} style={{ width: widths.year }} data-sum>
                {t('goal.yearTotal')}
              </div>
              {showsDifference ? (
                <div role="columnheader" className={classes['cell']} style={{ width: widths.cell }}>
                  {t('goal.difference')}
                </div>
              ) : null}
            </div>
            {model.columns.map(({ period, kind }) => (
              <div
                key={period}
                role="columnheader"
                aria-label={nameOf.period(period)}
                className={classes['cell']}
                style={{ width: widths.cell }}
                data-sum={kind === 'quarter' || undefined}
              >
                {kind === 'month'
                  ? nameOf.month(period)
                  : kind === 'quarter'
                    ? t('goal.quarter', { quarter: period.slice(6) })
                    : t('goal.week', { week: Number(period.slice(6)) })}
              </div>
            ))}
          </div>
          {totalLine >= 0 ? lineOf(totalLine, headHeight) : null}
        </div>
        {shown.map((at) => lineOf(at, headHeight + at * lineHeight))}
      </div>
    </div>
  );
}

const idle = { onType: () => undefined, onKey: () => undefined, onLeave: () => undefined };
