import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { paged, useOpenRecord } from '../parts/thing-link.tsx';
import { useTypingLanguage } from '../scope/district-context.ts';
import type { Chosen } from './chosen.ts';
import type { CellDeeds } from './list-cell.tsx';
import { type ListLine, type ListModel, recordOf, rowsBetween, textOf } from './list-model.ts';
import { textCopied } from './range-forms.tsx';
import { GroupLine, Heads, PART, Row } from './table-lines.tsx';
import { frozenWidth, useFrozen, widthOfAll, widthStyle } from './use-frozen.ts';
import { useGrid } from './use-grid.ts';
import type { List } from './use-list.ts';
import { useShownLines } from './use-shown-lines.ts';

/** A list as a table: its cells are one stop of the keyboard, whose arrows go through them; its lines are drawn as they come in sight, and asked for as their end does. */
export function ListTable({
  list,
  model,
  chosen,
  deeds,
  caption,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly chosen: Chosen;
  readonly deeds: CellDeeds;
  readonly caption: string;
}) {
  const word = useWords();
  const language = useTypingLanguage();
  const openRecord = useOpenRecord();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const { lines, shown } = model;
  const grid = useGrid(lines.length, shown.length);
  const { at, range } = grid;
  const { virtualizer, isWhole, start, height } = useShownLines(box, lines.length);
  const indexes = isWhole ? lines.map((_, index) => index) : virtualizer.getVirtualItems().map(({ index }) => index);
  const hasTicks = model.rows.some(chosen.may);
  const frozen = useFrozen(model, hasTicks);
  const idOf = (line: number, column: number): string => `${id}-${line}-${column}`;

  const { hasMore, isAsking, askMore, error, isOld } = list;
  const isWanted = hasMore && !isAsking && !isOld && error === null && (indexes.at(-1) ?? 0) >= lines.length - 1;
  useEffect(() => {
    if (isWanted) askMore();
  }, [isWanted, askMore]);
  const { line: atLine } = at;
  // The head of a group is one cell.
  const atId = idOf(atLine, lines[atLine]?.is === 'group' ? 0 : at.column);
  useEffect(() => {
    if (document.activeElement !== table.current) return;
    virtualizer.scrollToIndex(atLine, { align: 'auto' });
    const frame = requestAnimationFrame(() => document.getElementById(atId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [atLine, atId, virtualizer]);

  const actOn = (line: ListLine, event: KeyboardEvent): boolean => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const key = event.key.toLowerCase();
    if (line.is === 'group') {
      const isFold = isPlain && (key === 'enter' || key === ' ');
      if (isFold) document.getElementById(atId)?.querySelector('button')?.click();
      return isFold;
    }
    if (key === ' ' && isPlain) {
      const rows = rowsBetween(lines, range.top, range.bottom);
      chosen.put(rows, !rows.every((row) => chosen.has(row.id)));
      return true;
    }
    if (key === 'd' && (event.ctrlKey || event.metaKey)) {
      deeds.fillDown(range);
      return true;
    }
    const [column, cell] = [shown[at.column], document.getElementById(atId)];
    if (column === undefined || cell === null || !isPlain) return false;
    const opens = key === 'enter' && column.id === model.named;
    const record = recordOf(model, line.row);
    const kind = record && paged(record.table);
    if (opens && record && kind) openRecord(kind, record.id);
    else if (!['enter', 'f2', 'e'].includes(key)) return false;
    else if (deeds.mayEdit(line.row, column)) deeds.edit(line.row, column, cell);
    else if (key === 'enter') cell.querySelector<HTMLElement>('a, button')?.click();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const line = lines[at.line];
    if (!grid.move(event) && !(line && actOn(line, event))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent): void => {
    // Words that were marked in a cell are copied as they are.
    if (document.activeElement !== table.current || getSelection()?.isCollapsed === false) return;
    const texts = rowsBetween(lines, range.top, range.bottom).map(({ cells }) =>
      cells.slice(range.left, range.right + 1).map((cell, place) => textOf(cell, language, shown[range.left + place]?.kind)),
    );
    event.clipboardData.setData('text/plain', textCopied(texts));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (document.activeElement !== table.current) return;
    event.preventDefault();
    deeds.paste(event.clipboardData.getData('text/plain'), range);
  };
  return (
    <div ref={box} className="list-scroll" style={widthStyle('--list-frozen', frozenWidth(model, hasTicks, frozen.length))}>
      <div className="list-height" style={isWhole ? undefined : { minHeight: height }}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are gone through by keys
          role="grid"
          className="table stacking register-table list-table"
          aria-label={caption}
          aria-rowcount={model.lineCount + 1}
          aria-colcount={shown.length + (hasTicks ? 1 : 0)}
          aria-multiselectable={hasTicks}
          aria-activedescendant={indexes.includes(atLine) ? atId : undefined}
          aria-busy={list.isOld}
          tabIndex={0}
          style={{ marginTop: start, ...widthStyle('--list-width', widthOfAll(model, hasTicks)) }}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onPaste={onPaste}
        >
          <Heads list={list} model={model} chosen={chosen} hasTicks={hasTicks} frozen={frozen} />
          <tbody {...PART.rows}>
            {indexes.map((index) => {
              const line = lines[index];
              if (line === undefined) return null;
              const shared = { model, index, idOf, grid, hasTicks, measure: virtualizer.measureElement };
              return line.is === 'group' ? (
                <GroupLine key={line.key} line={line} asked={list.asked} {...shared} />
              ) : (
                <Row key={line.key} row={line.row} chosen={chosen} deeds={deeds} frozen={frozen} {...shared} />
              );
            })}
          </tbody>
        </table>
      </div>
      {hasMore && !isWhole ? (
        <p className="small soft list-more" role="status">
          {word('list.more', { left: model.lineCount - lines.length })}{' '}
          {error ? <Button name={word('error.again')} onClick={askMore} /> : null}
        </p>
      ) : null}
    </div>
  );
}
