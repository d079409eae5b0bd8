import { useId, useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords } from '../../../messages/words.ts';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { WhoField } from '../../../start/who-field.tsx';

/** The six characters that are registered for the projects of the district, and their change. */
export function Oc4idsPrefix() {
  const word = useWords();
  const id = useId();
  const keyOf = useKeyOf();
  const { district } = useDistrictFrame();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<'prefix' | 'who' | null>(null);
  const [who, setWho] = useWho();
  const revise = useTellAndSee('change-district');
  const held = district.oc4idsPrefix ?? '';
  const shown = typed ?? held;
  const done = revise.data;
  const send = (): void => {
    const next = shown.trim();
    const found = next !== '' && !/^[a-z0-9]{6}$/.test(next) ? 'prefix' : who.trim() === '' ? 'who' : null;
    setFault(found);
    if (found !== null || next === held) return;
    const ask = { body: { fields: { oc4ids_prefix: next === '' ? null : next }, who: who.trim() }, rev: district.rev };
    revise.mutate({ ...ask, key: keyOf(ask) });
  };
  return (
    <Form className="start-act" onSend={send} aria-label={word('start.oc4ids.prefix')}>
      <h2>{word('start.oc4ids.prefix')}</h2>
      <div className={fault === 'prefix' ? 'form-field faulty' : 'form-field'}>
        <label htmlFor={id}>{word('start.oc4ids.prefix')}</label>
        <p id={`${id}-hint`} className="note">
          {word('start.oc4ids.prefix.about')}
        </p>
        {fault === 'prefix' ? (
          <p className="fault" role="alert">
            {word('start.oc4ids.prefix.fault')}
          </p>
        ) : null}
        <input
          id={id}
          className="field"
          lang="en"
          maxLength={6}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {shown.trim() === held ? null : <WhoField id={`${id}-who`} who={who} isFaulty={fault === 'who'} onWho={setWho} />}
      {revise.error ? (
        <p className="fault" role="alert">
          <ErrorText error={revise.error} />
        </p>
      ) : null}
      {done ? (
        <output className="receipt">
          <b>{word('start.oc4ids.done', { seq: done.seq })}</b> <UndoButton seq={done.seq} />
        </output>
      ) : null}
      <button type="submit" className="button" disabled={revise.isPending || shown.trim() === held}>
        {word('start.oc4ids.prefix.save')}
      </button>
    </Form>
  );
}
