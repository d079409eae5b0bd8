import { invariant, WestgateError } from '@westgate/base';
import { type ActionName, actionNamed, type Register, soundRegister, type TableName, verbOf } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { type Authorship, authorsDeed } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import { aboutRecord, type Changing, madeIn, toldChanges, type Work, type Writing } from '../deeds/work.ts';
import { AUTHORED, PLANS } from './plans.ts';

/** An action that was done: its deed, null where one that counts found nothing to change; and the id of the record it made, null where it makes none. */
export interface Acted {
  readonly deed: Deed | null;
  readonly made: string | null;
}

/** The day on which an action is done, and by whom. */
export type Acting = Pick<AskedAt, 'today' | 'reader'> & { readonly name: string };

/**
 * Does an action as one deed. Throws what its plan throws; `WG_INPUT_INVALID` where it would change nothing, but counts; `WG_STALE_RECORD` where the row
 * whose author it asks for changed in the moment in which that was looked up.
 */
export async function act<N extends ActionName>(
  desk: Authorship & Writing,
  name: N,
  ask: Omit<Ask<N>, 'reason'>,
  by: By,
  { today, reader, name: called }: Acting,
): Promise<Acted> {
  const { makes, counts } = actionNamed(name);
  const asked = { ...ask, reason: by.reason ?? '' } as Ask<N>;
  const authored = (register: Register): readonly [TableName, string] | null => AUTHORED[name]?.(register, asked) ?? null;
  const row = authored(desk.register);
  const known = rowOf(desk.register, row);
  const author = row && (await authorsDeed(desk, ...row));
  const work: Work<Changing> = {
    verb: verbOf(name, asked),
    about: aboutOf(name, asked),
    on(register, seq) {
      const plan = PLANS[name](register, asked, { today, seq, reader, author, doer: { id: by.who, name: called } });
      const sound = soundRegister(register);
      if (rowOf(sound, authored(sound)) !== known) throw changedMeanwhile();
      return plan;
    },
    told: toldChanges,
  };
  const { deed } = await desk.write(work, by);
  invariant(deed || counts, `${name} is a deed: its plan refuses what changes nothing`);
  return { deed, made: makes === undefined || !deed ? null : (madeIn(deed.changes, makes)[0] ?? null) };
}

function rowOf(register: Register, row: readonly [TableName, string] | null): unknown {
  return row && register[row[0]].get(row[1]);
}

/** The records an action is about: the one it is done to, else those that it names. */
function aboutOf<N extends ActionName>(name: N, ask: Ask<N>): NonNullable<Work<Changing>['about']> {
  const { on } = actionNamed(name);
  const { id, subjectKind, subjectId, subjects = [] } = ask as Partial<Ask<'take-step'> & Ask<'write-comment'> & Ask<'name-owner'>>;
  if (on !== null && id !== undefined) return [[on, id]];
  if (subjectKind !== undefined && subjectId !== undefined) return aboutRecord(subjectKind, subjectId);
  return subjects.map((each) => [each.kind, each.id] as const);
}

function changedMeanwhile(): WestgateError {
  const message = { zh: '刚刚又有改动，请再看一遍', en: 'what this rests on was changed meanwhile; look at it again' };
  return new WestgateError('WG_STALE_RECORD', message);
}
