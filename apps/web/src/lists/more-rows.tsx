import { useWords } from '../messages/words.ts';
import { LeftOff } from './left-off.tsx';

/** Most rows that one answer of the API holds. */
const MOST_ROWS = 500;

/** The way to more rows of a list that comes in parts; beyond what one answer holds it says that the list wants narrowing. */
export function MoreRows({
  lines,
  shown,
  limit,
  step,
  onLimit,
}: {
  /** Rows in all, and those that are here. */
  readonly lines: number;
  readonly shown: number;
  readonly limit: number;
  readonly step: number;
  readonly onLimit: (limit: number) => void;
}) {
  const word = useWords();
  if (lines <= shown) return null;
  return (
    <>
      <LeftOff count={lines - shown} />
      {limit >= MOST_ROWS ? (
        <p className="small no-print">{word('group.first', { count: shown, lines })}</p>
      ) : (
        <p className="row no-print">
          <button type="button" className="button" onClick={() => onLimit(Math.min(limit + step, MOST_ROWS))}>
            {word('today.more', { count: lines - shown })}
          </button>
        </p>
      )}
    </>
  );
}
