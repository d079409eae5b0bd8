import type { EvidenceFile } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { fileAddress } from '../../api/client.ts';
import { useDeedDesk } from '../../api/deed-notice.ts';
import { sayBytes } from '../../api/evidence-draft.ts';
import { useTellAndSee } from '../../api/use-write.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { AsWritten } from '../../parts/as-written.tsx';
import { Button } from '../../parts/button.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { sayWho } from '../../parts/say-deed.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useSignedIn } from '../../scope/signed-in.ts';
import { EvidenceForm } from './evidence-form.tsx';

/** Digits of a hash that are shown. */
const SHOWN_HASH = 12;

/** The evidence files of a record, each to be opened and taken out, and the way to one more. */
export function FilesSection({ subject }: { readonly subject: { readonly kind: string; readonly id: string } }) {
  const word = useWords();
  const mayUpdate = useMayChange('update');
  const [isOpen, setOpen] = useState(false);
  const answer = useAsk('evidence', { query: { of: `${subject.kind}:${subject.id}` } }).data;
  const items = answer?.items ?? [];
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">
        {word('files.name')} <small>{items.length > 0 ? items.length : word('files.lead')}</small>
      </h2>
      {answer && items.length === 0 ? <EmptyState>{word('files.none')}</EmptyState> : null}
      {items.length > 0 ? (
        <ul className="file-list">
          {items.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      ) : null}
      {isOpen && answer ? (
        <EvidenceForm subject={subject} most={answer.mostBytes} endings={answer.endings} onDone={() => setOpen(false)} />
      ) : mayUpdate ? (
        <p className="part-start">
          <Button name={word('files.add')} onClick={() => setOpen(true)} />
        </p>
      ) : null}
    </section>
  );
}

function FileRow({ file }: { readonly file: EvidenceFile }) {
  const word = useWords();
  const say = useSay();
  const person = useSignedIn();
  const isOwners = useMayChange('update');
  // What a gate asks for is brought by others too: they take out what they brought.
  const mayBring = useMayChange('update', 'any');
  const mayUpdate = isOwners || (mayBring && file.requirement !== null && file.added?.who === person?.name);
  const { tell } = useDeedDesk();
  const withdraw = useTellAndSee('withdraw-evidence');
  const name = say(file.title);
  return (
    <li id={`file-${file.id}`}>
      <span className="when">
        <DayText on={file.on} />
      </span>
      <div>
        <a href={fileAddress('evidence-file', { params: { id: file.id } })} target="_blank" rel="noreferrer">
          {name}
        </a>
        <small className="block">
          <AsWritten text={file.fileName} /> · {sayBytes(file.bytes)} ·{' '}
          <span title={file.sha256}>SHA-256 {file.sha256.slice(0, SHOWN_HASH)}</span>
          {file.added ? ` · ${word('files.by', { who: sayWho(word, file.added.who), seq: file.added.seq })}` : null}
        </small>
        {say(file.note) ? <small className="block">{say(file.note)}</small> : null}
      </div>
      {mayUpdate ? (
        <ActButton
          name={word('part.withdraw')}
          isBusy={withdraw.isPending}
          onAct={(who) =>
            withdraw.mutate(
              { params: { id: file.id }, body: { who }, rev: file.rev, key: crypto.randomUUID() },
              { onSuccess: ({ seq }) => tell(seq) },
            )
          }
        >
          {name}
        </ActButton>
      ) : null}
      <Refusal error={withdraw.error} />
    </li>
  );
}
