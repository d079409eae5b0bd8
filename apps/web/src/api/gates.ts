import type { GateBoard } from '@westgate/contract';
import { useScope } from '../scope/use-scope.ts';
import { useAsOf } from '../scope/use-view.ts';
import { useAsk, useAskWhole } from './ask.ts';

/** Where a project stands among its gates on the day shown. */
export const useGateStanding = (id: string) => useAsk('project-gates', { params: { id }, query: useAsOf() });
/** Every project of the plan shown with its open gate, asked page by page. */
export const useGateBoard = () => useAskWhole('gates', { query: useScope() }, joinedBoards);

function joinedBoards(before: GateBoard, after: GateBoard): GateBoard {
  const names = new Map([...before.asked, ...after.asked].map((each) => [each.id, each]));
  return { ...after, items: [...before.items, ...after.items], asked: [...names.values()] };
}
