import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { ValueMarks, ValueText } from '../../../parts/value-text.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { heldOn, MEASURES, type TierGroup, tierGroups, tiersAxis } from './industry-model.ts';
import { TierLine, TierYears } from './tier-line.tsx';

type Scheme = IndustryBoard['schemes'][number];
type Measure = IndustryRow['measures']['firms'];

/** Every industry under its tier of the scheme shown, with its course over the years, why it stands there, and what is measured of it. */
export function TierTable({ board, scheme, day }: { readonly board: IndustryBoard; readonly scheme: Scheme | null; readonly day: string }) {
  const word = useWords();
  const say = useSay();
  const columns = useColumns(board, day);
  const groups = tierGroups(board, scheme, day);
  const shown = groups.flatMap((group) => group.rows.map((row, index) => ({ row, group, isFirst: index === 0 })));
  const empty = groups.filter(({ tier, rows }) => tier !== null && rows.length === 0);
  return (
    <>
      <Table
        className="stacking tier-table"
        caption={word('industry.tiers')}
        columns={columns}
        rows={shown}
        keyOf={({ row }) => row.industry.id}
        around={({ group, isFirst }, drawn, count) =>
          isFirst ? (
            <>
              <tr className="board-group">
                <th colSpan={count} scope="colgroup">
                  <GroupHead group={group} />
                </th>
              </tr>
              {drawn}
            </>
          ) : (
            drawn
          )
        }
      />
      {empty.map(({ tier }) =>
        tier ? (
          <p key={tier.tier.id} className="small soft">
            {word('industry.emptyTier', { tier: say(tier.tier.name) })}
          </p>
        ) : null,
      )}
    </>
  );
}

function GroupHead({ group: { tier, rows } }: { readonly group: TierGroup }) {
  const word = useWords();
  const say = useSay();
  if (tier === null)
    return (
      <>
        {word('industry.noTier')} <b>{rows.length}</b>
      </>
    );
  return (
    <>
      <ThingLink thing={tier.tier} /> <b>{rows.length}</b> <span className="soft small">{say(tier.definition)}</span>
    </>
  );
}

function useColumns(board: IndustryBoard, day: string): readonly TableColumn<{ readonly row: IndustryRow }>[] {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const field = useFieldWord('industry');
  const axis = tiersAxis(board, day);
  const { schemes } = board;
  const nameOf = new Map(schemes.flatMap(({ tiers }) => tiers.map(({ tier }) => [tier.id, say(tier.name)] as const)));
  return [
    {
      head: word('noun.industry'),
      isRowHead: true,
      headed: 'bare',
      className: 'tier-name',
      of: ({ row }) => <ThingLink thing={row.industry} />,
    },
    {
      head: word('industry.course'),
      headed: 'bare',
      className: 'tier-course',
      shown: (
        <>
          <span className="unseen">{word('industry.course')}</span>
          <TierYears schemes={schemes} axis={axis} day={day} />
        </>
      ),
      of: ({ row }) => (
        <>
          <TierLine row={row} schemes={schemes} axis={axis} day={day} />
          <span className="unseen">
            {row.stays
              .map(({ tier, from, until }) =>
                word('industry.stay', { tier: nameOf.get(tier) ?? tier, from: sayWhen(from), until: until ? sayWhen(until) : 'none' }),
              )
              .join(' ')}
          </span>
        </>
      ),
    },
    {
      head: word('industry.basis'),
      className: 'tier-basis',
      of: ({ row }) => {
        const stay = heldOn(row.stays, day);
        return stay ? (
          <>
            {say(stay.reason)} <SourceNote source={stay.source} />{' '}
            <small className="soft">{word('industry.since', { day: sayWhen(stay.from) })}</small>
          </>
        ) : (
          <span className="soft">{word('industry.noTier')}</span>
        );
      },
    },
    ...MEASURES.map((name) => ({
      head: field(name),
      isNumber: true as const,
      of: ({ row }: { readonly row: IndustryRow }) => <MeasureText measure={row.measures[name]} />,
    })),
  ];
}

/** The latest value of an observation with its unit, period and source; not known where no indicator is named or it has no value. */
export function MeasureText({ measure }: { readonly measure: Measure }) {
  if (!measure) return <Unknown />;
  const { latest, unitName, indicator, standing } = measure;
  if (!latest)
    return (
      <ThingLink thing={indicator}>
        <Unknown />
      </ThingLink>
    );
  return (
    <>
      <ThingLink thing={indicator}>
        <ValueText value={latest} unitName={unitName} isMarkedBeside={true} />
      </ThingLink>
      <br />
      <small className="soft">
        <DayText on={latest.period} /> <SourceNote source={latest.source} />
      </small>{' '}
      <ValueMarks value={latest} standing={standing} />
    </>
  );
}
