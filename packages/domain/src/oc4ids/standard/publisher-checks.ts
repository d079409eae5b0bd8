import type { Json } from '@westgate/base';
import { below, type FaultsFound, found } from './fault.ts';
import { type Fields, isFields } from './parts.ts';

/** The id of a project: six characters of its publisher, and at least one more. */
export const PROJECT_ID = /^oc4ids-[a-z0-9]{6}.+$/s;
/** Where the standard refers to an organisation within a project. */
const REFERENCES = new Set(['publicAuthority', 'sourceParty', 'procuringEntity', 'administrativeEntity']);
const REFERENCE_LISTS = new Set(['tenderers', 'suppliers']);

/** What is expected of a publisher beside the schema: currencies beside amounts, organisations among the parties, the form of the id. */
export function checkPublisher(project: Json, at: string, faults: FaultsFound): void {
  if (!isFields(project)) return;
  const { id } = project;
  if (typeof id === 'string' && id.trim() !== '' && !PROJECT_ID.test(id)) {
    const expected = {
      zh: 'oc4ids-、六位小写字母或数字，再加至少一位',
      en: 'oc4ids-, six characters of a-z or 0-9, and at least one more',
    };
    faults.add({ pointer: below(at, 'id'), weight: 'error', code: 'project-id', expected, found: found(id) });
  }
  const { parties } = project;
  const known = new Set(
    Array.isArray(parties) ? parties.flatMap((party) => (isFields(party) && typeof party.id === 'string' ? party.id : [])) : [],
  );
  walk(project, at, known, faults);
}

function walk(value: Json, at: string, known: ReadonlySet<string>, faults: FaultsFound): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, below(at, index), known, faults);
    return;
  }
  if (!isFields(value)) return;
  checkCurrency(value, at, faults);
  for (const [name, inner] of Object.entries(value)) {
    const here = below(at, name);
    if (REFERENCES.has(name) && isFields(inner)) checkReference(inner, here, known, faults);
    if (REFERENCE_LISTS.has(name) && Array.isArray(inner))
      for (const [index, item] of inner.entries()) if (isFields(item)) checkReference(item, below(here, index), known, faults);
    walk(inner, here, known, faults);
  }
}

function checkCurrency(value: Fields, at: string, faults: FaultsFound): void {
  if (typeof value.amount !== 'number' || Object.hasOwn(value, 'currency')) return;
  const expected = { zh: '金额旁的币种 currency', en: 'the currency beside the amount' };
  faults.add({ pointer: below(at, 'currency'), weight: 'error', code: 'no-currency', expected, found: found(undefined) });
}

function checkReference(reference: Fields, at: string, known: ReadonlySet<string>, faults: FaultsFound): void {
  const { id } = reference;
  if (typeof id === 'string' && known.has(id)) return;
  const expected = { zh: '同一项目 parties 里有的 id', en: 'an id that occurs in the parties of the project' };
  faults.add({ pointer: below(at, 'id'), weight: 'error', code: 'no-party', expected, found: found(id) });
}
