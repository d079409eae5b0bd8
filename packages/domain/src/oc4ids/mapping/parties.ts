import { type Json, sameJson } from '@westgate/base';
import { coOperating } from '../../programme/loop/co-operating.ts';
import type { Row } from '../../register/tables.ts';
import { type Fields, isFields, itemsOf, textIn, withPart } from '../standard/parts.ts';
import { filled, saidIn, type Writing } from './entry.ts';

const ROLE = 'publicAuthority';

/** The project with the organisations that it names among its parties: the one in the lead with that role, those that co-operate without one. `original`: the document it came in. */
export function withParties(project: Fields, original: Fields, { register, project: { id }, language }: Writing): Fields {
  const authority = isFields(project.publicAuthority) ? project.publicAuthority : null;
  // Where the document already named whom it names, its parties stay as they came.
  const isNew = !sameJson(project.publicAuthority ?? null, original.publicAuthority ?? null);
  const lead = isNew ? textIn(authority ?? undefined, 'id') : null;
  const held = itemsOf(project.parties).map((party) => (lead === null || textIn(party, 'id') === lead ? party : withoutRole(party)));
  const departments: ReadonlyMap<string, Row<'department'>> = register.department;
  const beside = coOperating(register, 'project', id).flatMap((department) => {
    const row = departments.get(department);
    return row ? [filled({ id: row.id, name: saidIn(row, 'name', language) })] : [];
  });
  const named: readonly Fields[] = [
    ...(lead === null ? [] : [filled({ id: lead, name: textIn(authority ?? undefined, 'name'), roles: [ROLE] })]),
    ...beside,
  ];
  const known = new Set(held.flatMap((party) => textIn(party, 'id') ?? []));
  const added: Fields[] = [];
  for (const party of named) {
    const partyId = textIn(party, 'id');
    if (partyId === null || known.has(partyId)) continue;
    known.add(partyId);
    added.push(party);
  }
  if (added.length === 0 && lead === null) return project;
  const parties: readonly Json[] = [...held, ...added];
  const next = withPart(project, ['parties'], parties.length === 0 ? undefined : parties);
  return isFields(next) ? next : project;
}

/** A party that is not in the lead any more. */
function withoutRole(party: Json): Json {
  if (!isFields(party)) return party;
  const roles = itemsOf(party.roles);
  if (!roles.includes(ROLE)) return party;
  const left = roles.filter((role) => role !== ROLE);
  return withPart(party, ['roles'], left.length === 0 ? undefined : left) ?? party;
}
