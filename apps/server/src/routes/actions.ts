import { invariant } from '@westgate/base';
import type { AnswerOf, BodyRead, ParamsRead } from '@westgate/contract';
import { type Ask, act, type By } from '@westgate/desk';
import { ACTION_NAMES, type ActionName, actionNamed } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { callerReader, nameNow } from '../caller/caller.ts';
import { write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds every action, as its description says. */
export function addActions(app: FastifyInstance, office: Office): void {
  for (const name of ACTION_NAMES) addAction(app, office, name);
}

function addAction<N extends ActionName>(app: FastifyInstance, office: Office, name: N): void {
  const { makes, counts } = actionNamed(name);
  const { desk } = office;
  write(app, name, {
    act: async ({ params, body, idem }) => {
      const { who, reason, ...asked } = body as BodyRead<N> & Pick<By, 'who' | 'reason'>;
      const ask = { ...asked, ...(params as ParamsRead<N>) } as unknown as Ask<N>;
      const acting = { today: office.today(), reader: callerReader(), name: nameNow() ?? who };
      const { deed, made } = await act(desk, name, ask, { who, reason, idem }, acting);
      if (counts) return { seq: deed?.seq ?? desk.seq, count: deed?.changes.length ?? 0 } as AnswerOf<N>;
      invariant(deed, `${name} is a deed`);
      return (makes ? { seq: deed.seq, at: deed.at, id: made } : receiptOf(deed, null)) as AnswerOf<N>;
    },
  });
}
