import { personSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';

const personParam = z.object({ person: z.string().regex(/^p-[0-9a-f]{16}$/, 'expected the id of a person, p- and 16 hex digits') });

/** Adds the list of those who did deeds, and the erasing of one. */
export function addPersons(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/persons', {
    summary: 'Everyone who did deeds',
    tag: 'persons',
    params: noParams,
    query: z.strictObject({}),
    answer: personSchema.persons,
    present: async () => ({ items: (await desk.persons()).map((person) => ({ ...person })) }),
  });
  write(app, '/persons/:person/erase', {
    summary: 'Erase a person for good: the deeds stay, nobody can tell any more who did them',
    tag: 'persons',
    params: personParam,
    body: personSchema.eraseRequest,
    answer: personSchema.erasure,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
    act: async ({ params: { person }, body: { reason } }) => {
      const { deed, deeds, plainDeeds } = await desk.erasePerson(person, reason);
      return { seq: deed.seq, id: person, deeds, plainDeeds };
    },
  });
}
