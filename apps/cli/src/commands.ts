import type { Command } from './command.ts';
import { coverage } from './commands/coverage.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { plan } from './commands/plan.ts';
import { serve } from './commands/serve.ts';
import { verify } from './commands/verify.ts';

/** Every command: serve, import, export, plan, coverage, verify. */
export const COMMANDS: readonly Command[] = [serve, importCommand, exportCommand, plan, coverage, verify];
