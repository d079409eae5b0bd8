import type { SpaceBoard } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { BuildingTable } from './building-table.tsx';
import { IndustryTable } from './industry-table.tsx';
import { SpaceCourse } from './space-course.tsx';
import type { ParkRow } from './space-model.ts';
import { Rents, Share, SumOf } from './space-words.tsx';

/** One park: what it has free, its buildings on one scale, how that came, who rents it. */
export function ParkSpaceView({ park, board }: { readonly park: ParkRow; readonly board: SpaceBoard }) {
  const word = useWords();
  const say = useSay();
  const { buildings, space } = park;
  const operators = [...new Set(buildings.map(({ operator }) => say(operator)).filter((name) => name !== ''))];
  return (
    <>
      <h2>
        <ThingLink thing={park.park} />
      </h2>
      <Finding space={space} />
      {buildings.length === 0 ? (
        <EmptyState>{word('space.noBuildings')}</EmptyState>
      ) : (
        <>
          <Identity space={space} />
          <BuildingTable park={park} board={board} />
          <dl className="facts">
            <Fact name={word('space.occupancy')}>{space.occupancy === null ? null : <Share share={space.occupancy} />}</Fact>
            <Fact name={word('space.coming')}>{space.coming.known === 0 ? null : <Coming sum={space.coming} />}</Fact>
            <Fact name={word('space.need.rent')}>
              {park.rents.low === null && park.rents.high === null ? null : (
                <>
                  <Rents rents={park.rents} /> <span className="soft">{word('space.unit.rent')}</span>
                </>
              )}
            </Fact>
            <Fact name={word('space.operator')}>{operators.join(word('space.comma'))}</Fact>
            <Fact name={word('space.place')}>{park.place ? <ThingLink thing={park.place} /> : null}</Fact>
          </dl>
          <SpaceCourse course={park.course} />
          <IndustryTable park={park} />
        </>
      )}
    </>
  );
}

/** What is free now and what comes within a year, in one sentence; that it is not known where it is not. */
function Finding({ space: { vacant, coming } }: Pick<ParkRow, 'space'>) {
  const word = useWords();
  const now =
    vacant.known === 0 || (vacant.known < vacant.of && vacant.sum === 0)
      ? word('space.vacantUnknown')
      : word(vacant.known < vacant.of ? 'space.vacantPartly' : 'space.vacantAll', {
          m2: sayNumber(vacant.sum),
          known: vacant.known,
          of: vacant.of,
        });
  const then = coming.known === 0 || coming.sum === 0 ? '' : word('space.comingAll', { m2: sayNumber(coming.sum) });
  return (
    <p className="board-finding">
      {now}
      {then}
    </p>
  );
}

/** Let + vacant + under works = total, over the buildings of which all are known; beside it of how many they are not. */
function Identity({ space: { total, let: taken, vacant, works } }: Pick<ParkRow, 'space'>) {
  const word = useWords();
  const isWhole = [total, taken, vacant, works].every(({ known, of }) => known === of);
  if (isWhole)
    return (
      <p className="space-identity">
        {word('space.identity', {
          total: sayNumber(total.sum),
          let: sayNumber(taken.sum),
          vacant: sayNumber(vacant.sum),
          works: sayNumber(works.sum),
        })}
      </p>
    );
  const parts = [
    [word('space.total'), total],
    [word('space.let'), taken],
    [word('space.vacant'), vacant],
    [word('space.works'), works],
  ] as const;
  return (
    <p className="space-identity row">
      {parts.map(([name, sum]) => (
        <span key={name} className="nowrap">
          <span className="soft">{name}</span> <SumOf sum={sum} />
        </span>
      ))}
      <span className="soft">m²</span>
    </p>
  );
}

function Coming({ sum }: { readonly sum: ParkRow['space']['coming'] }) {
  return (
    <>
      <SumOf sum={sum} /> <span className="soft">m²</span>
    </>
  );
}
