import type { Bilingual } from '@westgate/base';
import type { GateBoard } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useSayLevel } from '../../../frame/use-say-level.ts';
import { useLanguage } from '../../../frame/use-view.ts';
import { useSayPlan, useShownAttributes } from '../../../lists/plan-attribute.ts';
import type { Aspects } from '../../../lists/shown-attribute.ts';
import { isWordId, useSay, useWords, type WordId } from '../../../messages/words.ts';
import { boardAttributes, boardOrders, LACKS_NOTHING, missingOf, NO_GATE, SLIPS } from './board-keys.ts';
import type { BoardItem } from './view-model.ts';

const HEADS = {
  name: 'noun.project',
  gate: 'board.open',
  level: 'board.level',
  plans: 'register.plan',
  kind: 'board.kind',
  lead: 'record.lead',
  place: 'noun.place',
  lacks: 'board.lacks',
  slip: 'dates.slip',
  state: 'verdict.name',
  due: 'due.name',
  passed: 'board.passedCount',
  missing: 'board.missingCount',
  last: 'board.last',
} as const satisfies Readonly<Record<string, WordId>>;

const KEY_WORDS: ReadonlyMap<string, WordId> = new Map<string, WordId>([
  [NO_GATE.refused, 'board.refused'],
  [NO_GATE.passed, 'board.passed'],
  [NO_GATE.unrecorded, 'board.outside.unrecorded'],
  [NO_GATE.none, 'gates.noRules'],
  [LACKS_NOTHING, 'board.lacksNothing'],
  ...SLIPS.map((slip): [string, WordId] => [slip, `board.slip.${slip.slice(1) as 'none'}`]),
]);

/** What the list of projects is grouped by, what adds up in it, and what it is put in order by. */
export function useBoardAspects({ items, asked }: Pick<GateBoard, 'items' | 'asked'>): Aspects<BoardItem> {
  const word = useWords();
  const say = useSay();
  const sayLevel = useSayLevel();
  const sayPlan = useSayPlan();
  const shownOf = useShownAttributes();
  const language = useLanguage();
  const namesOf = (entries: readonly (readonly [string, Bilingual])[]): ReadonlyMap<string, Bilingual> => new Map(entries);
  const names = namesOf([
    ...asked.map(({ id, name }) => [`lacks ${id}`, name] as const),
    ...items.flatMap(({ open, lead, places }) => [
      ...(open ? [[`gate ${open.like}`, open.name] as const] : []),
      ...(lead ? [[`lead ${lead.id}`, lead.name] as const] : []),
      ...places.map(({ id, name }) => [`place ${id}`, name] as const),
    ]),
  ]);
  const sayKey = (attribute: string, key: string): string => {
    if (attribute === 'plans') return sayPlan(key);
    if (key === '') return word(attribute === 'lead' ? 'board.noLead' : 'unknown');
    const level = attribute === 'level' ? vocabulary.GATE_LEVELS.find((each) => each === key) : undefined;
    if (level) return sayLevel(level);
    const own = KEY_WORDS.get(key);
    if (own) return word(own);
    const id = attribute === 'kind' ? `project.${key}` : `state.${key}`;
    if ((attribute === 'kind' || attribute === 'state') && isWordId(id)) return word(id);
    const name = names.get(`${attribute} ${key}`);
    return (name && say(name)) || key;
  };
  return {
    attributes: shownOf(boardAttributes(items)).map((attribute) => ({
      ...attribute,
      head: word(HEADS[attribute.id]),
      say: (key) => sayKey(attribute.id, key),
    })),
    measures: [{ id: 'missing', head: word(HEADS.missing), numberOf: missingOf, say: String }],
    sorts: boardOrders(language).map((order) => ({ ...order, head: word(HEADS[order.id]) })),
  };
}
