import type { EventReadiness, ReadinessLine } from '@westgate/contract';
import { capital, fieldsOf, nounOf, vocabularyName } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { DayText, useSayPeriod } from '../parts/day-text.tsx';
import { Unknown } from '../parts/fact.tsx';
import { SignWord, type Tone } from '../parts/sign-word.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useFieldWord } from '../record/form/field-words.ts';

/** The sign before each status: it carries the meaning without colour. */
const SIGNS: Readonly<Record<ReadinessLine['standing'], readonly [sign: string, tone?: Tone]>> = {
  done: ['✓'],
  'on-time': ['○'],
  'at-risk': ['△', 'bad'],
  overdue: ['!', 'bad'],
  'not-known': ['?', 'soft'],
};

/** The readiness items of an event: last day, finish, slack, status and its cause. */
export function ReadinessTable({ readiness: { items } }: { readonly readiness: EventReadiness }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('readiness_item');
  const causeOf = useCause();
  const kinds = fieldsOf('readiness_item').kind?.names ?? {};
  const columns: readonly TableColumn<ReadinessLine>[] = [
    { head: say(nounOf('readiness_item')), isRowHead: true, headed: 'bare', of: ({ item }) => <ThingLink thing={item} /> },
    { head: field('kind'), of: ({ kind }) => say(kinds[kind] ?? { zh: kind, en: kind }) },
    {
      head: word('readiness.latest'),
      of: ({ latest, daysBefore }) => (
        <>
          {latest ? <DayText on={latest} /> : <Unknown />} <span className="soft nowrap">−{daysBefore}</span>
        </>
      ),
    },
    { head: word('readiness.finish'), of: ({ finish }) => (finish ? <DayText on={finish} /> : <Unknown />) },
    { head: word('readiness.slack'), isNumber: true, of: ({ slack }) => (slack === null ? <Unknown /> : slack < 0 ? `−${-slack}` : slack) },
    { head: word('readiness.status'), of: ({ standing }) => <ReadinessWord standing={standing} /> },
    { head: field('owner'), of: ({ owner }) => (owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: word('readiness.cause'), of: causeOf },
  ];
  return <Table columns={columns} rows={items} keyOf={({ item }) => item.id} caption={word('readiness.title')} />;
}

/** How an item stands, as a sign and a word. */
function ReadinessWord({ standing }: { readonly standing: ReadinessLine['standing'] }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('readinessStanding', standing)))} tone={tone} />;
}

/** Why an item stands as it does: what its finish rests on. */
function useCause(): (line: ReadinessLine) => ReactNode {
  const word = useWords();
  const say = useSay();
  const sayPeriod = useSayPeriod();
  return ({ basis, project, finish, evidence }) => {
    const day = finish === null ? '' : sayPeriod(finish);
    const said = say(evidence);
    return (
      <>
        {word(`readiness.basis.${basis}`, { day })}
        {project ? (
          <>
            {' '}
            <ThingLink thing={project} />
          </>
        ) : null}
        {said ? <span className="soft"> {said}</span> : null}
      </>
    );
  };
}
