import { openDesk } from '@westgate/desk';
import { runsOf } from './draw-work.ts';

// A process with the folder that it is given open, in which a run works and another waits, until it is killed.
const desk = await openDesk({ dataDir: process.argv[2] ?? '' });
const runs = runsOf(desk, { tell: ({ progress }) => (progress?.share ? process.send?.('working') : undefined) });
await runs.open();
for (const seed of [1, 2]) await runs.start('draw', { seed, rounds: 1_200 }, { person: null, idem: undefined });
