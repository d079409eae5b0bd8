import type { MatterDetail, MatterReceipt, Matters, Receipt } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk } from './ask.ts';
import { type Params, tellApi } from './client.ts';
import { type Told, useWriteAtOnce } from './use-write.ts';

/** Matters under supervision about records of the plan shown that fit what is asked. */
export const useMatters = (asked: Params) => useAsk<Matters>('supervision', { ...useScope(), ...asked });
/** Matters under supervision about one record. */
export const useMattersOf = (of: string) => useAsk<Matters>('supervision', { ...useAsOf(), of, limit: 500 });
/** One matter with its steps. */
export const useMatter = (id: string, isWanted = true) =>
  useAsk<MatterDetail>(`supervision/${encodeURIComponent(id)}`, useAsOf(), isWanted);

/** Puts a record under supervision. The same `key` sent twice does nothing new. */
export const useRegisterMatter = () => useWriteAtOnce(({ body, key }: Told) => tellApi<MatterReceipt>('supervision', body, key));
/** Takes the next step with a matter. */
export const useTakeStep = (matter: string) =>
  useWriteAtOnce(({ body, key }: Told) => tellApi<Receipt>(`supervision/${encodeURIComponent(matter)}/steps`, body, key));
