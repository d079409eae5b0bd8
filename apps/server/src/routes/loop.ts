import { districtBegun } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import { readCalendars } from '../office/calendars.ts';
import type { Office } from '../office/office.ts';
import { exceptionsPage, todayIn } from '../present/today.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds the update loop: what is to be reported today, what wants looking at, the working calendars. */
export function addLoop(app: FastifyInstance, office: Office, calendarsFolder: string | null): void {
  const { desk } = office;
  read(app, office, 'today', {
    prepare: statesReady,
    isNoted: true,
    present: async (view, { query }) => ({ ...todayIn(view, query), begun: await districtBegun(desk) }),
  });
  read(app, office, 'exceptions', { prepare: statesReady, isNoted: true, present: (view, { query }) => exceptionsPage(view, query) });
  read(app, office, 'calendars', { present: () => readCalendars(calendarsFolder) });
}
