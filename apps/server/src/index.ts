export { courierSettings } from './courier/settings.ts';
export { limitsOf } from './http/limits.ts';
export type { DirectorySettings } from './people/directory.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
