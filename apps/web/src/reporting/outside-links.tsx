import type { ReportRow } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { DayText } from '../parts/day-text.tsx';
import { LinkNote } from '../parts/link-note.tsx';
import { WhyNot } from '../parts/why-not.tsx';
import { useMayChange } from '../scope/may-change.ts';
import { OutsideLinkForm } from './outside-link-form.tsx';

/** The bodies outside the district that report on a record by a link: up to when, taking one back, making another. */
export function OutsideLinksOf({ row: { thing } }: { readonly row: Pick<ReportRow, 'thing'> }) {
  const word = useWords();
  const say = useSay();
  const links = useAsk('outside-links', { query: { kind: thing.kind, id: thing.id } }).data?.items ?? [];
  const withdraw = useTellAndSee('withdraw-outside-link');
  const mayMake = useMayChange('edit');
  const [isMaking, make] = useState(false);
  const [fresh, tell] = useState<{ readonly name: string; readonly link: string | null } | null>(null);
  return (
    <div className="outside-links small">
      {links.length === 0 ? null : (
        <ul className="plain-list">
          {links.map(({ id, rev, body, expiresOn, isOver }) => (
            <li key={id} className="row">
              <span className={isOver ? 'soft' : undefined}>
                {say(body)} · {word(isOver ? 'outside.ranOut' : 'outside.until')} <DayText on={expiresOn} />
              </span>
              {mayMake ? (
                <ActButton
                  name={word('outside.takeBack')}
                  isBusy={withdraw.isPending}
                  onAct={(who) => withdraw.mutate({ params: { id }, body: { who }, rev, key: crypto.randomUUID() })}
                >
                  {say(body)}
                </ActButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {!fresh ? null : fresh.link === null ? (
        <p role="status">{word('outside.toldOnce')}</p>
      ) : (
        <LinkNote link={{ ...fresh, link: fresh.link }} />
      )}
      {isMaking ? (
        <OutsideLinkForm
          thing={thing}
          onLink={(link) => {
            tell(link);
            make(false);
          }}
          onLeave={() => make(false)}
        />
      ) : !mayMake ? null : (
        <button type="button" className="button plain" onClick={() => make(true)}>
          {word('outside.make')}
        </button>
      )}
      <WhyNot said="bulk.failed" error={withdraw.error} />
    </div>
  );
}
