import { Link } from '@tanstack/react-router';
import { isThing } from '@westgate/domain';
import { useMayChange, useWhichMayChange } from '../frame/may-change.ts';
import { useWords } from '../messages/words.ts';
import type { FormKind } from '../record/form/form-kinds.ts';
import { useNounWord } from '../record/form/use-nouns.ts';

/** What can be opened from a record with the record filled in. */
const OPENS: Readonly<Partial<Record<FormKind, readonly FormKind[]>>> = {
  sentence: ['commitment'],
  commitment: ['project', 'indicator'],
  place: ['project', 'event'],
  project: ['indicator'],
  department: ['project'],
};
/** What has a department of its own; all else is made by those who may change every record. */
const OF_DEPARTMENTS: ReadonlySet<FormKind> = new Set<FormKind>(['commitment', 'project']);
const UNLINKED: ReadonlySet<FormKind> = new Set<FormKind>(['sentence', 'source']);

/** What can be done with a record by hand: edit, link, merge, take out, and what begins at it. Nothing while only reading is possible. */
export function RecordActs({ kind, id }: { readonly kind: FormKind; readonly id: string }) {
  const word = useWords();
  const nounWord = useNounWord();
  const mayEdit = useMayChange('edit');
  const mayMake = useWhichMayChange('edit');
  const opens = (OPENS[kind] ?? []).filter((opened) => mayMake(OF_DEPARTMENTS.has(opened) ? 'any' : [null]));
  if (!mayEdit && opens.length === 0) return null;
  const params = { noun: kind, id };
  return (
    <nav className="record-acts" aria-label={word('acts.name')}>
      <Link to="/edit/$noun/$id" params={params}>
        {word('acts.edit')}
      </Link>
      {UNLINKED.has(kind) || !isThing(kind) ? null : (
        <Link to="/link/$noun/$id" params={params}>
          {word('acts.link')}
        </Link>
      )}
      {kind === 'place' ? (
        <Link to="/atlas" search={{ draw: `place:${id}`, sel: `place:${id}` }}>
          {word('acts.draw')}
        </Link>
      ) : null}
      {opens.map((opened) => (
        <Link key={opened} to="/new/$noun" params={{ noun: opened }} search={kind === 'source' ? {} : { sel: `${kind}:${id}` }}>
          {word('form.new', { noun: nounWord(opened) })}
        </Link>
      ))}
      {kind === 'sentence' ? null : (
        <>
          <Link to="/merge/$noun/$id" params={params}>
            {word('acts.merge')}
          </Link>
          <Link to="/take-out/$noun/$id" params={params}>
            {word('acts.takeOut')}
          </Link>
        </>
      )}
    </nav>
  );
}
