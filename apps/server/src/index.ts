export { limitsOf } from './http/limits.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
