import { idOf, type Language, WestgateError } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import type { ChangeSet } from '../../deeds/change-set.ts';
import type { SheetChoice } from './sheet-choice.ts';
import { sheetFaulty } from './sheet-fault.ts';
import type { FieldState, SheetFault, SheetField } from './sheet-field.ts';

/** What a row of a sheet is chosen by. */
interface ChosenRow {
  readonly row: number;
  readonly state: FieldState;
  readonly fields: readonly Pick<SheetField<string>, 'notes' | 'fault'>[];
}

/** The rows that are taken. Throws `WG_SHEET_FAULTY` with the cells, and `WG_INPUT_INVALID` for rows that hold nothing. */
export function chosenRows<Row extends ChosenRow>(
  { rows, faults }: { readonly rows: readonly Row[]; readonly faults: readonly SheetFault[] },
  wanted: SheetChoice['rows'],
): readonly Row[] {
  const isClear = ({ state }: ChosenRow): boolean => state !== 'faulty' && state !== 'unclear';
  const isOwn = ({ fields }: ChosenRow): boolean => !fields.some(({ notes }) => notes.includes('export-not-known'));
  if (wanted === 'clear') return rows.filter((row) => isClear(row) && isOwn(row));
  const asked = wanted === 'all' ? rows : rows.filter(({ row }) => wanted.includes(row));
  const unknown = wanted === 'all' ? [] : wanted.filter((number) => !rows.some(({ row }) => row === number));
  if (unknown.length > 0)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: `rows：应为有内容的行，现为 ${unknown.join('、')}`, en: `rows: expected rows that hold records, found ${unknown.join(', ')}` },
      {
        field: 'rows',
        rows: unknown,
      },
    );
  const refused = asked.filter((row) => (wanted === 'all' ? !isClear(row) : row.state === 'faulty'));
  if (refused.length === 0) return asked;
  const own =
    wanted === 'all' ? faults : refused.flatMap(({ fields }) => fields.flatMap(({ fault }) => (fault?.weight === 'faulty' ? fault : [])));
  throw sheetFaulty(own);
}

/** The language texts are stored in: that of the sheet, or the one the district keeps. */
export function keptLanguage(register: Register, language: Language): Language {
  const [district] = register.district.values();
  const [first] = district?.languages ?? [];
  return district?.languages.includes(language) || first === undefined ? language : first === 'zh' ? 'zh' : 'en';
}

/** Makes the new departments that what is taken of a sheet names. */
export function putNewDepartments(
  set: ChangeSet,
  { newDepartments }: Pick<SheetChoice, 'newDepartments'>,
  named: ReadonlySet<unknown>,
): void {
  for (const [name, id] of newDepartments) if (named.has(id)) set.put('department', newDepartment(id, name));
}

/** A department that a sheet names first. */
function newDepartment(id: string, name: string): Row<'department'> {
  const isChinese = /\p{Script=Han}/u.test(name);
  return {
    id: idOf<'department'>(id),
    name_zh: isChinese ? name : null,
    name_en: isChinese ? null : name,
    role_zh: null,
    role_en: null,
    confidence: 'medium',
    source: null,
    rev: 1,
  };
}
