import { type Attribute, inLanguage, type Language, rankIn } from '@westgate/base';
import { STATE_ORDER, vocabulary } from '@westgate/domain';
import type { Order } from '../../../lists/arrange.ts';
import type { BoardItem } from './view-model.ts';

/** Where a project stands that has no gate to go by: no id of a record begins like these. */
export const NO_GATE = { refused: '-refused', passed: '-passed', unrecorded: '-unrecorded', none: '-no-rules' } as const;
/** The open gate lacks nothing. */
export const LACKS_NOTHING = '-nothing';
/** How far a project is behind its promised days. */
export const SLIPS = ['-none', '-month', '-quarter', '-more'] as const;

/** The gate a project stands at, alike for gates of one name in several rulebooks. */
function gateKey({ admission, open, gates, levelBy }: BoardItem): string {
  if (admission === 'refused') return NO_GATE.refused;
  if (open) return open.like;
  if (gates === 0) return NO_GATE.none;
  return levelBy === 'evidence' ? NO_GATE.unrecorded : NO_GATE.passed;
}

/** What a list of projects is grouped by, in keys. */
export function boardAttributes(items: readonly BoardItem[]) {
  const positions = new Map<string, number>();
  for (const item of items) {
    const key = gateKey(item);
    positions.set(key, Math.min(positions.get(key) ?? AFTER_GATES, item.open && key === item.open.like ? item.open.position : AFTER_GATES));
  }
  return [
    { id: 'gate', keysOf: (item) => [gateKey(item)], rankOf: (key) => positions.get(key) ?? AFTER_GATES },
    { id: 'kind', keysOf: ({ kind }) => [kind], rankOf: rankIn(vocabulary.PROJECT_KINDS) },
    { id: 'level', keysOf: ({ level }) => (level ? [level] : []), rankOf: rankIn(vocabulary.GATE_LEVELS) },
    { id: 'plans', keysOf: ({ plans }) => plans },
    { id: 'lead', keysOf: ({ lead }) => (lead ? [lead.id] : []) },
    { id: 'place', keysOf: ({ places }) => places.map(({ id }) => id) },
    { id: 'lacks', keysOf: lacksKeys },
    { id: 'slip', keysOf: ({ slipDays }) => (slipDays === null ? [] : [slipKey(slipDays)]), rankOf: rankIn(SLIPS) },
    { id: 'state', keysOf: ({ state }) => [state], rankOf: rankIn(STATE_ORDER) },
    { id: 'due', keysOf: ({ dueOn }) => (dueOn === null ? [] : [dueOn.slice(0, 4)]), rankOf: Number },
  ] as const satisfies readonly Attribute<BoardItem>[];
}

/** Later than any gate. */
const AFTER_GATES = 1e9;

function lacksKeys(item: BoardItem): readonly string[] {
  const key = gateKey(item);
  if (item.open === null || key !== item.open.like) return [key];
  if (item.lacks === null) return [];
  return item.lacks.length === 0 ? [LACKS_NOTHING] : item.lacks;
}

function slipKey(days: number): (typeof SLIPS)[number] {
  if (days <= 0) return '-none';
  if (days <= 30) return '-month';
  return days <= 90 ? '-quarter' : '-more';
}

/** What is missing at the open gate; null where no gate is open, and where it is not known. */
export function missingOf({ open, missing }: BoardItem): number | null {
  return open ? missing : null;
}

/** What a list of projects can be put in order by. */
export function boardOrders(language: Language) {
  const named = (thing: BoardItem['lead']): string | null => (thing ? (inLanguage(thing.name, language) ?? thing.id) : null);
  return [
    { id: 'name', orderOf: ({ project }) => named(project) },
    { id: 'kind', orderOf: ({ kind }) => vocabulary.PROJECT_KINDS.indexOf(kind) },
    { id: 'lead', orderOf: ({ lead }) => named(lead) },
    { id: 'gate', orderOf: ({ open }) => open?.position ?? null },
    { id: 'passed', orderOf: ({ passed, gates }) => (gates > 0 ? passed : null) },
    { id: 'missing', orderOf: missingOf },
    { id: 'last', orderOf: ({ lastPass }) => lastPass },
    { id: 'slip', orderOf: ({ slipDays }) => slipDays },
    { id: 'due', orderOf: ({ dueOn }) => dueOn },
  ] as const satisfies readonly Order<BoardItem>[];
}
