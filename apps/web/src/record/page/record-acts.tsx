import { Link, type LinkProps, useNavigate } from '@tanstack/react-router';
import type { ParamsOf } from '@westgate/contract';
import { actionNamed, actionsOn, asAction, described, isThing } from '@westgate/domain';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { letGo } from '../../scope/let-go.ts';
import { useMayAct, useMayChange, useWhichMayChange } from '../../scope/may-change.ts';
import { useOffer } from '../../scope/offers.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import { ActionButton } from '../form/action-button.tsx';
import { ActionForm } from '../form/action-form.tsx';
import { useNounWord } from '../form/field-words.ts';

/** What can be opened from a record with the record filled in. */
const OPENS: Readonly<Partial<Record<FormKind, readonly FormKind[]>>> = {
  sentence: ['commitment'],
  commitment: ['project', 'indicator'],
  place: ['project', 'event'],
  project: ['indicator'],
  department: ['project'],
};
/** What has a department of its own; all else is made by those who may change every record. */
const OF_DEPARTMENTS: ReadonlySet<FormKind> = new Set<FormKind>(['commitment', 'project', 'issue']);
const UNLINKED: ReadonlySet<FormKind> = new Set<FormKind>(['sentence', 'source']);

/**
 * What can be done with a record by hand: edit, link, merge, take out, its own actions that no section of its page offers, and what begins at it. Nothing
 * while only reading is possible. The palette offers the same.
 */
export function RecordActs({
  kind,
  id,
  record,
}: {
  readonly kind: FormKind;
  readonly id: string;
  /** What is told of the record, where its actions depend on how it stands. */
  readonly record?: object | undefined;
}) {
  const word = useWords();
  const nounWord = useNounWord();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit');
  const mayRemove = useMayChange(described(kind).takenOutByOffice ? 'edit-all' : 'edit');
  const mayMake = useWhichMayChange('edit');
  const opens = (OPENS[kind] ?? []).filter((opened) => mayMake(OF_DEPARTMENTS.has(opened) ? 'any' : [null]));
  const mayAct = useMayAct();
  const actions = actionsOn(kind).filter((name) => !actionNamed(name).isPlaced && mayAct(name, record));
  const open = actions.find((name) => name === asAction(edit));
  if (!mayEdit && opens.length === 0 && actions.length === 0) return null;
  const params = { noun: kind, id };
  return (
    <>
      <nav className="record-acts" aria-label={word('acts.name')}>
        {mayEdit ? <Act id="edit" to="/edit/$noun/$id" params={params} text={word('acts.edit')} /> : null}
        {!mayEdit || UNLINKED.has(kind) || !isThing(kind) ? null : (
          <Act id="link" to="/link/$noun/$id" params={params} text={word('acts.link')} />
        )}
        {mayEdit && kind === 'place' ? (
          <Act id="draw" to="/atlas" search={{ draw: `place:${id}`, sel: `place:${id}` }} text={word('acts.draw')} />
        ) : null}
        {opens.map((opened) => (
          <Act
            key={opened}
            id={`open-${opened}`}
            to="/new/$noun"
            params={{ noun: opened }}
            search={kind === 'source' ? {} : { sel: `${kind}:${id}` }}
            text={word('form.new', { noun: nounWord(opened) })}
          />
        ))}
        {actions.map((name) => (
          <ActionButton key={name} name={name} className="button plain" />
        ))}
        {!mayRemove || kind === 'sentence' ? null : (
          <>
            <Act id="merge" to="/merge/$noun/$id" params={params} text={word('acts.merge')} />
            <Act id="take-out" to="/take-out/$noun/$id" params={params} text={word('acts.takeOut')} />
          </>
        )}
      </nav>
      {open ? (
        <ActionForm
          key={open}
          name={open}
          level="h2"
          params={{ id } as ParamsOf<typeof open>}
          record={record}
          onDone={() => setView({ edit: undefined }, { replace: true })}
        />
      ) : null}
    </>
  );
}

/** One link to where something is done with the record, which the palette offers too. */
function Act({ id, text, ...where }: { readonly id: string; readonly text: string } & Pick<LinkProps, 'to' | 'params' | 'search'>) {
  const navigate = useNavigate();
  useOffer({ id, text, act: () => letGo(() => navigate(where as Parameters<typeof navigate>[0])) });
  return <Link {...where}>{text}</Link>;
}
