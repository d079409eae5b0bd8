import type { CheckUnits } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { ValueMarks } from '../../../parts/value-text.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { CheckWord, FoundValue } from './check-words.tsx';

type UnitRow = CheckUnits['rows'][number];

/**
 * An indicator in each survey unit: the value with what must be known of it, of which period, from where, and its problem. One that is not of the
 * health check is asked for nothing there, and has no problems.
 */
export function UnitTable({ found, isCheck = true }: { readonly found: CheckUnits; readonly isCheck?: boolean }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const say = useSay();
  const field = useFieldWord('place_value');
  const columns: readonly TableColumn<UnitRow>[] = [
    {
      head: isCheck ? word('check.unit') : field('place'),
      isRowHead: true,
      headed: 'bare',
      of: ({ place }) => <ThingLink thing={place} />,
    },
    {
      head: word('figures.value'),
      of: (row) => (
        <>
          {isUnknown(row) && row.nearby !== null ? null : <FoundValue found={row} unitName={found.unitName} />}
          {row.nearby !== null && (row.computed > 0 || row.value === null) ? <small className="note block">{say(row.nearby)}</small> : null}
        </>
      ),
    },
    {
      head: word('figures.period'),
      of: ({ on, held, computed }) => {
        const when = computed > 0 ? on : (held.at(-1)?.period ?? on);
        return when === null ? null : <DayText on={when} />;
      },
    },
    {
      head: word('check.previous'),
      of({ held, computed }) {
        const previous = held.at(computed > 0 ? -1 : -2);
        return previous === undefined ? null : (
          <>
            <span className="nowrap">
              {sayNumber(previous.value)} <small className="soft">{sayUnit(found.unitName)}</small>
            </span>{' '}
            <span className="nowrap">
              <DayText on={previous.period} />
            </span>{' '}
            <ValueMarks value={{ status: previous.status, isCalculated: false, breaksSeries: false }} />
          </>
        );
      },
    },
    ...(isCheck ? [{ head: word('check.standing'), of: ({ standing }: UnitRow) => <CheckWord standing={standing} /> }] : []),
    {
      head: word('figures.source'),
      of: ({ held, computed }) => {
        if (computed > 0) return word('check.placesHeld');
        const source = held.at(-1)?.source;
        return source === undefined ? null : <SourceNote source={source} />;
      },
    },
    ...(isCheck
      ? [
          {
            head: word('noun.issue'),
            of: ({ problem }: UnitRow) => (problem ? <ThingLink thing={problem} isNameOnHover={true} /> : null),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={word(isCheck ? 'check.unitsOf' : 'indicator.byPlace')}
      columns={columns}
      rows={found.rows}
      keyOf={({ place }) => place.id}
    />
  );
}

/** Nothing is known of the unit: why not is then all that is told. */
function isUnknown({ value, known }: UnitRow): boolean {
  return value === null && known === 0;
}
