import type { AnswerOf, BodyRead, ParamsRead } from '@westgate/contract';
import { type Ask, act, type By } from '@westgate/desk';
import { ACTION_NAMES, type ActionName, actionNamed } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds every action on a record, as its description says. */
export function addActions(app: FastifyInstance, office: Office): void {
  for (const name of ACTION_NAMES) addAction(app, office, name);
}

function addAction<N extends ActionName>(app: FastifyInstance, office: Office, name: N): void {
  const { makes } = actionNamed(name);
  write(app, name, {
    act: async ({ params, body, idem }) => {
      const { who, reason, ...asked } = body as BodyRead<N> & Pick<By, 'who' | 'reason'>;
      const ask = { ...asked, ...(params as ParamsRead<N>) } as unknown as Ask<N>;
      const { deed, made } = await act(office.desk, name, ask, { who, reason, idem }, office.today());
      const { seq, at } = deed;
      return (makes ? { seq, at, id: made } : receiptOf(deed, null)) as AnswerOf<N>;
    },
  });
}
