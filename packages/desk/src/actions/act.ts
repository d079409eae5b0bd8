import { invariant, WestgateError } from '@westgate/base';
import { type ActionName, actionNamed, type Register, recordsAsked, soundRegister, type TableName, verbOf } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Ask, AskedAt, DeedsBefore } from '../deeds/ask.ts';
import { type Authorship, authorsDeed } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import { rowAsRead } from '../deeds/conflict.ts';
import { type Changing, madeIn, toldChanges, type Work, type Writing } from '../deeds/work.ts';
import { newSecret } from '../people/secret.ts';
import { AUTHORED, PLANS, TOLD } from './plans.ts';

/** An action that was done: its deed, null where one that counts found nothing to change. */
export interface Acted {
  readonly deed: Deed | null;
  /** The ids of the records it made, of the kind that it makes. */
  readonly made: readonly string[];
  /** The secret of the link that it made; null where it makes none, and where the same request told it before. */
  readonly secret: string | null;
  /** What it tells beside. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** The day on which an action is done, and by whom; `rev`: the revision of its record that was read, where it takes that out; `ran`: what the run that it names tells. */
export type Acting = Pick<AskedAt, 'today' | 'reader'> & {
  readonly name: string;
  readonly rev?: number | undefined;
  readonly ran?: AskedAt['ran'];
};

/**
 * Does an action as one deed. Throws what its plan throws; `WG_INPUT_INVALID` where it would change nothing, but counts; `WG_STALE_RECORD` where the row
 * whose author it asks for changed in the moment in which that was looked up, and where the record was changed since it was read.
 */
export async function act<N extends ActionName>(
  desk: Authorship & DeedsBefore & Writing,
  name: N,
  ask: Omit<Ask<N>, 'reason'>,
  by: By,
  { today, reader, name: called, rev, ran = null }: Acting,
): Promise<Acted> {
  const { makes, counts, opens } = actionNamed(name);
  const asked = { ...ask, reason: by.reason ?? '' } as Ask<N>;
  const authored = (register: Register): readonly [TableName, string] | null => AUTHORED[name]?.(register, asked) ?? null;
  const row = authored(desk.register);
  const known = rowOf(desk.register, row);
  const author = row && (await authorsDeed(desk, ...row));
  const work: Work<Changing & { readonly secret: string | null }> = {
    verb: verbOf(name, asked),
    about: recordsAsked(name, asked),
    async on(register, seq) {
      const secret = opens === undefined ? null : newSecret();
      const doer = { id: by.who, name: called };
      const plan = await PLANS[name](register, asked, { today, seq, reader, author, secret, doer, before: desk, ran });
      if (rev !== undefined)
        for (const [table, key] of recordsAsked(name, asked)) await rowAsRead(desk, register, { table, key, rev }, reader);
      const sound = soundRegister(register);
      if (rowOf(sound, authored(sound)) !== known) throw changedMeanwhile();
      return { ...plan, secret };
    },
    // Only the first answer tells it: nobody knows it any more.
    told: (deed) => ({ ...toldChanges(deed), secret: null }),
  };
  const { deed, secret } = await desk.write(work, by);
  invariant(deed || counts, `${name} is a deed: its plan refuses what changes nothing`);
  const made = makes === undefined || !deed ? [] : madeIn(deed.changes, makes);
  return { deed, made, secret, told: (deed && TOLD[name]?.(deed, asked)) ?? {} };
}

function rowOf(register: Register, row: readonly [TableName, string] | null): unknown {
  return row && register[row[0]].get(row[1]);
}

function changedMeanwhile(): WestgateError {
  const message = { zh: '刚刚又有改动，请再看一遍', en: 'what this rests on was changed meanwhile; look at it again' };
  return new WestgateError('WG_STALE_RECORD', message);
}
