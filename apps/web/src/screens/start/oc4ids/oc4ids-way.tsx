import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Select } from '../../../parts/select.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { WriteProgress } from '../../../parts/write-progress.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { letGo } from '../../../scope/let-go.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { DropArea, FileButton } from '../../../start/file-button.tsx';
import { WhoField } from '../../../start/who-field.tsx';
import { Oc4idsFiles } from './oc4ids-files.tsx';
import { Oc4idsPrefix } from './oc4ids-prefix.tsx';
import { Oc4idsPreview } from './oc4ids-preview.tsx';

/** Characters of a document that the API takes. */
const MOST_CHARACTERS = 6_000_000;
const FAULTY = ['refuse', 'leave-out', 'keep'] as const;
type Faulty = (typeof FAULTY)[number];

/** A document as it was read here. */
interface Brought {
  readonly fileName: string;
  readonly text: string;
}

/** An OC4IDS document: looked at first, with every fault; stored when a person says so. Then the files that go out, and the registered prefix. */
export function Oc4idsWay({ standing }: { readonly standing: Standing }) {
  const word = useWords();
  const prefix = useId();
  const keyOf = useKeyOf();
  const [who, setWho] = useWho();
  const [isUnnamed, setUnnamed] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const [brought, setBrought] = useState<Brought | null>(null);
  const [faulty, setFaulty] = useState<Faulty>('refuse');
  const look = useTellAndSee('import-oc4ids');
  const store = useTellAndSee('import-oc4ids');
  const lookAt = (document: Brought, how: Faulty): void => {
    store.reset();
    // A look signs nothing; where nobody has said who they are, it is named for what it is.
    const body = { ...document, faulty: how, dryRun: true, who: who.trim() || word('start.preview') };
    look.mutate({ body, key: crypto.randomUUID() });
  };
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    const isLarge = file.size > 4 * MOST_CHARACTERS;
    const text = isLarge ? '' : await file.text();
    setTooLarge(isLarge || text.length > MOST_CHARACTERS);
    look.reset();
    if (isLarge || text.length > MOST_CHARACTERS) return setBrought(null);
    const document = { fileName: file.name.slice(0, 200), text };
    setBrought(document);
    lookAt(document, faulty);
  };
  const send = (): void => {
    setUnnamed(who.trim() === '');
    if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    if (who.trim() === '' || brought === null) return;
    const body = { ...brought, faulty, dryRun: false, who: who.trim() };
    store.mutate({ body, key: keyOf({ ...body, after: standing.seq }) });
  };
  const report = look.data;
  const done = store.data;
  const isRefused = report !== undefined && report.errors > 0 && faulty === 'refuse';
  return (
    <div className="start-form">
      <DropArea onFiles={({ files }) => letGo(() => take([...files]))}>
        <p>{word('start.oc4ids.about')}</p>
        <FileButton
          id={`${prefix}-file`}
          label={word('start.oc4ids.file')}
          hint={word('start.oc4ids.fileHint')}
          accept=".json,application/json"
          onFiles={(files) => letGo(() => take(files))}
        />
      </DropArea>
      {isTooLarge ? (
        <p className="fault" role="alert">
          {word('start.oc4ids.tooLarge')}
        </p>
      ) : null}
      <p role="status" className="small soft">
        {look.isPending ? word('start.bring.looking') : ''}
      </p>
      {look.error ? (
        <p className="fault" role="alert">
          <ErrorText error={look.error} />
        </p>
      ) : null}
      {done?.stored && done.seq !== null ? (
        <output className="receipt">
          <b>{word('start.oc4ids.done', { seq: done.seq })}</b> <UndoButton seq={done.seq} />
        </output>
      ) : null}
      {report && brought && !done?.stored ? (
        <>
          {report.errors > 0 ? (
            <div className="form-field">
              <label htmlFor={`${prefix}-faulty`}>{word('start.oc4ids.faulty')}</label>
              <Select
                id={`${prefix}-faulty`}
                value={faulty}
                options={FAULTY.map((each) => [each, word(`start.oc4ids.faulty.${each}`)] as const)}
                onChoose={(how) => {
                  setFaulty(how);
                  lookAt(brought, how);
                }}
              />
            </div>
          ) : null}
          <Oc4idsPreview report={report} />
          {isRefused ? (
            <p className="effect">{word('start.oc4ids.refused')}</p>
          ) : report.changeCount === 0 ? (
            <p className="start-act">{word('start.oc4ids.same')}</p>
          ) : (
            <div className="start-send">
              <WhoField id={`${prefix}-who`} who={who} isFaulty={isUnnamed} onWho={setWho} />
              {store.error ? (
                <p className="fault" role="alert">
                  <ErrorText error={store.error} />
                </p>
              ) : null}
              <Button
                look="filled"
                name={word('start.bring.send', { count: report.changeCount })}
                disabled={store.isPending || look.isPending}
                onClick={send}
              />
              <WriteProgress write={store} said={word('start.bring.storing')} />
            </div>
          )}
        </>
      ) : null}
      {standing.held ? (
        <>
          <Oc4idsFiles />
          <Oc4idsPrefix />
        </>
      ) : null}
    </div>
  );
}
