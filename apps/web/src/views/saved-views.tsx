import { Link } from '@tanstack/react-router';
import type { SavedView } from '@westgate/contract';
import type { ActionSent } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useDeedDesk } from '../api/deed-notice.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Refusal } from '../parts/error-text.tsx';
import { Select } from '../parts/select.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import type { FormFault } from '../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useIsOpen, useSignedIn } from '../scope/signed-in.ts';
import { useLanguage, useView } from '../scope/use-view.ts';
import { parseSearchText, readSearch } from '../scope/view-search.ts';
import { isShown, keptQuery } from './view-query.ts';

type Screen = SavedView['screen'];
const PATHS = {
  register: '/register',
  programme: '/programme',
  exceptions: '/exceptions',
  monthly: '/monthly',
  supervision: '/supervision',
} as const satisfies Readonly<Record<Screen, string>>;

/** The views of a screen under their names, and the way to keep the one that is shown. */
export function SavedViews({ screen }: { readonly screen: Screen }) {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const [isSaving, setSaving] = useState(false);
  const views = useAsk('views', { query: { screen } });
  return (
    <details className="saved-views small no-print">
      <summary>{word('views.title', { count: views.data?.items.length ?? '…' })}</summary>
      {/* That they could not be loaded is said by the frame: what stands in here may be folded. */}
      {views.data === undefined ? null : views.data.items.length === 0 ? (
        <EmptyState>{word('views.none')}</EmptyState>
      ) : (
        <ul className="lines">
          {views.data.items.map((view) => (
            <ViewLine key={view.id} view={view} />
          ))}
        </ul>
      )}
      {mode === 'read-only' ? null : isSaving ? (
        <SaveViewForm screen={screen} onDone={() => setSaving(false)} />
      ) : (
        <Button name={word('action.save-view')} onClick={() => setSaving(true)} />
      )}
    </details>
  );
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const word = useWords();
  const say = useSay();
  const shown = useView();
  const { tell } = useDeedDesk();
  const drop = useTellAndSee('drop-view');
  const { id, name, screen, query, sharedWith, isOwn, rev } = view;
  return (
    <li>
      <span>
        <Link to={PATHS[screen]} search={readSearch(parseSearchText(query))} aria-current={isShown(query, shown) ? 'true' : undefined}>
          {say(name)}
        </Link>{' '}
        <span className="soft">{word(`views.shared.${sharedWith}`)}</span>
      </span>
      {isOwn ? (
        <ActButton
          name={word('action.drop-view')}
          isBusy={drop.isPending}
          onAct={(who) =>
            drop.mutate({ params: { id }, body: { who }, rev, key: crypto.randomUUID() }, { onSuccess: ({ seq }) => tell(seq) })
          }
        >
          {say(name)}
        </ActButton>
      ) : null}
      <Refusal error={drop.error} />
    </li>
  );
}

/** Keeps what is shown under a name: for oneself, one's department, or all. Without accounts it is everyone's. */
function SaveViewForm({ screen, onDone }: { readonly screen: ActionSent<'save-view'>['screen']; readonly onDone: () => void }) {
  const word = useWords();
  const fieldWord = useFieldWord('save-view');
  const language = useLanguage();
  const shown = useView();
  const isOpen = useIsOpen();
  const person = useSignedIn();
  const form = useSignedForm(onDone);
  const save = useTellAndSee('save-view');
  const [name, setName] = useState('');
  const [sharedWith, setShared] = useState<ActionSent<'save-view'>['sharedWith']>(isOpen ? 'all' : 'me');
  const choices = (['me', 'department', 'all'] as const).filter((each) => each !== 'department' || person?.department);
  const send = (): void => {
    const found: readonly FormFault[] = name.trim() === '' ? [{ field: 'name', word: 'form.fault.name' }] : [];
    form.send(save, found, ({ who, keyOf }) => {
      const draft = { who, name: { zh: null, en: null, [language]: name.trim() }, screen, query: keptQuery(shown), sharedWith };
      return { body: draft, key: keyOf(draft) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word('action.save-view')}
      error={save.error}
      save={word('form.save')}
      isBusy={save.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('name')} label={fieldWord('name')} fault={form.faultOf('name')}>
        <input value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </FormField>
      {isOpen ? null : (
        <FormField id={form.idOf('shared')} label={fieldWord('shared_with')} hint={word('views.hint')} fault={null}>
          <Select value={sharedWith} options={choices.map((each) => [each, word(`views.shared.${each}`)])} onChoose={setShared} />
        </FormField>
      )}
    </SignedForm>
  );
}
