import { districtSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { noParams, read } from '../http/route.ts';
import type { Office } from '../office.ts';
import type { UpkeepWatch } from '../upkeep-watch.ts';

/** Adds how the office stands with its backups and with drills of their restoring. */
export function addUpkeep(app: FastifyInstance, office: Office, upkeep: UpkeepWatch): void {
  read(app, office, '/upkeep', {
    summary: 'The last backup and the last drill of a restore that are known, and whether one is overdue',
    tag: 'office',
    params: noParams,
    query: noParams,
    answer: districtSchema.upkeep,
    isFresh: true,
    present: async () => {
      const { backup, drill, overdue, days } = await upkeep.look();
      return { backup, drill, overdue: [...overdue], days: { ...days } };
    },
  });
}
