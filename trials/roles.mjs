// Plays every role but the one that may change everything, on the screens with acts, and presses what is offered. `npm run trial:roles`.
import { spawnSync } from 'node:child_process';

const ROLES = 'reader,auditor,department-member,department-lead,system-administrator,security-administrator';
const { status } = spawnSync(process.execPath, ['--liftoff-only', '--test', 'e2e/dist/roles.test.js'], {
  env: { ...process.env, WESTGATE_ROLES: ROLES },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
