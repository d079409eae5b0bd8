import { useMemo } from 'react';
import { useListsOfPlan } from '../../api/questions.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { heldBy } from '../../lists/bulk/bulk-model.ts';
import { COLUMNS, columnsFor, type RegisterNoun, type RegisterRow, rowsOf } from './rows.ts';

/** A list with its columns; rows are null until they are here. */
export interface RegisterList {
  readonly columns: readonly {
    readonly id: string;
    readonly head: (typeof COLUMNS)[RegisterNoun][number]['head'];
    readonly isNumber?: boolean;
  }[];
  readonly rows: readonly RegisterRow[] | null;
}

/** The rows of every list, so that each tab can tell its count. */
export function useRegisterLists(): Readonly<Record<RegisterNoun, RegisterList>> {
  const { sentences, commitments, places, projects, indicators, events, parks, departments, sources } = useListsOfPlan();
  const { district, plans } = useDistrictFrame();
  const { documents } = district;
  const count = plans.length;
  return useMemo(() => {
    const columnsOf = <Each extends { readonly id: string }>(columns: readonly Each[]) => columnsFor(columns, count);
    return {
      sentence: {
        columns: columnsOf(COLUMNS.sentence),
        rows: sentences ? rowsOf(sentences, columnsOf(COLUMNS.sentence), ({ text, kind }) => ({ name: text, kind })) : null,
      },
      commitment: {
        columns: columnsOf(COLUMNS.commitment),
        rows: commitments
          ? rowsOf(commitments, columnsOf(COLUMNS.commitment), ({ title, state, rev, owner, due, ownCadence }) => ({
              name: title,
              state: state.name,
              held: heldBy('commitment', { rev, answers: owner, dueOn: due?.on ?? null, ownCadence }),
            }))
          : null,
      },
      place: {
        columns: columnsOf(COLUMNS.place),
        rows: places ? rowsOf(places, columnsOf(COLUMNS.place), ({ name, kind, stage }) => ({ name, kind, state: stage })) : null,
      },
      project: {
        columns: columnsOf(COLUMNS.project),
        rows: projects
          ? rowsOf(projects, columnsOf(COLUMNS.project), ({ name, kind, state, rev, lead, due, ownCadence }) => ({
              name,
              kind,
              state: state.name,
              held: heldBy('project', { rev, answers: lead, dueOn: due?.on ?? null, ownCadence }),
            }))
          : null,
      },
      indicator: {
        columns: columnsOf(COLUMNS.indicator),
        rows: indicators ? rowsOf(indicators, columnsOf(COLUMNS.indicator), ({ name }) => ({ name })) : null,
      },
      event: {
        columns: columnsOf(COLUMNS.event),
        rows: events ? rowsOf(events, columnsOf(COLUMNS.event), ({ name, state }) => ({ name, state: state.name })) : null,
      },
      park: { columns: columnsOf(COLUMNS.park), rows: parks ? rowsOf(parks, columnsOf(COLUMNS.park), ({ name }) => ({ name })) : null },
      department: {
        columns: columnsOf(COLUMNS.department),
        rows: departments ? rowsOf(departments, columnsOf(COLUMNS.department), ({ name }) => ({ name })) : null,
      },
      document: {
        columns: columnsOf(COLUMNS.document),
        rows: rowsOf(documents, columnsOf(COLUMNS.document), ({ title, kind }) => ({ name: title, kind })),
      },
      source: {
        columns: columnsOf(COLUMNS.source),
        rows: sources ? rowsOf(sources, columnsOf(COLUMNS.source), ({ title, kind }) => ({ name: { zh: title, en: title }, kind })) : null,
      },
    };
  }, [count, sentences, commitments, places, projects, indicators, events, parks, departments, documents, sources]);
}
