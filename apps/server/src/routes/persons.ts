import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';

/** Adds the list of those who did deeds, and the erasing of one. */
export function addPersons(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'persons', { present: async () => ({ items: (await desk.persons()).map((person) => ({ ...person })) }) });
  write(app, 'erase-person', {
    act: async ({ params: { person }, body: { reason } }) => {
      const { deed, deeds, plainDeeds } = await desk.erasePerson(person, reason);
      return { seq: deed.seq, id: person, deeds, plainDeeds };
    },
  });
}
