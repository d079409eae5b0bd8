import { useAsk } from './ask.ts';

/** How the office stands with its backups. */
export const useUpkeep = (isWanted: boolean) => useAsk('upkeep', {}, isWanted);
