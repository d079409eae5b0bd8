import { useQuery } from '@tanstack/react-query';
import { keptOf } from './ask.ts';
import { ask } from './client.ts';

/** What is read of a ground: the record as it stands, and the file that was brought last. */
export interface ReadOf {
  readonly id: string;
  readonly rev: number;
  readonly file: string;
}

/**
 * What stands in the file of a ground and what its steps do. A large file takes seconds to read: it is read anew where the record or its file changed, and not
 * with every change elsewhere.
 */
export function useGroundReading(of: ReadOf | null) {
  return useQuery({
    queryKey: [...keptOf('ground-reading').slice(1), of],
    queryFn: ({ signal }) => ask('ground-reading', { params: { id: of?.id ?? '' } }, signal),
    enabled: of !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
