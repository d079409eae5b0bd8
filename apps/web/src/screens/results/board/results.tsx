import { Link } from '@tanstack/react-router';
import type { BoardRow, IndicatorBoard, IndicatorStatus } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { type ReactNode, useMemo } from 'react';
import type { AsksFirst } from '../../../api/asks-first.ts';
import { useIndicatorBoard } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimWord } from '../../../parts/aim-mark.tsx';
import { Await } from '../../../parts/await.tsx';
import { DepartmentSelect } from '../../../parts/combo-field.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Select } from '../../../parts/select.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { ResultsHead } from '../results-head.tsx';
import { countsOf, GROUPINGS, groupsOf } from './board-model.ts';
import { BoardTable } from './board-table.tsx';
import { StandingWord } from './standing-word.tsx';

const NO_GROUPS = 'none';

/** Did it work? Every indicator with how it stands to its target, under one axis of time. */
export function Results() {
  const word = useWords();
  const mayEnter = useMayChange('update');
  const board = useIndicatorBoard();
  useTitle(word('screen.results'));
  return (
    <div className="register-main results">
      <ResultsHead>
        <Link className="button plain" to="/register" search={{ noun: 'indicator' }}>
          {word('board.asList')}
        </Link>
        {mayEnter ? (
          <>
            <Link className="button plain" to="/results/values/sheet" search={true}>
              {word('valueSheet.title')}
            </Link>
            <Link className="button filled" to="/results/values" search={true}>
              {word('values.title')}
            </Link>
          </>
        ) : null}
      </ResultsHead>
      <Await query={board}>{(found) => <Board board={found} />}</Await>
    </div>
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = ({ asOf }) => ({ name: 'indicator-board', asked: { query: asOf ? { asOf } : {} } });

function Board({ board }: { readonly board: IndicatorBoard }) {
  const word = useWords();
  const { group, state, department: asked, q } = useView();
  const { district, aims } = useDistrictFrame();
  const department = asked === 'all' ? undefined : asked;
  const by = group ?? (aims.size > 0 ? 'aim' : NO_GROUPS);
  // What is narrowed by a department or by words is counted so; the statuses themselves narrow it further.
  const among = useMemo(() => shownOf(board.rows, department, q), [board, department, q]);
  const rows = useMemo(() => (state === undefined ? among : among.filter(({ standing }) => standing === state)), [among, state]);
  const counts = new Map(countsOf(among));
  const groups = useMemo(
    () => (by === NO_GROUPS ? [{ key: '', rows, counts: countsOf(rows) }] : groupsOf(rows, by, district.axes)),
    [rows, by, district],
  );
  const nameOf = useGroupName(by, board.rows);
  if (board.rows.length === 0)
    return (
      <EmptyState>
        {word('results.none')}{' '}
        <Link to="/new/$noun" params={{ noun: 'indicator' }}>
          {word('board.first')}
        </Link>
      </EmptyState>
    );
  return (
    <>
      <p className="board-finding">{word('board.finding', { total: among.length, ...findingCounts(counts) })}</p>
      <StandingCounts counts={counts} shown={state} />
      <div className="row board-tools no-print">
        <GroupSelect by={by} />
        <DepartmentSelect value={department} />
        <FindField value={q ?? ''} />
      </div>
      {rows.length === 0 ? <EmptyState>{word('board.noneShown')}</EmptyState> : <BoardTable groups={groups} rows={rows} nameOf={nameOf} />}
      <p className="note board-legend">{word('board.legend')}</p>
    </>
  );
}

function shownOf(rows: readonly BoardRow[], department: string | undefined, q: string | undefined): readonly BoardRow[] {
  const sought = (q ?? '').trim().toLowerCase();
  return rows.filter(
    ({ owner, indicator: { id, name } }) =>
      (department === undefined || owner?.id === department) &&
      (sought === '' || [id, name.zh, name.en].some((text) => text?.toLowerCase().includes(sought))),
  );
}

type Counts = ReadonlyMap<IndicatorStatus, number>;

function findingCounts(counts: Counts): Readonly<Record<string, number>> {
  const count = (standing: IndicatorStatus): number => counts.get(standing) ?? 0;
  return { on: count('on-path'), off: count('off-path'), stale: count('stale'), unknown: count('not-known'), none: count('no-target') };
}

/** How many have each status; each leads to them, and back to all. */
function StandingCounts({ counts, shown }: { readonly counts: Counts; readonly shown: string | undefined }) {
  const setView = useSetView();
  const word = useWords();
  return (
    <fieldset className="indicator-counts no-print">
      <legend className="unseen">{word('board.status')}</legend>
      {vocabulary.INDICATOR_STANDINGS.map((standing: IndicatorStatus) => (
        <button
          key={standing}
          type="button"
          className="button plain"
          aria-pressed={shown === standing}
          disabled={!counts.has(standing)}
          onClick={() => setView({ state: shown === standing ? undefined : standing }, { replace: true })}
        >
          <StandingWord standing={standing} count={counts.get(standing) ?? 0} />
        </button>
      ))}
    </fieldset>
  );
}

function GroupSelect({ by }: { readonly by: string }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { axes } = useDistrictFrame().district;
  const options: readonly (readonly [string, string])[] = [
    ...axes.map(({ id, name }) => [id, say(name)] as const),
    ...GROUPINGS.map((each) => [each, word(`board.by.${each}`)] as const),
    [NO_GROUPS, word('board.by.none')],
  ];
  return (
    <label className="small">
      <span className="soft">{word('board.groupBy')}</span>{' '}
      <Select value={by} options={options} onChoose={(id) => setView({ group: id }, { replace: true })} />
    </label>
  );
}

function FindField({ value }: { readonly value: string }) {
  const word = useWords();
  const setView = useSetView();
  return (
    <label className="small">
      <span className="unseen">{word('board.find')}</span>
      <input
        className="field"
        type="search"
        placeholder={word('board.find')}
        value={value}
        onChange={(event) => setView({ q: event.target.value || undefined }, { replace: true })}
      />
    </label>
  );
}

/** What a group is called. */
function useGroupName(by: string, rows: readonly BoardRow[]): (key: string) => ReactNode {
  const word = useWords();
  const say = useSay();
  const { tagNames } = useDistrictFrame();
  return (key) => {
    if (by === 'aim') return <AimWord aim={key || null} />;
    const standing = vocabulary.INDICATOR_STANDINGS.find((each) => each === key);
    if (by === 'standing' && standing) return <StandingWord standing={standing} />;
    if (by === 'owner') {
      const owner = rows.find((row) => row.owner?.id === key)?.owner;
      return owner ? say(owner.name) : word('board.noOwner');
    }
    return key === '' ? word('board.noValue') : say(tagNames.get(`${by}:${key}`) ?? { zh: key, en: key });
  };
}
