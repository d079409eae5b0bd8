import { keyOf } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of the questions of a replaced text: what they ask for is there, and what they propose stands in the text. */
export function checkQuestions(tables: LoadedTables, faults: FaultList): void {
  const sentences = new Map(rowsWith(tables, 'sentence', ['id', 'document', 'in_text']).map(({ row }) => [String(row.id), row]));
  const mentions = new Set(rowsWith(tables, 'mention', ['sentence', 'thing_kind', 'thing_id']).map(({ row }) => keyOf('mention', row)));
  const columns = ['document', 'kind', 'sentence', 'candidates', 'commitment', 'mention_kind', 'mention_id'] as const;
  for (const { row, at } of rowsWith(tables, 'text_question', columns)) {
    for (const candidate of row.candidates) {
      const sentence = sentences.get(candidate);
      if (sentence?.document === row.document || (!sentence && tables.sentence.mayHold(candidate))) continue;
      faults.add('unknown-reference', at, 'candidates', `sentences of ${row.document}`, candidate);
    }
    if ((row.kind === 'clause') !== (row.commitment !== null)) {
      faults.add('missing-value', at, 'commitment', row.kind === 'clause' ? 'the commitment' : 'nothing', row.commitment ?? '');
    }
    const mention = row.mention_id === null ? null : `${row.sentence}|${row.mention_kind}|${row.mention_id}`;
    if ((row.kind === 'phrase') !== (mention !== null)) {
      faults.add(
        'missing-value',
        at,
        'mention_id',
        row.kind === 'phrase' ? 'the thing that is mentioned' : 'nothing',
        row.mention_id ?? '',
      );
    } else if (mention !== null && !mentions.has(mention) && tables.mention.isComplete) {
      faults.add('unknown-reference', at, 'mention_id', 'a thing that the sentence mentions', mention);
    }
  }
}
