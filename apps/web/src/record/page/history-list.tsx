import type { Deed } from '@westgate/contract';
import { fieldsOf, isTable } from '@westgate/domain';
import type { ToldKind } from '../../api/form-kinds.ts';
import { useHistory } from '../../api/questions.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { useSayInstant, useSayPeriod } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { sayWho } from '../../parts/say-deed.ts';
import { UndoButton, useMayUndo } from '../../parts/undo-button.tsx';
import { useFieldWord, useValueWord } from '../form/field-words.ts';

/** The deeds that touched a record, newest first: who, when, why, what was and is; each can be taken back, but the first load. */
export function HistoryList({ kind, id }: { readonly kind: ToldKind; readonly id: string }) {
  const word = useWords();
  const deeds = useHistory(kind, id).data?.items ?? [];
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">
        {word('history.title')} <small>{word('history.lead')}</small>
      </h2>
      {deeds.length === 0 ? <EmptyState>{word('history.none')}</EmptyState> : null}
      <ol className="history">
        {deeds.map((deed) => (
          <HistoryItem key={deed.seq} deed={deed} undone={deeds.find(({ seq }) => seq === deed.undoes)} />
        ))}
      </ol>
    </section>
  );
}

type Changed = Deed['changes'][number]['fields'][number];

/** Tables that say something of a record in a section of their own: here it is told that they did, and not their columns. */
const SPOKEN: ReadonlySet<string> = new Set([
  'comment',
  'comment_department',
  'monthly_progress',
  'status_update',
  'supervision_step',
  'pending_change',
]);

function HistoryItem({
  deed,
  undone,
}: {
  readonly deed: Deed;
  /** The deed that it undid, where it did and that is here. */
  readonly undone: Deed | undefined;
}) {
  const word = useWords();
  const sayAt = useSayInstant();
  const mayUndo = useMayUndo()(deed);
  const verbs: readonly string[] = [`undone.deed.${undone?.verb}`, `verb.deed.${deed.verb}`];
  const verb = verbs.find(isWordId) ?? 'verb.deed.other';
  const changed = deed.changes.filter((change) => change.kind === 'changed' && !SPOKEN.has(change.table) && isTable(change.table));
  return (
    <li>
      <time dateTime={deed.at}>{sayAt(deed.at)}</time>
      <div>
        <p>
          {word(verb)}
          {deed.reason ? (
            <span className="soft">
              {' · '}
              <AsWritten text={deed.reason} />
            </span>
          ) : null}
        </p>
        {changed.flatMap(({ table, fields }) =>
          fields.map((change) => <ChangedField key={`${table} ${change.field}`} table={table} change={change} />),
        )}
        <p className="note">
          {word('history.first', { who: sayWho(word, deed.who), seq: deed.seq })}
          {deed.undoes === null ? null : ` · ${word('history.undoes', { seq: deed.undoes })}`}
          {deed.undoneBy === null ? null : ` · ${word('history.undone', { seq: deed.undoneBy })}`}
          {deed.changeCount > 1 ? ` · ${word('history.more', { count: deed.changeCount })}` : null}
        </p>
      </div>
      {mayUndo && deed.seq > 1 && deed.undoneBy === null ? (
        <UndoButton seq={deed.seq} isRedo={deed.undoes !== null} verb={deed.verb} />
      ) : null}
    </li>
  );
}

/** A field that a deed changed, called as its own table calls it: what was, and what is. */
function ChangedField({ table, change: { field, before, after } }: { readonly table: string; readonly change: Changed }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const of = isTable(table) ? table : 'district';
  const fieldWord = useFieldWord(of);
  const valueWord = useValueWord(of);
  const { kind } = fieldsOf(of)[field] ?? {};
  const shown = (value: unknown) => {
    if (value === null || value === undefined) return word('empty');
    if (typeof value === 'boolean') return word(value ? 'yes' : 'no');
    if (typeof value !== 'string') return <Told text={JSON.stringify(value)} />;
    if (kind === 'day' || kind === 'period') return sayWhen(value);
    return kind === 'enum' ? valueWord(field, value) : <AsWritten text={value} />;
  };
  return (
    <div className="note">
      {fieldWord(field)}: <del>{shown(before)}</del> → {shown(after)}
    </div>
  );
}

/** Letters up to which a value that is no text is told at once. */
const MOST_TOLD = 160;

/** A value that is no text as it stands in the register; a long one, such as a shape or a design, is folded away. */
function Told({ text }: { readonly text: string }) {
  const word = useWords();
  if (text.length <= MOST_TOLD) return text;
  return (
    <details className="told-value">
      <summary>{word('history.long', { count: text.length })}</summary>
      {text}
    </details>
  );
}
