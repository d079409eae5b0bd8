import type { PendingChange } from '@westgate/contract';
import type { vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { DayText } from '../parts/day-text.tsx';
import { sayWho } from '../parts/say-who.ts';
import { ThingLink } from '../parts/thing-link.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import { useSayColumn } from '../record/form/use-say-column.ts';
import { useShownDay } from '../scope/district-context.ts';
import { DecideActs } from './decide-acts.tsx';

/** A change that waits, or what was decided of it: the approved value against the proposed one, who proposed it and why. */
export function PendingItem({ change, isNamed = false }: { readonly change: PendingChange; readonly isNamed?: boolean }) {
  const word = useWords();
  const say = useSay();
  const { subject, field, approved, proposed, words, proposedOn, stamp, decision, decidedOn, decisionWords, isCurrent } = change;
  const kind: vocabulary.ReviewedKind = subject.kind === 'project' ? 'project' : 'commitment';
  const { isToday } = useShownDay();
  const fieldWord = useFieldWord(kind);
  const sayColumn = useSayColumn(kind);
  return (
    <li className="pending-item" data-pending={change.id}>
      {isNamed ? <ThingLink thing={subject} /> : null}
      <p>
        <span className="soft">{fieldWord(field)}</span> {approved === null ? <Unknown /> : <del>{sayColumn(field, approved)}</del>} →{' '}
        {proposed === null ? <ins>{word('bulk.empty')}</ins> : <ins>{sayColumn(field, proposed)}</ins>}
      </p>
      <p className="small soft">
        {stamp ? sayWho(word, stamp.who) : null} <DayText on={proposedOn} /> {say(words) ? <AsWritten text={say(words)} /> : null}
      </p>
      {decision && decidedOn ? (
        <p className="small">
          <b>{word(`pending.${decision}`)}</b> <DayText on={decidedOn} />{' '}
          {say(decisionWords) ? <AsWritten text={say(decisionWords)} /> : null}
        </p>
      ) : isToday ? (
        <>
          {isCurrent ? null : <p className="small warn">△ {word('pending.changedSince')}</p>}
          <DecideActs change={change} />
        </>
      ) : null}
    </li>
  );
}
