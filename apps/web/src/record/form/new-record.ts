import type { District, Edit } from '@westgate/contract';
import { described, type FormTie } from '@westgate/domain';
import { type FormKind, type FormTable, referredKind } from '../../api/form-kinds.ts';
import { layoutOf } from './form-layout.ts';
import { columnsFrom, emptyValues, type FormValues } from './form-values.ts';
import { unitEdit } from './new-unit.ts';

interface Ref {
  readonly kind: string;
  readonly id: string;
}

/** A link a new record is made with, and the record at its other end; null while none is picked. */
export interface TiePicked {
  readonly tie: FormTie;
  readonly picked: Ref | null;
}

/**
 * The form of a new record, opened from `origin` on the day `today`: what the record is of, stands on or serves is filled in, and the day on which an issue is raised. `own`: the
 * department whose records alone may be made here; the record is then its own, as no other would be taken.
 */
export function openedForm(
  kind: FormKind,
  origin: Ref | null,
  today: string,
  own: string | null,
): { readonly values: FormValues; readonly ties: readonly TiePicked[] } {
  const { first, ties } = layoutOf(kind, true);
  const { owner } = described(kind);
  const values = {
    ...emptyValues(kind),
    ...(owner !== undefined && own !== null ? { [owner]: own } : {}),
    ...(kind === 'issue' ? { raised_on: today } : {}),
  };
  const isTied = (tie: FormTie): boolean => origin !== null && tie.kinds.some((each) => each === origin.kind);
  const picked = ties.map((tie) => ({ tie, picked: isTied(tie) ? origin : null }));
  const column = first.find((entry) => origin !== null && entry.kind === 'one' && referredKind(entry.field) === origin.kind);
  const isColumn = origin && column?.kind === 'one' && !picked.some((each) => each.picked !== null);
  return { values: isColumn ? { ...values, [column.column]: origin.id } : values, ties: picked };
}

/** The edits that make the record and its links as one deed; `at` is the number of the edit that makes it. */
export function creationEdits(
  kind: FormTable,
  values: FormValues,
  ties: readonly TiePicked[],
  district: Pick<District, 'id' | 'rev' | 'units'>,
): { readonly edits: readonly Edit[]; readonly at: number } {
  const unit = unitEdit(values, district);
  const columns = Object.entries(columnsFrom(kind, unit ? { ...values, unit: unit.code } : values));
  const fields = Object.fromEntries(columns.filter(([column, value]) => column !== 'id' || value !== null));
  const at = unit ? 1 : 0;
  const links = ties.flatMap(({ tie, picked }): readonly Edit[] => {
    if (!picked) return [];
    const [own, other] = [`$${at}`, picked.id];
    const ends = tie.from
      ? { from_kind: kind, from_id: own, to_kind: picked.kind, to_id: other }
      : { from_kind: picked.kind, from_id: other, to_kind: kind, to_id: own };
    return [{ action: 'create', table: 'link', fields: { relation: tie.relation, ...ends } }];
  });
  return { edits: [...(unit ? [unit.edit] : []), { action: 'create', table: kind, fields }, ...links], at };
}
