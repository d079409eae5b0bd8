export { courierSettings } from './courier/settings.ts';
export type { FaultCounts, Faults } from './faults.ts';
export { guardProcess } from './guard-process.ts';
export { limitsOf } from './http/limits.ts';
export type { DirectorySettings } from './people/directory.ts';
export { PERIODS, type Periods, periodsDividedBy } from './periods.ts';
export type { Restarts } from './restarts.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
