import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { planReadJson, readPlanText } from '@westgate/desk';
import { type Command, EXIT, type Input, UsageError } from '../command.ts';
import { aligned, counted, say, sayJson } from '../print.ts';

export const plan: Command = {
  name: 'plan',
  usage: 'read FILE [--json | --text]',
  help: `Reads a .txt, .md or .docx file in Chinese or English and lists its sentences with their ids.
--json gives {language, sentences: [{id, start, end, text}]}; start and end are bytes of the file's UTF-8 text (for .docx, and for
text in another encoding, of what --text prints). Needs no data folder.`,
  options: { text: { type: 'boolean' } },
  optionHelp: { text: 'print the plain text that the offsets count in' },
  async run(input) {
    const file = fileOf(input);
    if (input.options.text && input.options.json) throw new UsageError('give --json or --text, not both');
    const reading = await readPlanText(await readFile(file), basename(file));
    if (input.options.text) process.stdout.write(reading.text);
    else if (input.options.json) sayJson(planReadJson(reading));
    else {
      say(aligned(reading.sentences.map(({ id, text }) => [id, text.replace(/\s+/g, ' ')])));
      say(`${counted(reading.sentences.length, 'sentence')}, language ${reading.language}, encoding ${reading.encoding}`);
    }
    return EXIT.ok;
  },
};

function fileOf(input: Input): string {
  const [verb, file, ...more] = input.words;
  if (verb !== 'read') throw new UsageError(`expected "read FILE"${verb ? `, got "${verb}"` : ''}`);
  if (file === undefined) throw new UsageError('expected the file to read');
  if (more.length > 0) throw new UsageError(`expected one file, got also "${more.join(' ')}"`);
  return file;
}
