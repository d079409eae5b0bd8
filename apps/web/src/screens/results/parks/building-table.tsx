import type { SpaceBoard } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { PartForm } from '../../../record/form/part-form.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { useWhichMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { SpaceBar } from './space-bar.tsx';
import { type BuildingRow, bestOf, type ParkRow, scaleOf } from './space-model.ts';
import { Area, FitWord, Rents } from './space-words.tsx';

/** The buildings of a park on one scale, with their sizes and how each answers the need; its floor areas are recorded in its row. */
export function BuildingTable({ park, board }: { readonly park: ParkRow; readonly board: SpaceBoard }) {
  const word = useWords();
  const { edit } = useView();
  const { buildings } = park;
  const most = scaleOf(Math.max(0, ...buildings.map(({ areas }) => areas?.total ?? sumOf(areas)))).at(-1) ?? 0;
  const columns = useColumns(board, most);
  return (
    <>
      <Table
        className="stacking space-table"
        caption={word('space.buildings')}
        columns={columns}
        rows={buildings}
        keyOf={({ building }) => building.id}
        around={(row, drawn, count) =>
          edit === `floor_area:${row.building.id}` ? (
            <>
              {drawn}
              <tr>
                <td colSpan={count}>
                  <RecordAreas building={row.building.id} total={row.areas?.total ?? null} />
                </td>
              </tr>
            </>
          ) : (
            drawn
          )
        }
      />
      <p className="note">
        {word('space.scale', { most: sayNumber(most) })} {word('space.legend')}
      </p>
    </>
  );
}

function sumOf(areas: BuildingRow['areas']): number {
  return (areas?.let ?? 0) + (areas?.vacant ?? 0) + (areas?.works ?? 0);
}

/** A new record of floor areas; the total is as it was until it is said otherwise. */
function RecordAreas({ building, total }: { readonly building: string; readonly total: number | null }) {
  const setView = useSetView();
  const { day } = useShownDay();
  return (
    <PartForm
      kind="floor_area"
      of={{ building, on: day, ...(total === null ? {} : { total_m2: String(total) }) }}
      onDone={() => setView({ edit: undefined }, { replace: true })}
    />
  );
}

function useColumns(board: SpaceBoard, most: number): readonly TableColumn<BuildingRow>[] {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const mayChange = useWhichMayChange('update');
  const known = (value: number | null): ReactNode => (value === null ? <Unknown /> : sayNumber(value));
  const isAsked = useView().need !== undefined;
  const fit: TableColumn<BuildingRow> = {
    head: word('space.fit'),
    of: ({ building, areas }) => {
      const best = bestOf(board.offers, building.id);
      if (best) return <FitWord fit={best.fit} />;
      return areas?.works === 0 ? <span className="soft">{word('space.full')}</span> : null;
    },
  };
  return [
    {
      head: word('noun.building'),
      isRowHead: true,
      headed: 'bare',
      of: ({ building, phase }) => (
        <>
          <ThingLink thing={building} />
          {say(phase) ? <small className="soft space-phase">{say(phase)}</small> : null}
        </>
      ),
    },
    {
      head: word('space.course'),
      headed: 'unseen',
      of: ({ areas }) => (areas ? <SpaceBar areas={areas} most={most} /> : <Unknown />),
    },
    { head: word('space.total'), beside: <small> m²</small>, isNumber: true, of: ({ areas }) => <Area m2={areas?.total ?? null} /> },
    { head: word('space.let'), isNumber: true, of: ({ areas }) => <Area m2={areas?.let ?? null} /> },
    { head: word('space.vacant'), isNumber: true, of: ({ areas }) => <Area m2={areas?.vacant ?? null} /> },
    { head: word('space.works'), isNumber: true, of: ({ areas }) => <Area m2={areas?.works ?? null} /> },
    { head: word('space.largest'), isNumber: true, of: ({ areas }) => <Area m2={areas?.largestVacant ?? null} /> },
    { head: word('space.need.height'), beside: <small> m</small>, isNumber: true, of: ({ storeyHeightM }) => known(storeyHeightM) },
    { head: word('space.need.load'), beside: <small> kN/m²</small>, isNumber: true, of: ({ floorLoadKnM2 }) => known(floorLoadKnM2) },
    {
      head: word('space.need.metro'),
      beside: <small> m</small>,
      isNumber: true,
      of: ({ metroM, metroBasis }) => <span title={say(metroBasis)}>{known(metroM)}</span>,
    },
    {
      head: word('space.need.rent'),
      beside: <small> {word('space.unit.rent')}</small>,
      isNumber: true,
      of: ({ rentLow, rentHigh }) => <Rents rents={{ low: rentLow, high: rentHigh }} />,
    },
    { head: word('space.readyOn'), of: (row) => <Ready row={row} asOf={board.asOf} /> },
    ...(isAsked ? [fit] : []),
    {
      head: word('space.asOf'),
      of: ({ areas }) =>
        areas ? (
          <span className="nowrap">
            <DayText on={areas.on} /> <SourceNote source={areas.source} />
          </span>
        ) : (
          <Unknown />
        ),
    },
    {
      head: word('space.record'),
      headed: 'unseen',
      of: ({ building, owner }) =>
        mayChange([owner?.id ?? null]) ? (
          <Button
            look="plain"
            className="no-print"
            name={word('space.record')}
            of={say(building.name)}
            onClick={() => setView({ edit: `floor_area:${building.id}` }, { replace: true })}
          />
        ) : null,
    },
  ];
}

/** From when its space can be moved into: now where some is vacant, else from the day of its works. */
function Ready({ row: { areas, readyOn }, asOf }: { readonly row: BuildingRow; readonly asOf: string }) {
  const word = useWords();
  if (areas !== null && (areas.vacant ?? 0) > 0) return <>{word('space.now')}</>;
  if (areas?.vacant === 0 && areas.works === 0) return <span className="soft">{word('space.full')}</span>;
  if (readyOn === null) return <Unknown />;
  return (
    <>
      <DayText on={readyOn} />
      {readyOn <= asOf && areas !== null && areas.works !== 0 ? (
        <small className="tone-warn nowrap"> △ {word('space.overdue')}</small>
      ) : null}
    </>
  );
}
