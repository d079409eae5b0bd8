import type { DrivenLine, DriverLine } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { PartSection } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { StandingWord } from '../board/standing-word.tsx';
import { DeliveredText, OutputWord, StrengthWord } from './chain-words.tsx';

/** On the page of an indicator: the projects and outputs that move it, the strongest first, with what of them was delivered and who judged that. */
export function DriversSection({ indicator, drivers }: { readonly indicator: string; readonly drivers: readonly DriverLine[] }) {
  const word = useWords();
  const judged = useJudged<DriverLine>(({ project }) => project);
  const columns: readonly TableColumn<DriverLine>[] = [
    {
      head: word('noun.project'),
      isRowHead: true,
      headed: 'bare',
      of: ({ project }) => (
        <>
          <ThingLink thing={project} /> <StateWord state={project.state} />
        </>
      ),
    },
    {
      head: word('chain.outputs'),
      of: ({ outputs }) =>
        outputs.length === 0 ? (
          <span className="soft">{word('chain.noOutputs')}</span>
        ) : (
          <ul className="chain-outputs">
            {outputs.map((line) => (
              <li key={line.output.id}>
                <ThingLink thing={line.output} /> <OutputWord standing={line.standing} /> <DeliveredText line={line} />
              </li>
            ))}
          </ul>
        ),
    },
    ...judged,
  ];
  return (
    <section className="section" aria-labelledby="drivers">
      <h2 id="drivers">
        {word('chain.drivers')} <small>{drivers.length > 0 ? drivers.length : ''}</small>
      </h2>
      {drivers.length === 0 ? (
        <EmptyState>{word('chain.noDrivers')}</EmptyState>
      ) : (
        <Table columns={columns} rows={drivers} keyOf={({ id }) => id} />
      )}
      <PartSection kind="driver" of={{ indicator }} />
    </section>
  );
}

/** On the page of a project: the indicators that it is meant to move, and how each stands. */
export function DrivesSection({ project, drives }: { readonly project: string; readonly drives: readonly DrivenLine[] }) {
  const word = useWords();
  const say = useSay();
  const judged = useJudged<DrivenLine>(({ indicator }) => indicator);
  const columns: readonly TableColumn<DrivenLine>[] = [
    {
      head: word('noun.indicator'),
      isRowHead: true,
      headed: 'bare',
      of: ({ indicator }) => <ThingLink thing={indicator} />,
    },
    {
      head: word('board.status'),
      of: ({ standing, why }) => (
        <>
          <StandingWord standing={standing} /> <small className="block soft">{say(why)}</small>
        </>
      ),
    },
    {
      head: word('chain.by'),
      of: ({ output }) => (output ? <ThingLink thing={output} /> : <span className="soft">{word('chain.wholeProject')}</span>),
    },
    ...judged,
  ];
  return (
    <section className="section" aria-labelledby="drives">
      <h2 id="drives">
        {word('chain.drives')} <small>{drives.length > 0 ? drives.length : ''}</small>
      </h2>
      {drives.length === 0 ? (
        <p className="small soft">{word('chain.drivesNone')}</p>
      ) : (
        <Table columns={columns} rows={drives} keyOf={({ id }) => id} />
      )}
      <PartSection kind="driver" of={{ project }} />
    </section>
  );
}

type Judged = Pick<DriverLine, 'id' | 'rev' | 'strength' | 'judgedBy' | 'judgedOn' | 'basis' | 'source'>;

/** How strongly, who judged that when and on what; and the way to take the judgement out. */
function useJudged<Line extends Judged>(nameOf: (line: Line) => DriverLine['judgedBy']): readonly TableColumn<Line>[] {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('driver');
  return [
    { head: field('strength'), of: ({ strength }) => <StrengthWord strength={strength} /> },
    {
      head: field('judged_by'),
      of: ({ judgedBy, judgedOn }) => (
        <>
          <ThingLink thing={judgedBy} />{' '}
          <small className="block soft">
            <DayText on={judgedOn} />
          </small>
        </>
      ),
    },
    {
      head: field('basis'),
      of: ({ basis, source }) => (
        <>
          {say(basis)} <SourceNote source={source} />
        </>
      ),
    },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: (line) => (
        <WithdrawButton edit={{ action: 'withdraw', table: 'driver', key: line.id, rev: line.rev }} name={say(nameOf(line).name)} />
      ),
    },
  ];
}
