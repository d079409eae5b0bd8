import type { Said } from '@westgate/base';
import { type Row, vocabulary } from '@westgate/domain';
import type { Ground } from './check.ts';
import { idOfHeld, NOTHING, oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What the meaning of a term may be, by its kind, where it is one of a few words. An empty word stands for no meaning. */
const MEANINGS: { readonly [kind in Row<'term'>['kind']]?: readonly string[] } = {
  verb: ['', ...vocabulary.VERB_CLASSES, ...vocabulary.VERB_CLASSES.map((verbClass) => `${verbClass}?`)],
  'verb-noun': vocabulary.VERB_CLASSES,
  'verb-object': vocabulary.VERB_CLASSES,
  'verb-modifier': ['', 'attribute', ...vocabulary.VERB_CLASSES],
  'target-verb': ['', 'state'],
  promise: ['', 'noun', 'aim'],
  purpose: ['', 'ing'],
  connective: [''],
  preposition: ['means', 'object'],
  past: [''],
  section: ['review', 'plan'],
  qualifier: vocabulary.QUALIFIERS,
  'department-ending': [''],
  'place-ending': ['', 'common'],
};
/** `month=6`, `part=Q1`, `edge=by`, `year+1`, `period=2026/2030`. */
const DATE_PART =
  /^(?:month=(?:[1-9]|1[0-2])|part=(?:Q[1-4]|H[12]|start|mid|end)|edge=(?:by|in|before|within|since)|year\+\d|period=\d{4}\/\d{4}|glue)$/;

const DATE_PART_SAID: Said = {
  zh: '日期词的含义，如 month=6、part=Q1 或 edge=by',
  en: 'a part of a date such as month=6, part=Q1 or edge=by',
};
const VERB: Said = { zh: '它所变形的动词', en: 'the verb it is a form of' };
const UNIT_CODE: Said = { zh: '计量单位代号', en: 'a unit code' };

/** What must hold of the district's terms: each means something that its kind allows, and names point to records that are there. */
export function checkTerms(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'term', ['kind', 'meaning'])) {
    const meaning = row.meaning ?? '';
    switch (row.kind) {
      case 'department':
      case 'place': {
        const known = tables[row.kind].keys.has(meaning) || tables[row.kind].mayHold(meaning);
        if (!known) faults.add('unknown-reference', at, 'meaning', idOfHeld(row.kind), meaning);
        break;
      }
      case 'verb-form':
      case 'amount-unit':
        if (meaning === '') faults.add('missing-value', at, 'meaning', row.kind === 'verb-form' ? VERB : UNIT_CODE, '');
        break;
      case 'scale':
      case 'numeral':
        if (!/^\d+(?:\.\d+)?$/.test(meaning))
          faults.add('bad-number', at, 'meaning', { zh: '数，如 10000', en: 'a number such as 10000' }, meaning);
        break;
      case 'date-part':
        if (!DATE_PART.test(meaning)) faults.add('unknown-word', at, 'meaning', DATE_PART_SAID, meaning);
        break;
      default: {
        const allowed = MEANINGS[row.kind] ?? [];
        const words = allowed.filter((word) => word !== '');
        if (!allowed.includes(meaning)) faults.add('unknown-word', at, 'meaning', words.length === 0 ? NOTHING : oneOf(words), meaning);
      }
    }
  }
}
