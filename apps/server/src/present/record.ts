import { type OwnParts, type RecordOf, recordSchema, type SharedPart, type ToldKind } from '@westgate/contract';
import {
  type AnyRow,
  aimOf,
  FORM_KINDS,
  numberOf,
  plansOf,
  type ReportedKind,
  type Row,
  type SubjectKind,
  type TableEntry,
} from '@westgate/domain';
import { linksIn, ofWhole, shownBy, type View } from '../view/view.ts';
import { underIn } from './belongs.ts';
import { buildingBeside } from './building.ts';
import { outputBeside } from './chain.ts';
import { dealBeside } from './deals.ts';
import { decisionBeside } from './decision.ts';
import { departmentBeside } from './department.ts';
import { documentBeside } from './document.ts';
import { assetBeside } from './dual-use.ts';
import { dueOf, stateIn } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { indicatorBeside } from './indicator.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { placeBeside } from './place.ts';
import { reportingOf } from './reporting.ts';
import { sentenceBeside } from './sentence.ts';
import { sourceAt } from './source.ts';
import { pairAt } from './text.ts';
import { missing, thingOf } from './thing.ts';

type Tell = (view: View, kind: ToldKind, row: AnyRow & { readonly id: string }) => unknown;

/** What records of several kinds tell beside their columns, in the kinds that tell it. */
const SHARED: { readonly [P in SharedPart]: Tell } = {
  aim: ({ register }, kind, { id }) => aimOf(register, kind, id),
  tags: (_view, _kind, { tags }) => [...(tags as readonly string[])],
  plans: (view, kind, { id }) => [...plansOf(view.whole, kind, id)],
  under: (view, kind, { id }) => underIn(view, kind, id),
  state: (view, kind, { id }) => stateIn(view, kind as SubjectKind, id),
  rule: (view, kind, { id }) => view.state(kind as SubjectKind, id).rule,
  due: (view, _kind, row) => dueOf(view, row as unknown as Row<'project'>),
  sentenceIds: (view, kind, { id }) => idsOfLinks(linksIn(view, kind, id).sentences),
  commitmentIds: (view, kind, { id }) => idsOfLinks(linksIn(view, kind, id).commitments),
  placeIds: (view, kind, { id }) => idsOfLinks(linksIn(view, kind, id).places),
  projectIds: (view, kind, { id }) => idsOfLinks(linksIn(view, kind, id).projects),
  indicatorIds: (view, kind, { id }) => idsOfLinks(linksIn(view, kind, id).indicators),
  linked: (view, kind, { id }) => linkCounts(linksIn(view, kind, id)),
  reporting: (view, kind, { id }) => reportingOf(view, kind as ReportedKind, id),
  ownCadence: (_view, _kind, { cadence }) => cadence,
  figures: (view, kind, { id }) => figuresOf(view, kind, id),
};

/** What each kind alone tells, or in its own way. */
const OWN: { readonly [K in ToldKind]?: (view: View, row: Row<K>) => OwnParts<K> } = {
  sentence: sentenceBeside,
  commitment({ register }, { sentence }) {
    const row = register.sentence.get(sentence);
    return { sentence, number: row ? numberOf(row) : '', document: row?.document ?? '' };
  },
  place: placeBeside,
  indicator: indicatorBeside,
  building: buildingBeside,
  decision: decisionBeside,
  output: outputBeside,
  deal: dealBeside,
  dual_use_asset: assetBeside,
  department: departmentBeside,
  document: documentBeside,
};

const KINDS = FORM_KINDS.filter((kind): kind is ToldKind => kind !== 'source');
/** How the records of each kind are shown. */
const SHOWN = new Map(KINDS.map((kind) => [kind, shownBy(kind, shownAs(kind))]));

/** A record by its id as it is told: each entry of its table by its name, what is worked out, and what its kind tells beside them; null where there is none. */
export function recordIn<K extends ToldKind>(view: View, kind: K, id: string): RecordOf<K> | null {
  return (SHOWN.get(kind)?.(view, id) ?? null) as RecordOf<K> | null;
}

/** The same of a record that is there. */
export function recordOf<K extends ToldKind>(view: View, kind: K, id: string): RecordOf<K> {
  const record = recordIn(view, kind, id);
  if (!record) throw missing(kind, id);
  return record;
}

function shownAs(kind: ToldKind) {
  const entries = recordSchema.toldEntries(kind);
  const computed = recordSchema.toldComputed(kind);
  const shared = recordSchema.sharedParts(kind);
  const own = OWN[kind] as ((view: View, row: AnyRow) => object) | undefined;
  return (view: View, row: AnyRow): object => {
    const named = row as AnyRow & { readonly id: string };
    const beside = own?.(view, row) ?? {};
    const others = shared.filter((name) => !(name in beside));
    return {
      id: named.id,
      rev: row.rev,
      ...toldIn(view, entries, row),
      ...Object.fromEntries(computed.map(([name, { of }]) => [name, of(row, ofWhole(view))])),
      ...Object.fromEntries(others.map((name) => [name, SHARED[name](view, kind, named)])),
      ...beside,
    };
  };
}

/** The entries of a row as an answer tells them, by their names in it. */
export function toldIn(view: View, entries: readonly (readonly [name: string, entry: TableEntry])[], row: AnyRow): object {
  return Object.fromEntries(entries.map(([name, entry]) => [name, told(view, entry, row)]));
}

function told(view: View, entry: TableEntry, row: AnyRow): unknown {
  if (entry.kind === 'pair') return pairAt(row, entry.name);
  const { column, field } = entry;
  if (field.table === 'source') return sourceAt(view.register, row, column);
  const value = row[column];
  const kind = recordSchema.pointedKind(field);
  return kind === null || typeof value !== 'string' ? value : thingOf(view.register, kind, value);
}
