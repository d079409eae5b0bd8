import { planReadJson } from '@westgate/desk';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, UsageError } from '../terminal/command.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';

export const plan: Command = {
  name: 'plan',
  usage:
    'read FILE | draft FILE | compare OLD NEW | replace DOCUMENT FILE [FILE] [--json] [--text] [--year YEAR] [--dry-run] [--wording WORD] [--who NAME] [--reason TEXT] [--data DIR]',
  help: `Works on plan texts: .txt, .md or .docx files in Chinese or English.

read FILE lists its sentences with their ids. --json gives {language, sentences: [{id, start, end, text}]}; start and end are bytes of the
file's UTF-8 text (for .docx, and for text in another encoding, of what --text prints). Needs no data folder.

draft FILE reads drafts of commitments from it by rules and a vocabulary; a person decides which to take. --json gives {drafts: [{sentence, start,
end, verbClass, department?, place?, date?, number?, unit?, rules}], narrative: [{sentence, rule}]}; start and end as for read, of the clause, and
in each field and rule of its own words. Names are those of --district FOLDER, else of the data folder where there is one. Nothing is stored.

compare OLD NEW tells what became of each sentence of OLD in NEW. OLD is a file, or a document of the data folder. --json gives {kept: [{id}],
reworded: [{id, revision}], split, merged, added, removed}; each names sentences of NEW by their id there, with start and end as for read. The ids
of OLD are those of the data folder where OLD is the text of a document held there, else those that read gives. Nothing is stored.

replace DOCUMENT FILE puts the text of FILE (or of two files, one in each language) in place of a document's, as one deed that can be taken
back. Sentences that are kept or reworded keep their id and all that hangs on it; of every other one a question is put.`,
  options: {
    ...FOLDER_OPTIONS,
    text: { type: 'boolean' },
    year: { type: 'string' },
    'dry-run': { type: 'boolean' },
    wording: { type: 'string' },
    who: { type: 'string' },
    reason: { type: 'string' },
  },
  optionHelp: {
    text: 'read: print the plain text that the offsets count in',
    'year YEAR': 'draft: the year that "this year" and the like mean',
    'dry-run': 'replace: tell what would happen and store nothing',
    'wording WORD': 'replace: official or rendering, where that changes',
    'who NAME': 'replace: who does it (default: westgate)',
    'reason TEXT': 'replace: why',
    ...FOLDER_HELP,
  },
  async run(input) {
    const [verb, ...words] = input.words;
    switch (verb) {
      case 'read':
        return read(input, words);
      case 'draft': {
        const { draftPlanFile } = await import('../plan/draft.ts');
        const [file] = exactly(words, 1, 'the file to read drafts from');
        return draftPlanFile(input, file ?? '');
      }
      case 'compare': {
        const { comparePlans } = await import('../plan/compare.ts');
        const [old, fresh] = exactly(words, 2, 'the old text and the new one');
        return comparePlans(input, old ?? '', fresh ?? '');
      }
      case 'replace': {
        const { replacePlan } = await import('../plan/replace.ts');
        if (words.length < 2 || words.length > 3) throw new UsageError('expected the document and one file, or two in two languages');
        return replacePlan(input, words[0] ?? '', words.slice(1));
      }
      default:
        throw new UsageError(
          `expected "read FILE", "draft FILE", "compare OLD NEW" or "replace DOCUMENT FILE"${verb ? `, got "${verb}"` : ''}`,
        );
    }
  },
};

async function read(input: Input, words: readonly string[]): Promise<number> {
  const [file = ''] = exactly(words, 1, 'the file to read');
  if (input.options.text && input.options.json) throw new UsageError('give --json or --text, not both');
  const reading = await readPlanFile(file);
  if (input.options.text) process.stdout.write(reading.text);
  else if (input.options.json) sayJson(planReadJson(reading));
  else {
    say(aligned(reading.sentences.map(({ id, text }) => [id, text.replace(/\s+/g, ' ')])));
    say(`${counted(reading.sentences.length, 'sentence')}, language ${reading.language}, encoding ${reading.encoding}`);
  }
  return EXIT.ok;
}

function exactly(words: readonly string[], count: number, what: string): readonly string[] {
  if (words.length < count) throw new UsageError(`expected ${what}`);
  if (words.length > count) throw new UsageError(`expected only ${what}, got also "${words.slice(count).join(' ')}"`);
  return words;
}
