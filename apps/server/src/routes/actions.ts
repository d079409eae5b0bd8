import { invariant } from '@westgate/base';
import type { AnswerOf, BodyRead, ParamsRead } from '@westgate/contract';
import { type Ask, act, type By, type Idem, type RunRead } from '@westgate/desk';
import { ACTION_NAMES, type ActionName, actionNamed, type TakingOutAction } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { callerReader, nameNow } from '../caller/caller.ts';
import type { FloodArchives } from '../flood/flood-archives.ts';
import { change, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds every action, as its description says. */
export function addActions(app: FastifyInstance, office: Office, archives: FloodArchives): void {
  for (const name of ACTION_NAMES) {
    if (isTakingOut(name)) change(app, name, { act: (asked) => acted(office, archives, name, asked) });
    else write(app, name, { act: (asked) => acted(office, archives, name, asked) });
  }
}

function isTakingOut(name: ActionName): name is TakingOutAction {
  return actionNamed(name).takesOut === true;
}

/** An action as it is asked for. */
interface Asked<N extends ActionName> {
  readonly params: ParamsRead<N>;
  readonly body: BodyRead<N>;
  readonly idem: Idem | undefined;
  /** The revision of its record that was read, where it takes that out. */
  readonly rev?: number;
}

async function acted<N extends ActionName>(
  office: Office,
  archives: FloodArchives,
  name: N,
  { params, body, idem, rev }: Asked<N>,
): Promise<AnswerOf<N>> {
  const { counts, opens } = actionNamed(name);
  const { desk } = office;
  const { who, reason, ...asked } = body as BodyRead<N> & Pick<By, 'who' | 'reason'>;
  const ask = { ...asked, ...(params as ParamsRead<N>) } as unknown as Ask<N>;
  const acting = { today: office.today(), reader: callerReader(), name: nameNow() ?? who, rev, ran: await ranOf(archives, name, asked) };
  const { deed, made, secret, told } = await act(desk, name, ask, { who, reason, idem }, acting);
  if (counts) return { seq: deed?.seq ?? desk.seq, count: deed?.changes.length ?? 0 } as AnswerOf<N>;
  invariant(deed, `${name} is a deed`);
  const [id = null] = made;
  const link = secret === null || opens === undefined ? null : opens.replace(':secret', () => secret);
  // Of this goes out what the schema of the answer names.
  return { ...receiptOf(deed, id), id, ids: made, link, ...told } as AnswerOf<N>;
}

/** What the run tells that an action names, for one that adopts it. */
async function ranOf(archives: FloodArchives, name: ActionName, asked: object): Promise<RunRead | null> {
  return name === 'adopt-flood-run' && 'run' in asked ? archives.ran(String(asked.run)) : null;
}
