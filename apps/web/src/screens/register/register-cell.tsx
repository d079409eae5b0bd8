import { sayNumber } from '@westgate/domain';
import { useWords } from '../../messages/words.ts';
import { AgeNote, StateAge } from '../../parts/age-note.tsx';
import { AimWord } from '../../parts/aim-mark.tsx';
import { AsWritten } from '../../parts/as-written.tsx';
import { ChangedNote } from '../../parts/changed-note.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { PlanNames } from '../../parts/plan-names.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import { StageWord } from '../../parts/stage-word.tsx';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { useSayUnit } from '../../parts/use-say-unit.ts';
import { ReportingCell } from '../../reporting/reporting-cell.tsx';
import type { Cell } from './rows.ts';

/** A field of a row. */
export function RegisterCell({ cell }: { readonly cell: Cell | null }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  if (cell === null) return <Unknown />;
  switch (cell.kind) {
    case 'thing':
      return <ThingLink thing={cell.thing} />;
    case 'source':
      return (
        <RecordLink kind="source" id={cell.id}>
          <AsWritten text={cell.title} />
        </RecordLink>
      );
    case 'text':
      return cell.text;
    case 'word':
      return word(cell.word);
    case 'state':
      return (
        <>
          <StateWord state={cell.state} /> <StateAge state={{ name: cell.state, latest: cell.latest }} />
        </>
      );
    case 'stage':
      return <StageWord stage={cell.stage} />;
    case 'aim':
      return cell.aim === null ? <span className="soft">{word('aim.none')}</span> : <AimWord aim={cell.aim} />;
    case 'reporting':
      return <ReportingCell reporting={cell.reporting} />;
    case 'plans':
      return <PlanNames ids={cell.plans} />;
    case 'day':
      return <DayText on={cell.day} />;
    case 'aged':
      return (
        <>
          <DayText on={cell.day} /> <AgeNote on={cell.day} of={cell.of} />
        </>
      );
    case 'number':
      return (
        <>
          {cell.qualifier ? <small>{word(`qualifier.${cell.qualifier}`)} </small> : null}
          <b>{sayNumber(cell.value)}</b> {cell.unit ? <small>{sayUnit(cell.unit)}</small> : null} <ChangedNote changed={cell.changed} />
        </>
      );
  }
}
