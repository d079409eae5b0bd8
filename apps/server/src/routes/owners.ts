import { ownersSchema } from '@westgate/contract';
import { handOver, nameOwner } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { colleaguesKnown } from '../present/colleagues.ts';

/** Adds who answers for records in person: naming someone, handing everything over, and the names of those who may be named. */
export function addOwners(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/colleagues', {
    summary: 'People with an account by name: all for those who may see persons, else those of the own department',
    tag: 'owners',
    params: noParams,
    query: noParams,
    answer: ownersSchema.colleagues,
    isFresh: true,
    present: async () => ({ items: await colleaguesKnown(desk.people) }),
  });
  write(app, '/owners', {
    summary: 'Name the person who answers for these records within their department, or nobody any more, as one deed',
    tag: 'owners',
    params: noParams,
    body: ownersSchema.ownersRequest,
    answer: ownersSchema.ownersReceipt,
    errors: ['WG_NOT_FOUND'],
    act: async ({ body: { who, reason, person, subjects }, idem }) => {
      const { deed, changes } = await desk.write(nameOwner(subjects, person), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, count: changes.length };
    },
  });
  write(app, '/owners/hand-over', {
    summary: 'Hand everything one person answers for over to another of the same department, as one deed',
    tag: 'owners',
    params: noParams,
    body: ownersSchema.handOverRequest,
    answer: ownersSchema.ownersReceipt,
    act: async ({ body: { who, reason, from, to }, idem }) => {
      const { deed, changes } = await desk.write(handOver(from, to), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, count: changes.length };
    },
  });
}
