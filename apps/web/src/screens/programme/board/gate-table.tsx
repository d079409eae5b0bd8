import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import type { BoardBand, BoardItem } from './view-model.ts';

/** The same as rows: kind, project, lead, open gate, gates passed, what is missing, the day of the last pass. */
export function GateTable({ bands }: { readonly bands: readonly BoardBand[] }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{word('noun.project')}</th>
            <th scope="col">{word('board.kind')}</th>
            <th scope="col">{word('record.lead')}</th>
            <th scope="col">{word('board.open')}</th>
            <th scope="col" className="number">
              {word('board.passedCount')}
            </th>
            <th scope="col" className="number">
              {word('board.missingCount')}
            </th>
            <th scope="col">{word('board.last')}</th>
          </tr>
        </thead>
        <tbody>
          {bands.flatMap(({ columns }) => columns.flatMap(({ items }) => items.map((item) => <Row key={item.project.id} item={item} />)))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item }: { readonly item: BoardItem }) {
  const word = useWords();
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <ThingLink thing={item.project} />
      </th>
      <td data-head={word('board.kind')}>{word(`project.${item.kind}`)}</td>
      <td data-head={word('record.lead')}>{item.lead ? <ThingLink thing={item.lead} /> : <Unknown />}</td>
      <td data-head={word('board.open')}>
        {item.admission === 'refused'
          ? word('board.refused')
          : item.open
            ? `${item.open.position} ${say(item.open.name)}`
            : word(item.gates > 0 ? 'board.passed' : 'gates.noRules')}
      </td>
      <td className="number" data-head={word('board.passedCount')}>
        {item.passed} / {item.gates}
      </td>
      <td className="number" data-head={word('board.missingCount')}>
        {item.open ? item.missing : ''}
      </td>
      <td data-head={word('board.last')}>{item.lastPass ? <DayText on={item.lastPass} /> : <Unknown />}</td>
    </tr>
  );
}
