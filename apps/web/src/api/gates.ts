import type { GateBoard, GateStanding, Receipt, Rulebook } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk, useAskWhole } from './ask.ts';
import { tellApi } from './client.ts';
import { useWriteAtOnce } from './use-write.ts';

/** Where a project stands among its gates on the day shown. */
export const useGateStanding = (id: string) => useAsk<GateStanding>(`projects/${encodeURIComponent(id)}/gates`, useAsOf());
/** Every project of the plan shown with its open gate, asked page by page. */
export const useGateBoard = () => useAskWhole<GateBoard>('gates', useScope(), joinedBoards);
/** The gates of a kind of project on a day; today where none is named. */
export const useRulebook = (kind: string, asOf: string | undefined) => useAsk<Rulebook>('rulebook', { kind, asOf });

/** What moves a project along, among its gates or with its dates, by the end of its address; each is one deed. */
export function useProjectMove(project: string) {
  return useWriteAtOnce(({ move, body, key }: { readonly move: string; readonly body: object; readonly key: string }) =>
    tellApi<Receipt>(`projects/${encodeURIComponent(project)}/${move}`, body, key),
  );
}

function joinedBoards(before: GateBoard, after: GateBoard): GateBoard {
  const names = new Map([...before.asked, ...after.asked].map((each) => [each.id, each]));
  return { ...after, items: [...before.items, ...after.items], asked: [...names.values()] };
}
