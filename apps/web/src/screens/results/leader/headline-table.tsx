import type { BoardRow } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimMark } from '../../../parts/aim-mark.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { ValueMarks, ValueText } from '../../../parts/value-text.tsx';
import { StandingWord } from '../board/standing-word.tsx';

/** The headline indicators: value, target, how each stands and why, the period and the source. */
export function HeadlineTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<BoardRow>[] = [
    {
      head: word('noun.indicator'),
      isRowHead: true,
      headed: 'bare',
      of: ({ indicator, aim }) => (
        <span className="leader-indicator">
          <AimMark aim={aim} />
          <ThingLink thing={indicator} />
        </span>
      ),
    },
    {
      head: word('board.latest'),
      isNumber: true,
      of: ({ latest, unitName }) => (latest ? <ValueText value={latest} unitName={unitName} isMarkedBeside={true} /> : <Unknown />),
    },
    {
      head: word('leader.target'),
      isNumber: true,
      of: ({ target }) =>
        target ? (
          <>
            {sayNumber(target.value)} <small className="soft">{target.period}</small>
          </>
        ) : (
          <span className="soft nowrap">{word('leader.noTarget')}</span>
        ),
    },
    {
      head: word('board.status'),
      of: ({ standing, why }) => (
        <span title={say(why)}>
          <StandingWord standing={standing} />
          <span className="unseen"> {say(why)}</span>
        </span>
      ),
    },
    {
      head: word('leader.asOf'),
      of: ({ latest, target, standing }) =>
        latest ? (
          <>
            <DayText on={latest.period} /> <SourceNote source={latest.source} /> <ValueMarks value={latest} standing={standing} />
          </>
        ) : target ? (
          <span className="soft">
            {word('leader.target')} <SourceNote source={target.source} />
          </span>
        ) : (
          <Unknown />
        ),
    },
  ];
  return <Table className="stacking leader-table" columns={columns} rows={rows} keyOf={({ indicator }) => indicator.id} />;
}
