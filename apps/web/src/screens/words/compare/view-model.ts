import type { ComparisonRow, MatchDecision } from '@westgate/contract';

/** What a person decided of a row: the old sentence goes on in the new one (of a candidate: by its position), or nowhere. */
export type RowChoice = { readonly decision: 'follow'; readonly index: number | null } | { readonly decision: 'apart' };

/** The choices by the place of their row, and the order in which they were made. */
export interface Choices {
  readonly of: ReadonlyMap<number, RowChoice>;
  readonly made: readonly number[];
}

export const NO_CHOICES: Choices = { of: new Map(), made: [] };

/** True for a row that proposes something a person may refuse, or leaves something open. */
export function isAsked({ kind }: ComparisonRow): boolean {
  return kind !== 'kept' && kind !== 'added';
}

/** The places of rows that are shown: all, or those that differ. */
export function shownRows(rows: readonly ComparisonRow[], onlyChanged: boolean): readonly number[] {
  return rows.flatMap((row, at) => (onlyChanged && row.kind === 'kept' ? [] : [at]));
}

/** The next row that asks, from `from` on, forwards or backwards; `from` itself where there is none. */
export function nextAsked(rows: readonly ComparisonRow[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row && isAsked(row)) return at;
  }
  return from;
}

/** The first row that asks and is not decided, behind `from` if there is one, else from the top; null when all are decided. */
export function nextOpen(rows: readonly ComparisonRow[], { of }: Choices, from: number): number | null {
  const open = rows.flatMap((row, at) => (isAsked(row) && !of.has(at) ? [at] : []));
  return open.find((at) => at > from) ?? open[0] ?? null;
}

/** Candidates that no other row has taken. */
export function candidatesLeft(rows: readonly ComparisonRow[], { of }: Choices, at: number): ComparisonRow['candidates'] {
  const taken = new Set([...of].flatMap(([row, choice]) => (row !== at && choice.decision === 'follow' ? [choice.index] : [])));
  return (rows[at]?.candidates ?? []).filter(({ index }) => !taken.has(index));
}

/** The choice that accepting a row is; null where nothing is proposed. `nth`: which candidate, from 0. */
export function acceptanceOf(rows: readonly ComparisonRow[], choices: Choices, at: number, nth = 0): RowChoice | null {
  const row = rows[at];
  if (!row || !isAsked(row)) return null;
  if (row.kind !== 'removed') return nth === 0 ? { decision: 'follow', index: null } : null;
  const candidate = candidatesLeft(rows, choices, at)[nth];
  return candidate ? { decision: 'follow', index: candidate.index } : null;
}

export function choose(choices: Choices, at: number, choice: RowChoice): Choices {
  return { of: new Map(choices.of).set(at, choice), made: [...choices.made.filter((each) => each !== at), at] };
}

/** Without the last choice, and the row it was made of; the same where there is none. */
export function unchoose(choices: Choices): { readonly choices: Choices; readonly at: number | null } {
  const at = choices.made.at(-1);
  if (at === undefined) return { choices, at: null };
  const of = new Map(choices.of);
  of.delete(at);
  return { choices: { of, made: choices.made.slice(0, -1) }, at };
}

/** The choices as they are sent. What is not decided is left to the server: reworded goes on, the rest is asked later. */
export function decisionsOf(rows: readonly ComparisonRow[], { of }: Choices): MatchDecision[] {
  return [...of].flatMap(([at, choice]) =>
    (rows[at]?.old ?? []).map(({ id }): MatchDecision => {
      if (choice.decision === 'apart') return { id, decision: 'apart' };
      return choice.index === null ? { id, decision: 'follow' } : { id, decision: 'follow', index: choice.index };
    }),
  );
}

/** How many rows of each kind there are, and how many that ask are decided. */
export function tallyOf(
  rows: readonly ComparisonRow[],
  { of }: Choices,
): { readonly asked: number; readonly decided: number; readonly kinds: Readonly<Record<ComparisonRow['kind'], number>> } {
  const kinds = { kept: 0, reworded: 0, split: 0, merged: 0, added: 0, removed: 0 };
  for (const { kind } of rows) kinds[kind] += 1;
  return { asked: rows.filter(isAsked).length, decided: of.size, kinds };
}
