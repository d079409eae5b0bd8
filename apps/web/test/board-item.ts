import type { Thing } from '@westgate/contract';
import type { BoardItem } from '../src/screens/programme/board/level-model.ts';

/** A record by its id, which is its name too. */
export function thing<Kind extends Thing['kind']>(kind: Kind, id: string) {
  return { kind, id, name: { zh: id, en: id } } as const;
}

/** A project of the board of which nothing is known but that its first gate is open. */
export function boardItem(id: string, over: Partial<BoardItem> = {}): BoardItem {
  return {
    project: thing('project', id),
    kind: 'park',
    lead: null,
    admission: null,
    passed: 0,
    reopened: 0,
    gates: 2,
    open: { id: 'park-1', like: 'check', position: 1, name: { zh: null, en: null } },
    missing: 0,
    lacks: [],
    lastPass: null,
    stage: { passed: null, shown: null, unrecorded: 'none', withheld: false },
    level: null,
    levelBy: 'nothing',
    levelSince: null,
    waits: [],
    waitsFor: null,
    slipDays: null,
    why: [],
    ...over,
  };
}
