import type { UseQueryResult } from '@tanstack/react-query';
import type { Run, Runs } from '@westgate/contract';
import { type RunKindName, runKindNamed } from '@westgate/domain';
import { useIntl } from 'react-intl';
import { useAsk } from '../api/ask.ts';
import { useWords } from '../messages/words.ts';

/** Long work and what came of it; how far it is comes with the event stream. */
export const useRuns = (): UseQueryResult<Runs> => useAsk('runs');

/** The run of a kind that was asked for last; null for none. */
export function lastOf(runs: Runs | undefined, kind: RunKindName): Run | null {
  return runs?.items.find((run) => run.kind === kind) ?? null;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const MB = 1_000_000;

/** Gives a length of time in words, as exactly as one needs it. */
export function useSayLength(): (ms: number) => string {
  const word = useWords();
  return (ms) => {
    if (ms < MINUTE_MS)
      return word('runs.seconds', { seconds: ms < 10 * SECOND_MS ? (ms / SECOND_MS).toFixed(1) : Math.round(ms / SECOND_MS) });
    return word('runs.minutes', { minutes: Math.floor(ms / MINUTE_MS), seconds: Math.round((ms % MINUTE_MS) / SECOND_MS) });
  };
}

/** How long a run worked; null as long as it did not. */
export function lengthOf({ startedAt, endedAt }: Pick<Run, 'startedAt' | 'endedAt'>): number | null {
  return startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
}

/** Gives a value of the result of a run as it is read. */
export function useSayResult(): (kind: RunKindName, name: string, value: string | number | null) => string {
  const word = useWords();
  const intl = useIntl();
  return (kind, name, value) => {
    if (value === null) return word('runs.none');
    if (typeof value === 'string') return value;
    return runKindNamed(kind).result[name]?.is === 'bytes'
      ? word('runs.megabytes', { size: intl.formatNumber(value / MB, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })
      : intl.formatNumber(value);
  };
}
