import type { Bilingual } from '@westgate/base';
import type { AnyRow, ThingKind } from '@westgate/domain';
import type { Office } from '../office/office.ts';
import { pair } from '../present/text.ts';

/** A public record, as an address names it: `commitment:early-2030s`. */
export interface PublicRecord<K extends ThingKind> {
  readonly kind: K;
  readonly id: string;
  readonly name: Bilingual;
}

/** The public record of one of `kinds` that `about` names; null where there is none, or it is not public. */
export function publicRecord<K extends ThingKind>(office: Office, kinds: readonly K[], about: string): PublicRecord<K> | null {
  const [named, id = ''] = about.split(/:(.*)/s);
  const kind = kinds.find((each) => each === named);
  if (!kind) return null;
  const rows: ReadonlyMap<string, AnyRow> = office.publicView(null).register[kind];
  const row = rows.get(id);
  if (!row) return null;
  const stem = kind === 'commitment' ? 'title' : 'name';
  return { kind, id, name: pair(textOf(row[`${stem}_zh`]), textOf(row[`${stem}_en`])) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
