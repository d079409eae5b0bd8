import { Link } from '@tanstack/react-router';
import type { IndustryBoard } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';

type Cell = IndustryBoard['cells'][number];
type Area = IndustryBoard['areas'][number] | null;

/** What the address says for projects that stand in no area. */
const NO_AREA = 'none';

/** Area × industry × value of an axis: a rod of one part for each value, filled where a project carries it. */
export function MatrixSection({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const say = useSay();
  const { axis, areas, cells, gaps, overlaps } = board;
  const rows: readonly Area[] = [...areas, ...(cells.some(({ area }) => area === null) ? [null] : [])];
  const columns = useColumns(board);
  return (
    <section className="section" aria-labelledby="matrix">
      <h2 id="matrix">{word('industry.matrix', { axis: axis ? say(axis.name) : 'none' })}</h2>
      {cells.length === 0 ? (
        <EmptyState>{word('industry.noMatrix')}</EmptyState>
      ) : (
        <>
          <p className="small soft">
            {axis ? word('industry.rods', { values: axis.values.map(({ name }) => say(name)).join(word('list.comma')) }) : null}{' '}
            {word('industry.counted', { gaps: gaps.length, overlaps: overlaps.length })}
          </p>
          <Table
            className="matrix-table"
            columns={columns}
            rows={rows}
            keyOf={(area) => area?.id ?? NO_AREA}
            caption={word('industry.matrixCaption')}
          />
          <CellProjects board={board} />
          <Findings board={board} />
        </>
      )}
    </section>
  );
}

function useColumns(board: IndustryBoard): readonly TableColumn<Area>[] {
  const word = useWords();
  const say = useSay();
  const cellOf = new Map(board.cells.map((cell) => [`${cell.area ?? NO_AREA}|${cell.industry}`, cell]));
  const used = board.rows.filter(({ industry }) => board.cells.some((cell) => cell.industry === industry.id));
  return [
    {
      head: word('industry.area'),
      isRowHead: true,
      of: (area) => (area ? <ThingLink thing={area} /> : <span className="soft">{word('industry.noArea')}</span>),
    },
    ...used.map(({ industry }): TableColumn<Area> => {
      const name = say(industry.name);
      return {
        head: name,
        of: (area) => {
          const cell = cellOf.get(`${area?.id ?? NO_AREA}|${industry.id}`);
          return cell ? <CellMark board={board} cell={cell} name={`${area ? say(area.name) : word('industry.noArea')}, ${name}`} /> : null;
        },
      };
    }),
  ];
}

function CellMark({ board, cell, name }: { readonly board: IndustryBoard; readonly cell: Cell; readonly name: string }) {
  const word = useWords();
  const say = useSay();
  const { where } = useView();
  if (cell.projects.length === 0) return <span className="matrix-gap">{word('industry.gap')}</span>;
  const at = `${cell.area ?? NO_AREA}:${cell.industry}`;
  const carried = cell.parts.filter(({ projects }) => projects.length > 0);
  const values = board.axis?.values ?? [];
  const said = carried
    .map(({ value }) => say(values.find(({ id }) => id === value)?.name ?? { zh: value, en: value }))
    .join(word('list.comma'));
  const overlaps = cell.parts.filter(({ projects }) => projects.length > 1).length;
  return (
    <Link
      className="matrix-cell"
      to="."
      search={(before: ViewSearch) => ({ ...before, where: where === at ? undefined : at })}
      resetScroll={false}
      aria-current={where === at ? 'true' : undefined}
      aria-label={word('industry.cell', { name, count: cell.projects.length, values: said || word('industry.noValue'), overlaps })}
    >
      <span className="rod" aria-hidden="true">
        {cell.parts.map(({ value, projects }) => (
          <i key={value} className={projects.length > 1 ? 'is-double' : projects.length === 1 ? 'is-full' : undefined} />
        ))}
      </span>
      <span className="matrix-count" aria-hidden="true">
        {cell.projects.length}
      </span>
    </Link>
  );
}

/** The projects of the cell that was pressed. */
function CellProjects({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const say = useSay();
  const { where } = useView();
  const cell = board.cells.find(({ area, industry }) => `${area ?? NO_AREA}:${industry}` === where);
  if (!cell || cell.projects.length === 0) return null;
  const area = board.areas.find(({ id }) => id === cell.area);
  const industry = board.rows.find((row) => row.industry.id === cell.industry)?.industry;
  return (
    <div className="matrix-open" aria-live="polite">
      <h3>
        {area ? say(area.name) : word('industry.noArea')} · {industry ? say(industry.name) : cell.industry}
      </h3>
      <ul className="matrix-lines">
        {board.projects
          .filter(({ project }) => cell.projects.includes(project.id))
          .map(({ project, state, lead }) => (
            <li key={project.id}>
              <ThingLink thing={project} /> <StateWord state={state} /> {lead ? <ThingLink thing={lead} className="soft" /> : null}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** Gaps and overlaps in words, each leading on. */
function Findings({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const say = useSay();
  const areaName = (id: string | null): ReactNode => {
    const area = board.areas.find((each) => each.id === id);
    return area ? <ThingLink thing={area} /> : word('industry.noArea');
  };
  const industryName = (id: string): ReactNode => {
    const row = board.rows.find(({ industry }) => industry.id === id);
    return row ? <ThingLink thing={row.industry} /> : id;
  };
  const valueName = (id: string): string => say(board.axis?.values.find((value) => value.id === id)?.name ?? { zh: id, en: id });
  return (
    <div className="matrix-findings">
      {board.gaps.length === 0 ? null : (
        <div>
          <h3>{word('industry.gaps', { count: board.gaps.length })}</h3>
          <ul className="matrix-lines">
            {board.gaps.map(({ area, industry }) => (
              <li key={`${area} ${industry}`}>
                {areaName(area)} · {industryName(industry)} <span className="soft small">{word('industry.gapSaid')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {board.overlaps.length === 0 ? null : (
        <div>
          <h3>{word('industry.overlaps', { count: board.overlaps.length })}</h3>
          <ul className="matrix-lines">
            {board.overlaps.map(({ area, industry, value, projects, leads }) => (
              <li key={`${area} ${industry} ${value}`}>
                {areaName(area)} · {industryName(industry)} ·{' '}
                {board.axis ? (
                  <Link to="/gathering/$by/$id" params={{ by: board.axis.id, id: value }}>
                    {valueName(value)}
                  </Link>
                ) : (
                  valueName(value)
                )}{' '}
                <span className="soft small">{word('industry.overlapSaid', { projects: projects.length, leads })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
