import { districtSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, noWords } from '../terminal/command.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

export const verify: Command = {
  name: 'verify',
  usage: '[--json] [--data DIR] [--district FOLDER]',
  help: `Follows the journal's chain of hashes from the first deed to the last, replays it, and compares the result with the
database. Exit code 1 when any check fails.`,
  options: FOLDER_OPTIONS,
  optionHelp: FOLDER_HELP,
  async run(input) {
    noWords(input);
    const asJson = input.options.json === true;
    const progress = progressOf(2, asJson);
    progress.step('opening the data folder');
    try {
      const office = await openOffice(foldersOf(input));
      try {
        progress.step('following the chain');
        const report = districtSchema.verifyAnswer.parse(await office.post('/api/v1/verify', {}));
        progress.stop();
        if (asJson) sayJson(report);
        else {
          say(aligned(report.checks.map(({ name, ok, detail }) => [ok ? 'ok' : 'FAILED', name, detail])));
          say(`${counted(report.deeds, 'deed')}, head ${report.head.seq} ${report.head.hash}: ${report.ok ? 'sound' : 'DAMAGED'}`);
        }
        return report.ok ? EXIT.ok : EXIT.failed;
      } finally {
        await office.close();
      }
    } finally {
      progress.stop();
    }
  },
};
