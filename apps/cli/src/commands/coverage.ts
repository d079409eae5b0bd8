import { isDay } from '@westgate/base';
import { type Coverage, districtSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, noWords, textOption, UsageError } from '../terminal/command.ts';
import { aligned, say, sayJson } from '../terminal/print.ts';

export const coverage: Command = {
  name: 'coverage',
  usage: '[--as-of DAY] [--json] [--data DIR] [--district FOLDER]',
  help: `Prints how many sentences are linked or narrative, which commitments lack a verb class, owner, due date or place,
and where each thing stands. Exit code 0 whatever the counts are.`,
  options: { ...FOLDER_OPTIONS, 'as-of': { type: 'string' } },
  optionHelp: { 'as-of DAY': 'the day states are computed for (default: today)', ...FOLDER_HELP },
  async run(input) {
    noWords(input);
    const asOf = textOption(input, 'as-of');
    if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`--as-of expects a day such as 2024-12-31, got "${asOf}"`);
    const office = await openOffice(foldersOf(input));
    try {
      const found = districtSchema.coverage.parse(await office.get(`/api/v1/coverage${asOf ? `?asOf=${asOf}` : ''}`));
      const answer = { ...found, gaps: await allGaps(office, found) };
      if (input.options.json) sayJson(answer);
      else say(inWords(answer));
      return EXIT.ok;
    } finally {
      await office.close();
    }
  },
};

/** Every gap: the coverage of a large district names only the first of each. */
async function allGaps(office: Office, { gapCounts, gaps: first, asOf }: Coverage): Promise<Coverage['gaps']> {
  const total = Object.values(gapCounts).reduce((sum, each) => sum + each.total, 0);
  if (first.length === total) return first;
  const gaps: Coverage['gaps'] = [];
  for (const gap of Object.keys(gapCounts)) {
    let after = '';
    do {
      const page = districtSchema.gapPage.parse(await office.get(`/api/v1/gaps?gap=${gap}&asOf=${asOf}&limit=500${after}`));
      gaps.push(...page.items);
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
  }
  return gaps;
}

function inWords(answer: Coverage): string {
  const { sentences, commitments, things, projects, states, open } = answer;
  const counts = aligned([
    ['Sentences', String(sentences.total), `${sentences.linked} linked, ${sentences.narrative} narrative, ${sentences.unlinked} neither`],
    [
      'Commitments',
      String(commitments.total),
      `without verb class ${commitments.withoutVerbClass}, owner ${commitments.withoutOwner}, due date ${commitments.withoutDueDate}, place ${commitments.withoutPlace}`,
    ],
    ['Things', String(things.total), `${things.placed} placed, ${things.notKnown} not known where, ${things.noPlace} have no place`],
    [
      'Projects',
      String(projects.total),
      `${projects.servingNoSentence} serve no sentence; without owner ${projects.withoutOwner}, due date ${projects.withoutDueDate}`,
    ],
    [
      'Measures',
      '',
      `${open.commitmentsWithoutMeasure} commitments without a measure, ${open.unmeasurable} unmeasurable, ${open.sentencesWithoutCommitment} sentences name things without a commitment`,
    ],
    [
      'States',
      '',
      Object.entries(states)
        .map(([name, count]) => `${count} ${name}`)
        .join(', '),
    ],
  ]);
  const gaps = answer.gaps.map(({ thing, gap, reason }) => [thing.kind, thing.id, gap, reason.en ?? reason.zh ?? '']);
  return `As of ${answer.asOf}, after deed ${answer.seq}\n\n${counts}\n\nOpen (${gaps.length})\n${aligned(gaps, '  ')}`;
}
