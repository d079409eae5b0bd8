import { usePlanShown } from '../scope/use-scope.ts';
import { useAsk } from './ask.ts';

/** Comments on what belongs to the plan shown that mention whoever is signed in, or the department. */
export const useMentions = (department: string | undefined) => useAsk('mentions', { query: { ...usePlanShown(), department } });
