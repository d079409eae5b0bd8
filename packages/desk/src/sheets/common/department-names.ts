import type { Register } from '@westgate/domain';
import { departmentsMeant } from './department-forms.ts';
import { bareText, flatText } from './flat-text.ts';

/** A department as a cell names it. */
export interface NamedDepartment {
  readonly name: string;
  /** Null where the district has none of this name, or more than one. */
  readonly id: string | null;
  /** It is marked as the one in the lead: （牵头）. */
  readonly isLead: boolean;
}

/** Finds departments by name. */
export interface DepartmentBook {
  find(name: string): string | null;
  /** Those that a name that is not found may mean, the likeliest first: for a person to choose. */
  proposed(name: string): readonly string[];
}

const STRONG = /[;；、|]|(?<!\w)\/|\/(?!\w)/;
/** Where a cell breaks its line, or leaves a blank between Chinese words: a name may go on behind it, and what is in brackets belongs to the name before. */
const BREAK = /\s*\n\s*(?![（(])|(?<=[\p{Script=Han}）)])\s+(?=\p{Script=Han})/u;
/** How the names of offices, subdistricts and companies end. */
const OFFICE_END =
  /(?:委|局|办|部|院|会|社|所|站|馆|街道|街|镇|乡|中心|集团|公司|支队|大队|专班|处|科|室|联|团|厂|学校|医院|银行|单位|部门)$/u;
const WEAK = /[,，]|(?<=\p{Script=Han})[和与及](?=\p{Script=Han})|\s+(?:and|&)\s+/u;
const LEAD_MARK = /[（(]\s*(?:牵头|主责|主办|总牵头|lead|leading)\s*[）)]|^(?:牵头|主责|主办|责任|lead)(?:单位|部门)?\s*[:：]/i;
const OTHER_MARK =
  /[（(]\s*(?:配合|协办|按职责分工|support(?:ing)?)\s*[）)]|^(?:配合|协办|协同|参与|support(?:ing)?)(?:单位|部门)?\s*[:：]/i;

/**
 * The departments of the register by their names in both languages and their ids, and by the names a recipe gives them. A Chinese name may
 * do without the 区 before it. Words that the district has for a department are names of it. `added` are names that count as departments though there are none yet, with the ids they will have.
 */
export function departmentBook(
  register: Register,
  recipeNames: readonly (readonly [id: string, name: string])[],
  added: ReadonlyMap<string, string>,
): DepartmentBook {
  const ids = new Map<string, string | null>();
  const add = (name: string | null, id: string): void => {
    if (name === null) return;
    for (const key of new Set([bareText(name), withoutDistrict(bareText(name))])) {
      if (key !== '') ids.set(key, ids.has(key) && ids.get(key) !== id ? null : id);
    }
  };
  for (const { kind, words, meaning } of register.term.values())
    if (kind === 'department' && meaning !== null && register.department.has(meaning)) add(words, meaning);
  for (const { id, name_zh, name_en } of register.department.values()) {
    add(name_zh, id);
    add(name_en, id);
    if (!ids.has(bareText(id))) ids.set(bareText(id), id);
  }
  for (const [name, id] of added) add(name, id);
  for (const [id, name] of recipeNames) if (register.department.has(id)) ids.set(bareText(name), id);
  return {
    find: (name) => ids.get(bareText(name)) ?? ids.get(withoutDistrict(bareText(name))) ?? null,
    proposed: departmentsMeant(register),
  };
}

/** The departments a cell names, in its order. */
export function departmentsIn(text: string, book: DepartmentBook): readonly NamedDepartment[] {
  return text
    .split(STRONG)
    .flatMap((part) => parted(part, book))
    .filter(({ name }) => name !== '');
}

/** A name that is known as it stands is one; else it is cut at commas and at 和, 与, 及, “and”, there only where all parts are known. */
function parted(part: string, book: DepartmentBook): readonly NamedDepartment[] {
  const whole = named(part, book);
  if (whole.id !== null) return [whole];
  const lines = part.trim().split(BREAK);
  if (lines.length > 1 && !isWrapped(lines, book)) return lines.flatMap((line) => parted(line, book));
  const pieces = part.split(WEAK).map((piece) => named(piece, book));
  if (pieces.length > 1 && pieces.every(({ id }) => id !== null)) return pieces;
  const byComma = part.split(/[,，]/);
  if (byComma.length < 2) return [whole];
  return byComma.flatMap((piece) => {
    const inside = piece.split(WEAK).map((name) => named(name, book));
    return inside.every(({ id }) => id !== null) ? inside : [named(piece, book)];
  });
}

/** True where the lines of a cell are parts of one name: what one of them ends with is no kind of an office. */
function isWrapped(lines: readonly string[], book: DepartmentBook): boolean {
  return lines.slice(0, -1).some((line) => named(line, book).id === null && !OFFICE_END.test(bareText(line)));
}

function named(text: string, book: DepartmentBook): NamedDepartment {
  const name = flatText(
    text
      .replace(LEAD_MARK, '')
      .replace(OTHER_MARK, '')
      .replace(/等(?:相关|有关)?(?:单位|部门)?$/, ''),
  );
  const plain = name.replace(/\s*[（(][^（()）]*[）)]$/, '');
  return { name, id: book.find(name) ?? (plain === '' ? null : book.find(plain)), isLead: LEAD_MARK.test(text.trim()) };
}

function withoutDistrict(bare: string): string {
  return bare.replace(/^(?:本区|我区|区)(?=\p{Script=Han}{2})/u, '');
}
