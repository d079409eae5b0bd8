import { type TextReport, textSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { EXIT, type Input, textOption, UsageError } from '../terminal/command.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';
import { readPlanFile } from './read-plan-file.ts';

/** Puts the text of one file, or of two in two languages, in place of the text of a document. */
export async function replacePlan(input: Input, document: string, files: readonly string[]): Promise<number> {
  const texts: Record<string, string> = {};
  for (const file of files) {
    const { language, text } = await readPlanFile(file);
    if (texts[language] !== undefined) throw new UsageError(`expected two files in two languages, both are in ${language}`);
    texts[language] = text;
  }
  const body = {
    ...texts,
    wording: textOption(input, 'wording'),
    dryRun: input.options['dry-run'] === true,
    who: textOption(input, 'who') ?? 'westgate',
    reason: textOption(input, 'reason') ?? `plan replace ${document}`,
  };
  const office = await openOffice(foldersOf(input));
  try {
    const answer = await office.post(`/api/v1/documents/${encodeURIComponent(document)}/text`, body);
    const report = textSchema.textReport.parse(answer);
    if (input.options.json) sayJson(report);
    else say(inWords(report));
    return EXIT.ok;
  } finally {
    await office.close();
  }
}

function inWords({ kept, reworded, split, merged, added, removed, links, questionCount, stored, seq }: TextReport): string {
  const rows = [
    ['kept', String(kept.length), ''],
    ['reworded', String(reworded.length), reworded.map(({ id, revision }) => `${id} (revision ${revision})`).join(', ')],
    ['split', String(split.length), split.map(({ id, into }) => `${id} into ${into.join(' and ')}`).join(', ')],
    ['merged', String(merged.length), merged.map(({ ids, into }) => `${ids.join(' and ')} into ${into}`).join(', ')],
    ['added', String(added.length), added.map(({ id }) => id).join(', ')],
    ['removed', String(removed.length), removed.map(({ id }) => id).join(', ')],
  ];
  const linked = `${counted(links.before, 'link')} before: ${links.kept} kept, ${links.queued} asked for in ${counted(questionCount, 'question')}.`;
  const done = stored
    ? `Stored as deed ${seq}.`
    : questionCount + reworded.length + added.length === 0
      ? 'Nothing differs.'
      : 'Nothing was stored.';
  return `${aligned(rows)}\n${linked}\n${done}`;
}
