import { useAsk } from '../api/ask.ts';
import { ProblemError } from '../api/client.ts';
import { type DeedNotice, useDeedDesk } from '../api/deed-notice.ts';
import { useUndoWord, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorDetail, ErrorText } from '../parts/error-text.tsx';
import { Form } from '../parts/form.tsx';
import { useSayDeed } from '../parts/say-deed.ts';
import { letGo, useLastFault } from '../scope/let-go.ts';
import { useWho } from '../scope/signed-in.ts';

/** The line at the foot that tells what was done, undone or refused, with the way back; it stays until it is closed or another follows. */
export function DeedLine() {
  const word = useWords();
  const { notice, close } = useDeedDesk();
  return (
    <div className={notice ? 'deed-line' : 'deed-line away'}>
      <output aria-live="polite" className="deed-line-said">
        {notice ? <Said notice={notice} /> : null}
      </output>
      {notice ? <Acts notice={notice} /> : null}
      {notice ? <Button look="plain" name={word('close')} onClick={close} /> : null}
    </div>
  );
}

function Said({ notice }: { readonly notice: DeedNotice }) {
  const word = useWords();
  if (!('seq' in notice)) return word(`deedLine.${notice.kind}`);
  return <SaidOf notice={notice} />;
}

function SaidOf({ notice }: { readonly notice: Extract<DeedNotice, { readonly seq: number }> }) {
  const word = useWords();
  const { seq, kind } = notice;
  const sayDeed = useSayDeed();
  const deed = useToldDeed(seq);
  const what = deed ? sayDeed(deed) : '…';
  if (kind !== 'refused') return word(`deedLine.${kind}`, { what, seq });
  const { error } = notice;
  const isBlocked = error instanceof ProblemError && error.problem?.code === 'WG_UNDO_BLOCKED';
  return (
    <>
      {word(isBlocked ? 'deedLine.blocked' : 'deedLine.refused', { what, seq })}{' '}
      {isBlocked ? <ErrorDetail className="note">{error.message}</ErrorDetail> : <ErrorText error={error} />}
    </>
  );
}

/** A deed with what it is told by; undefined until it is here, and of none. */
function useToldDeed(seq: number) {
  return useAsk('deed', { params: { seq }, query: { told: 'true' } }, seq > 0).data;
}

function Acts({ notice }: { readonly notice: DeedNotice }) {
  const word = useWords();
  const undoWord = useUndoWord();
  const { turnBack } = useDeedDesk();
  const { kind } = notice;
  const seq = 'seq' in notice ? notice.seq : 0;
  const verb = useToldDeed(seq)?.verb;
  if (kind === 'asking' || kind === 'asking-redo') return <AskWho redo={kind === 'asking-redo'} />;
  if (kind !== 'done' && kind !== 'undone' && kind !== 'redone') return null;
  const isRedo = kind === 'undone';
  return (
    <Button
      name={isRedo ? word('undo.again') : undoWord(verb)}
      aria-keyshortcuts={isRedo ? 'Control+Shift+Z' : 'Control+Z'}
      onClick={() => letGo(() => turnBack(isRedo))}
    />
  );
}

function AskWho({ redo }: { readonly redo: boolean }) {
  const word = useWords();
  const { turnBack } = useDeedDesk();
  const [who, setWho] = useWho();
  return (
    <Form
      className="row"
      onSend={() => {
        if (who.trim() !== '') letGo(() => turnBack(redo));
      }}
    >
      <label className="small">
        {word('undo.who')} <input className="field" required maxLength={80} value={who} onChange={(event) => setWho(event.target.value)} />
      </label>
      <Button type="submit" name={word(redo ? 'undo.again' : 'undo.act')} />
    </Form>
  );
}

/** Says what failed that no part of the screen waits for, until it is closed. */
export function FaultLine() {
  const word = useWords();
  const fault = useLastFault();
  return (
    <div role="status">
      {fault ? (
        <p className="banner row">
          <span>
            {word('letGo.failed')} <ErrorText error={fault.error} />
          </span>
          <Button look="plain" name={word('close')} onClick={fault.close} />
        </p>
      ) : null}
    </div>
  );
}
