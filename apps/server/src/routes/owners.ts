import { handOver, nameOwner } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { colleaguesKnown } from '../present/colleagues.ts';

/** Adds who answers for records in person: naming someone, handing everything over, and the names of those who may be named. */
export function addOwners(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'colleagues', { present: async () => ({ items: await colleaguesKnown(desk.people) }) });
  write(app, 'name-owner', {
    act: async ({ body: { who, reason, person, subjects }, idem }) => {
      const { deed, changes } = await desk.write(nameOwner(subjects, person), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, count: changes.length };
    },
  });
  write(app, 'hand-over', {
    act: async ({ body: { who, reason, from, to }, idem }) => {
      const { deed, changes } = await desk.write(handOver(from, to), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, count: changes.length };
    },
  });
}
