import { useMemo } from 'react';
import { useListsOfPlan } from '../../api/questions.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { heldBy } from '../../lists/bulk/bulk-model.ts';
import { type About, COLUMNS, type Column, columnsFor, type Listed, type RegisterNoun, type RegisterRow, rowsOf } from './rows.ts';

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
  const { district, hasSeveralPlans } = useDistrictFrame();
  const { documents } = district;
  return useMemo(() => {
    const listOf = <Item extends Listed>(
      items: readonly Item[] | undefined,
      all: readonly Column<Item>[],
      about: (item: Item) => About,
    ): RegisterList => {
      const columns = columnsFor(all, hasSeveralPlans);
      return { columns, rows: items ? rowsOf(items, columns, about) : null };
    };
    return {
      sentence: listOf(sentences, COLUMNS.sentence, ({ text, kind }) => ({ name: text, kind })),
      commitment: listOf(commitments, COLUMNS.commitment, ({ title, state, rev, owner, due, ownCadence }) => ({
        name: title,
        state: state.name,
        held: heldBy('commitment', { rev, answers: owner, dueOn: due?.on ?? null, ownCadence }),
      })),
      place: listOf(places, COLUMNS.place, ({ name, kind, stage }) => ({ name, kind, state: stage })),
      project: listOf(projects, COLUMNS.project, ({ name, kind, state, rev, lead, due, ownCadence }) => ({
        name,
        kind,
        state: state.name,
        held: heldBy('project', { rev, answers: lead, dueOn: due?.on ?? null, ownCadence }),
      })),
      indicator: listOf(indicators, COLUMNS.indicator, ({ name }) => ({ name })),
      event: listOf(events, COLUMNS.event, ({ name, state }) => ({ name, state: state.name })),
      park: listOf(parks, COLUMNS.park, ({ name }) => ({ name })),
      department: listOf(departments, COLUMNS.department, ({ name }) => ({ name })),
      document: listOf(documents, COLUMNS.document, ({ title, kind }) => ({ name: title, kind })),
      source: listOf(sources, COLUMNS.source, ({ title, kind }) => ({ name: { zh: title, en: title }, kind })),
    };
  }, [hasSeveralPlans, sentences, commitments, places, projects, indicators, events, parks, departments, documents, sources]);
}
