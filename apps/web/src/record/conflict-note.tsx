import type { Conflict } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { useSayInstant } from '../parts/day-text.tsx';
import { sayWho } from '../parts/say-deed.ts';
import { Table } from '../parts/table.tsx';

/** A field that both changed, with what stands there now. */
interface Clash<Field extends string, Value> {
  readonly field: Field;
  readonly theirs: Value;
}

/** Who changed the record meanwhile, and for each field that both changed the two values side by side. Takes the focus. */
export function ConflictNote<Field extends string, Value>({
  conflict,
  clashes,
  isTaken,
  typed,
  nameOf,
  sayOf,
  onTake,
}: {
  readonly conflict: Conflict;
  readonly clashes: readonly Clash<Field, Value>[];
  readonly isTaken: boolean;
  readonly typed: (field: Field) => Value;
  readonly nameOf: (field: Field) => string;
  /** The value of a field as people read it. */
  readonly sayOf: (field: Field, value: Value) => string;
  readonly onTake: (clash: Clash<Field, Value>) => void;
}) {
  const word = useWords();
  const sayAt = useSayInstant();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [last] = conflict.changes;
  const told = last ? { who: sayWho(word, last.who), at: sayAt(last.at), seq: last.seq } : null;
  return (
    <div className="fault-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('conflict.title')}</h2>
      {told ? (
        <p>
          <AsWritten text={word(conflict.row === null ? 'conflict.gone' : 'conflict.changed', told)} />
        </p>
      ) : null}
      {isTaken ? <p>{word('conflict.taken')}</p> : null}
      {clashes.length === 0 ? null : (
        <Table
          columns={[
            { head: word('conflict.field'), isRowHead: true, of: ({ field }) => nameOf(field) },
            {
              head: word('conflict.theirs'),
              of: (clash) => (
                <>
                  <AsWritten text={sayOf(clash.field, clash.theirs)} />{' '}
                  <Button
                    look="plain"
                    name={word('conflict.take')}
                    of={nameOf(clash.field)}
                    disabled={typed(clash.field) === clash.theirs}
                    onClick={() => onTake(clash)}
                  />
                </>
              ),
            },
            { head: word('conflict.yours'), of: ({ field }) => <AsWritten text={sayOf(field, typed(field))} /> },
          ]}
          rows={clashes}
          keyOf={({ field }) => field}
        />
      )}
    </div>
  );
}
