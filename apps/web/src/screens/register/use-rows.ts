import { useMemo } from 'react';
import { useCommitments, useEvents, useIndicators, usePlaces, useProjects, useSentences } from '../../api/questions.ts';
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
  const [sentences, commitments, places] = [useSentences(undefined).data, useCommitments().data, usePlaces().data];
  const [projects, indicators, events] = [useProjects().data, useIndicators().data, useEvents().data];
  return useMemo(
    () => ({
      sentence: {
        columns: COLUMNS.sentence,
        rows: sentences ? rowsOf('sentence', sentences, COLUMNS.sentence, ({ text, kind }) => ({ name: text, kind })) : null,
      },
      commitment: {
        columns: COLUMNS.commitment,
        rows: commitments
          ? rowsOf('commitment', commitments, COLUMNS.commitment, ({ title, state }) => ({ name: title, state: state.name }))
          : null,
      },
      place: {
        columns: COLUMNS.place,
        rows: places ? rowsOf('place', places, COLUMNS.place, ({ name, kind, stage }) => ({ name, kind, state: stage })) : null,
      },
      project: {
        columns: COLUMNS.project,
        rows: projects
          ? rowsOf('project', projects, COLUMNS.project, ({ name, kind, state }) => ({ name, kind, state: state.name }))
          : null,
      },
      indicator: {
        columns: COLUMNS.indicator,
        rows: indicators ? rowsOf('indicator', indicators, COLUMNS.indicator, ({ name }) => ({ name })) : null,
      },
      event: {
        columns: COLUMNS.event,
        rows: events ? rowsOf('event', events, COLUMNS.event, ({ name, state }) => ({ name, state: state.name })) : null,
      },
    }),
    [sentences, commitments, places, projects, indicators, events],
  );
}
