import type { Upkeep } from '@westgate/contract';
import { useAsk } from './ask.ts';

/** How the office stands with its backups. */
export const useUpkeep = (isWanted: boolean) => useAsk<Upkeep>('upkeep', {}, isWanted);
