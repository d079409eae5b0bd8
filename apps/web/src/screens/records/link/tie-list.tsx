import type { Ties } from '@westgate/contract';
import { useCallback } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import type { FormKind } from '../../../api/form-kinds.ts';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import type { EndKind, LinkChoice } from './relations.ts';

type Tie = Ties['items'][number];

/** The links of a record as they were written, each to be taken out. */
export function TieList({ kind, id, who }: { readonly kind: FormKind; readonly id: string; readonly who: string }) {
  const word = useWords();
  const ties = useAsk('links', { query: { of: `${kind}:${id}` } }).data?.items ?? [];
  return (
    <section className="section" aria-labelledby="ties">
      <h2 id="ties">
        {word('link.held')} <small>{ties.length}</small>
      </h2>
      {ties.length === 0 ? <p className="small soft">{word('links.none')}</p> : null}
      {ties.length > 0 && who === '' ? <p className="small soft">{word('link.whoFirst')}</p> : null}
      <ul className="lines ties">
        {ties.map((tie) => (
          <TieLine
            key={`${tie.from.kind} ${tie.from.id} ${tie.relation} ${tie.to.kind} ${tie.to.id}`}
            tie={tie}
            kind={kind}
            id={id}
            who={who}
          />
        ))}
      </ul>
    </section>
  );
}

function TieLine({ tie, kind, id, who }: { readonly tie: Tie; readonly kind: FormKind; readonly id: string; readonly who: string }) {
  const word = useWords();
  const say = useSay();
  const sayLink = useSayLink();
  const { tell } = useDeedDesk();
  const keyOf = useKeyOf();
  const unlink = useTellAndSee('unlink');
  const isOnward = tie.from.kind === kind && tie.from.id === id;
  const other = isOnward ? tie.to : tie.from;
  const takeOut = (): void => {
    const ends = { from_kind: tie.from.kind, from_id: tie.from.id, relation: tie.relation, to_kind: tie.to.kind, to_id: tie.to.id };
    const request = { body: { ...ends, who }, rev: tie.rev };
    unlink.mutate({ ...request, key: keyOf(request) }, { onSuccess: ({ seq }) => tell(seq) });
  };
  return (
    <li>
      <span>
        <span className="soft">{sayLink({ relation: tie.relation, isOnward, other: endKind(other.kind) })}</span>{' '}
        <ThingLink thing={other} />
        {say(tie.note) ? <small className="block soft">{say(tie.note)}</small> : null}
        {unlink.error ? (
          <small className="block breach" role="alert">
            <ErrorText error={unlink.error} />
          </small>
        ) : null}
      </span>
      <Button look="plain" name={word('link.takeOut')} of={say(other.name)} disabled={unlink.isPending || who === ''} onClick={takeOut} />
    </li>
  );
}

/** Ends of links are never sentences, nor matters under supervision. */
function endKind(kind: Tie['to']['kind']): EndKind {
  return kind === 'sentence' || kind === 'supervision' ? 'document' : kind;
}

/** Gives a link as a record has it, in words: `serves a commitment`, `is served by a project`. */
export function useSayLink(): (choice: Pick<LinkChoice, 'relation' | 'isOnward' | 'other'>) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback(
    ({ relation, isOnward, other }) => {
      const noun = word(`noun.${other}`);
      return word(isOnward ? `relation.${relation}` : `relation.back.${relation}`, { noun: language === 'en' ? noun.toLowerCase() : noun });
    },
    [word, language],
  );
}
