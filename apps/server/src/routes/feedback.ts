import { WestgateError } from '@westgate/base';
import type { FeedbackSender } from '@westgate/contract';
import { keptOf, policy, type Row } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { callerReader } from '../caller/caller.ts';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { missing } from '../present/thing.ts';

const NOT_ALLOWED = {
  zh: '只有答复单位和可以改所有记录的人能看反馈人',
  en: 'expected a role that may update this feedback, to see who wrote it',
};

/** Adds who wrote feedback, for who may answer it. */
export function addFeedback(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'feedback-sender', {
    present: async ({ register }, { params: { id } }): Promise<FeedbackSender> => {
      const shown: ReadonlyMap<string, unknown> = register.feedback;
      const rows: ReadonlyMap<string, Row<'feedback'>> = desk.register.feedback;
      const row = rows.get(id);
      if (!row || !shown.has(id)) throw missing('feedback', id);
      const reader = callerReader();
      const [own] = keptOf(desk.register, 'feedback', row);
      if (reader && !(own && policy.mayTouch(reader, 'update', own))) throw new WestgateError('WG_NOT_ALLOWED', NOT_ALLOWED);
      if (row.contact === null) return { id, standing: 'left', person: null, name: null, reach: null };
      const sender = await desk.people.senders.of(row.contact);
      if (sender === null) return { id, standing: 'erased', person: row.contact, name: null, reach: null };
      return { id, standing: 'known', person: row.contact, name: sender.name, reach: sender.reach || null };
    },
  });
}
