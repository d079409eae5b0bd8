import { useQuery } from '@tanstack/react-query';
import type { Run } from '@westgate/contract';
import { isUnderway, type RuleSearchResult, type RunKindName, type SensitivityResult } from '@westgate/domain';
import { unzipSync } from 'fflate';
import { useRuns } from '../../../../runs/use-runs.ts';
import { fetchFile } from '../parts/run-file.ts';

/** The runs of a kind of a case: the last one that is done with its file, and the one that is to be told of, as it goes on or came to nothing. */
export function useCaseRuns(kind: RunKindName, id: string): { readonly shown: Run | null; readonly current: Run | null } {
  const runs = (useRuns().data?.items ?? []).filter((run) => run.kind === kind && run.ask.floodCase === id);
  const current = runs.find(({ state }) => isUnderway(state)) ?? (runs[0]?.state === 'done' ? null : (runs[0] ?? null));
  return { shown: runs.find(({ state, file }) => state === 'done' && file?.isKept) ?? null, current };
}

/** What a sensitivity run came to, and of each cell by bits which of its runs left it wet. */
export interface OpenedSensitivity {
  readonly told: SensitivityResult;
  readonly wet: Uint16Array;
}

export const useSensitivity = (run: string | null) =>
  useArchive(
    run,
    ['sensitivity.json', 'wet.u16'],
    ([told, wet]): OpenedSensitivity => ({
      told: read(told) as SensitivityResult,
      wet: new Uint16Array((wet ?? new Uint8Array()).slice().buffer),
    }),
  );

export const useRuleSearch = (run: string | null) =>
  useArchive(run, ['rule-search.json'], ([told]): RuleSearchResult => read(told) as RuleSearchResult);

/** Files of the archive of a run; it never changes. */
function useArchive<T>(run: string | null, names: readonly string[], opened: (files: readonly (Uint8Array | undefined)[]) => T) {
  return useQuery({
    queryKey: ['flood-archive', run],
    queryFn: async ({ signal }) => {
      const files = unzipSync(await fetchFile(run ?? '', signal), { filter: ({ name }) => names.includes(name) });
      return opened(names.map((name) => files[name]));
    },
    enabled: run !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
    retry: 1,
  });
}

function read(file: Uint8Array | undefined): unknown {
  if (!file) throw new Error('the archive lacks its result');
  return JSON.parse(new TextDecoder().decode(file));
}
