import type { Command } from './terminal/command.ts';

interface Entry {
  readonly about: string;
  /** Loads the command alone: reading a plan text need not load the server. */
  load(): Promise<Command>;
}

/** Every command by name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Entry> = new Map([
  [
    'serve',
    { about: 'open the screens and the API in a browser on this machine', load: async () => (await import('./commands/serve.ts')).serve },
  ],
  [
    'import',
    {
      about: 'bring the state of a district folder into the data folder',
      load: async () => (await import('./commands/import.ts')).importCommand,
    },
  ],
  [
    'export',
    { about: 'write the current state as a district folder', load: async () => (await import('./commands/export.ts')).exportCommand },
  ],
  [
    'publish',
    { about: 'write the public pages as plain HTML, in one step', load: async () => (await import('./commands/publish.ts')).publish },
  ],
  [
    'plan',
    {
      about: 'read a plan text as sentences, compare two, or replace the one held',
      load: async () => (await import('./commands/plan.ts')).plan,
    },
  ],
  [
    'sheet',
    {
      about: 'read a task breakdown sheet, take it into the ledger, or write the ledger as one',
      load: async () => (await import('./commands/sheet.ts')).sheet,
    },
  ],
  [
    'oc4ids',
    {
      about: 'write the projects in the open standard OC4IDS, check such a document, or take one in',
      load: async () => (await import('./commands/oc4ids.ts')).oc4ids,
    },
  ],
  [
    'flood',
    {
      about: 'work out where water goes over ground: check a case, run it, compare two results',
      load: async () => (await import('./commands/flood.ts')).flood,
    },
  ],
  [
    'ground',
    {
      about: 'make ground ready for a flood case, from GeoTIFF, ASCII grids or tiles of a degree',
      load: async () => (await import('./commands/ground.ts')).ground,
    },
  ],
  [
    'coverage',
    {
      about: 'count what is linked, owned, dated and placed, and list what is not',
      load: async () => (await import('./commands/coverage.ts')).coverage,
    },
  ],
  [
    'report',
    {
      about: 'make a numbered report that stays as it was made, check one, save its papers',
      load: async () => (await import('./commands/report.ts')).report,
    },
  ],
  ['verify', { about: 'prove that no recorded deed was altered or lost', load: async () => (await import('./commands/verify.ts')).verify }],
  [
    'mend',
    {
      about: 'say what a damaged journal lacks, and write it again from what proves it',
      load: async () => (await import('./commands/mend.ts')).mend,
    },
  ],
  [
    'audit',
    {
      about: "write the journal's files, for an auditor to check without Westgate",
      load: async () => (await import('./commands/audit.ts')).audit,
    },
  ],
  [
    'backup',
    {
      about: 'copy a data folder, or a database, so that it can be restored',
      load: async () => (await import('./commands/backup.ts')).backup,
    },
  ],
  [
    'restore',
    {
      about: 'make a data folder, or fill an empty database, from a backup',
      load: async () => (await import('./commands/restore.ts')).restore,
    },
  ],
  [
    'people',
    {
      about: 'list those who have an account, or print a one-time link to take one up',
      load: async () => (await import('./commands/people.ts')).people,
    },
  ],
  ['person', { about: 'list those who did deeds, or erase one for good', load: async () => (await import('./commands/person.ts')).person }],
]);
