import { usePlanShown } from '../frame/use-scope.ts';
import { useAsk } from './ask.ts';

/** The comments on a record. */
export const useComments = (kind: string, id: string) => useAsk('comments', { query: { of: `${kind}:${id}` } });
/** Comments on what belongs to the plan shown that mention whoever is signed in, or the department. */
export const useMentions = (department: string | undefined) => useAsk('mentions', { query: { ...usePlanShown(), department } });
