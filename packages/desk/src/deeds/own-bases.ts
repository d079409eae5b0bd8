import { type Bilingual, type DayString, type Language, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  type Change,
  nounOf,
  type Reader,
  type Register,
  type Row,
  sayDay,
  sayNoSource,
  TABLES,
  withOwnBasis,
} from '@westgate/domain';
import type { SaidChange } from './said-change.ts';

const NONE: ReadonlySet<string> = new Set();
/** What is expected where the table demands a source. */
const SOURCE_SAID = {
  zh: '随新值一起写明出处；出处没变也要写',
  en: 'where the new value was read, said with it; the same where it says so too',
};

/** Who changes a value, as that is told beside it: the department, never the person. */
export interface Changer {
  /** What who does it may do; null without an account. */
  readonly reader: Reader | null;
  readonly on: DayString;
}

/**
 * Changes in which no old basis stands beside a new value, whatever way they came: what is not said anew is emptied, and the words of the basis
 * tell who changed it, without a source. A commitment that goes to a sentence of another plan was named by a text that it left: its bases are said anew
 * as well. Throws `WG_INPUT_INVALID` where the table demands a source and none is said.
 */
export function ownBases(register: Register, changes: readonly SaidChange[], by: () => Changer): readonly Change[] {
  return changes.map(({ table, key, before, after, said = NONE }) => {
    if (before === null || after === null) return { table, key, before, after };
    const isElsewhere = table === 'commitment' && isOfAnotherPlan(register, changes, before, after);
    const { row, missing } = withOwnBasis(table, before, after, said, () => unsourced(register, by()), isElsewhere);
    if (missing.length > 0) throw demanded({ table, key }, missing);
    return { table, key, before, after: row };
  });
}

function isOfAnotherPlan(register: Register, changes: readonly Change[], before: AnyRow, after: AnyRow): boolean {
  if (before.sentence === after.sentence) return false;
  const sentences: ReadonlyMap<string, AnyRow> = register.sentence;
  const made = changes.find(({ table, key }) => table === 'sentence' && key === after.sentence)?.after;
  return sentences.get(String(before.sentence))?.document !== (made ?? sentences.get(String(after.sentence)))?.document;
}

/** Who changed a value, and that no source is known, in the languages of the district. */
function unsourced(register: Register, { reader, on }: Changer): Bilingual {
  const departments: ReadonlyMap<string, Row<'department'>> = register.department;
  const department = departments.get(reader?.department ?? '');
  const [district] = register.district.values();
  const said = sayNoSource({
    by: {
      zh: department?.name_zh ?? department?.name_en ?? (reader ? '督查室' : '本机构'),
      en: department?.name_en ?? department?.name_zh ?? (reader ? 'the programme office' : 'this office'),
    },
    on: sayDay(on),
  });
  const kept = (language: Language): string | null => (district?.languages.includes(language) ? said[language] : null);
  return { zh: kept('zh'), en: kept('en') };
}

function demanded({ table, key }: Pick<Change, 'table' | 'key'>, missing: readonly string[]): WestgateError {
  const faults = missing.map((field) => ({
    file: TABLES[table].file,
    row: null,
    field,
    code: 'missing-value',
    expected: SOURCE_SAID.en,
    expectedZh: SOURCE_SAID.zh,
    found: '',
    message: `${field}: expected ${SOURCE_SAID.en}`,
  }));
  const message = {
    zh: `${key}：${missing.map((field) => `${field} 应${SOURCE_SAID.zh}`).join('；')}`,
    en: `${nounOf(table).en} ${key}: ${faults.map((fault) => fault.message).join('; ')}`,
  };
  return new WestgateError('WG_INPUT_INVALID', message, { field: missing[0], faults });
}
