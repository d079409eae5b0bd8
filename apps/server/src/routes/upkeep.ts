import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import type { UpkeepWatch } from '../running/upkeep-watch.ts';

/** Adds how the office stands with its backups and with drills of their restoring. */
export function addUpkeep(app: FastifyInstance, office: Office, upkeep: UpkeepWatch): void {
  read(app, office, 'upkeep', {
    isNoted: true,
    present: async () => {
      const { backup, drill, overdue, days } = await upkeep.look();
      return { backup, drill, overdue: [...overdue], days: { ...days } };
    },
  });
}
