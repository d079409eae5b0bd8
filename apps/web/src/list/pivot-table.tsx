import { Link } from '@tanstack/react-router';
import type { Pivot, Tally } from '@westgate/base';
import { useId } from 'react';
import { useWords } from '../messages/words.ts';
import { usePath } from '../scope/use-view.ts';
import { patched, type ViewSearch } from '../scope/view-search.ts';

/** An attribute as people meet it: its heading, and its values in words. */
export interface SaidAttribute {
  readonly id: string;
  readonly head: string;
  /** A value in words, by its key; '' is what is not known. */
  readonly say: (key: string) => string;
}

/** A number that adds up: its heading, and how a sum is said. */
export interface SaidMeasure {
  readonly id: string;
  readonly head: string;
  /** Null: of nothing that is known. */
  readonly say: (sum: number | null) => string;
}

/** A value that a number is narrowed to: the column and its key. */
interface Where {
  readonly column: string;
  readonly key: string;
}

/** Two attributes of a list against each other, with their margins; each number opens the rows it counts. */
export function PivotTable({
  pivot,
  down,
  across,
  measure,
  narrow,
  hash,
}: {
  readonly pivot: Pivot;
  readonly down: SaidAttribute;
  readonly across: SaidAttribute;
  /** What is added up; null: rows are counted. */
  readonly measure: SaidMeasure | null;
  /** What an address asks for that is narrowed to the rows of a number. */
  readonly narrow: (where: readonly Where[]) => ViewSearch;
  /** The part of the page where those rows stand, if that is elsewhere. */
  readonly hash?: string | undefined;
}) {
  const word = useWords();
  const told = useId();
  const downOf = (key: string): readonly Where[] => [{ column: down.id, key }];
  const acrossOf = (key: string): readonly Where[] => [{ column: across.id, key }];
  return (
    <div className="pivot">
      <p className="small soft" id={told}>
        {word('group.caption', { down: down.head, across: across.head })}
        {measure ? ` · ${word('group.sumOf', { name: measure.head })}` : ''}
        {pivot.isSplit ? ` · ${word('group.several')}` : ''}
      </p>
      <div className="table-scroll">
        <table className="table pivot-table" aria-labelledby={told}>
          <thead>
            <tr>
              <th scope="col">{down.head}</th>
              {pivot.across.map((key) => (
                <th key={key} scope="col" className="number">
                  {across.say(key)}
                </th>
              ))}
              <th scope="col" className="number">
                {word('group.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pivot.down.map((key) => (
              <tr key={key}>
                <th scope="row">{down.say(key)}</th>
                {pivot.across.map((other) => (
                  <Count
                    key={other}
                    tally={pivot.at(key, other)}
                    measure={measure}
                    narrow={narrow}
                    hash={hash}
                    where={[...downOf(key), ...acrossOf(other)]}
                  />
                ))}
                <Count tally={pivot.at(key, null)} measure={measure} narrow={narrow} hash={hash} where={downOf(key)} />
              </tr>
            ))}
            <tr className="pivot-total">
              <th scope="row">{word('group.total')}</th>
              {pivot.across.map((key) => (
                <Count key={key} tally={pivot.at(null, key)} measure={measure} narrow={narrow} hash={hash} where={acrossOf(key)} />
              ))}
              <Count tally={pivot.at(null, null)} measure={measure} narrow={narrow} hash={hash} where={[]} />
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A number that leads to the rows it was made of; a sum says over how many where not all are known. */
function Count({
  tally: { count, sum, known },
  measure,
  narrow,
  hash,
  where,
}: {
  readonly narrow: (where: readonly Where[]) => ViewSearch;
  readonly hash: string | undefined;
  readonly tally: Tally;
  readonly measure: SaidMeasure | null;
  readonly where: readonly Where[];
}) {
  const word = useWords();
  const path = usePath();
  if (count === 0) return <td className="number soft">0</td>;
  return (
    <td className="number">
      <Link
        to={path}
        {...(hash === undefined ? {} : { hash, hashScrollIntoView: true })}
        search={(before: ViewSearch) =>
          patched(before, {
            ...narrow(where),
            group: undefined,
            pivot: undefined,
            sum: undefined,
            shut: undefined,
            page: undefined,
          })
        }
      >
        {measure === null ? count : measure.say(known === 0 ? null : sum)}
      </Link>
      {measure !== null && known < count ? <small className="block soft">{word('list.sumOf', { known, of: count })}</small> : null}
    </td>
  );
}
