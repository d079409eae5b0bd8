import { useMemo } from 'react';
import { useListsOfPlan } from '../../api/questions.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { heldBy } from '../../lists/bulk/bulk-model.ts';
import { COLUMNS, type RegisterNoun, type RegisterRow, rowsOf } from './rows.ts';

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
  const { documents } = useDistrictFrame().district;
  return useMemo(
    () => ({
      sentence: {
        columns: COLUMNS.sentence,
        rows: sentences ? rowsOf(sentences, COLUMNS.sentence, ({ text, kind }) => ({ name: text, kind })) : null,
      },
      commitment: {
        columns: COLUMNS.commitment,
        rows: commitments
          ? rowsOf(commitments, COLUMNS.commitment, ({ title, state, rev, owner, due, ownCadence }) => ({
              name: title,
              state: state.name,
              held: heldBy('commitment', { rev, answers: owner, dueOn: due?.on ?? null, ownCadence }),
            }))
          : null,
      },
      place: {
        columns: COLUMNS.place,
        rows: places ? rowsOf(places, COLUMNS.place, ({ name, kind, stage }) => ({ name, kind, state: stage })) : null,
      },
      project: {
        columns: COLUMNS.project,
        rows: projects
          ? rowsOf(projects, COLUMNS.project, ({ name, kind, state, rev, lead, due, ownCadence }) => ({
              name,
              kind,
              state: state.name,
              held: heldBy('project', { rev, answers: lead, dueOn: due?.on ?? null, ownCadence }),
            }))
          : null,
      },
      indicator: {
        columns: COLUMNS.indicator,
        rows: indicators ? rowsOf(indicators, COLUMNS.indicator, ({ name }) => ({ name })) : null,
      },
      event: {
        columns: COLUMNS.event,
        rows: events ? rowsOf(events, COLUMNS.event, ({ name, state }) => ({ name, state: state.name })) : null,
      },
      park: { columns: COLUMNS.park, rows: parks ? rowsOf(parks, COLUMNS.park, ({ name }) => ({ name })) : null },
      department: {
        columns: COLUMNS.department,
        rows: departments ? rowsOf(departments, COLUMNS.department, ({ name }) => ({ name })) : null,
      },
      document: { columns: COLUMNS.document, rows: rowsOf(documents, COLUMNS.document, ({ title, kind }) => ({ name: title, kind })) },
      source: {
        columns: COLUMNS.source,
        rows: sources ? rowsOf(sources, COLUMNS.source, ({ title, kind }) => ({ name: { zh: title, en: title }, kind })) : null,
      },
    }),
    [sentences, commitments, places, projects, indicators, events, parks, departments, documents, sources],
  );
}
