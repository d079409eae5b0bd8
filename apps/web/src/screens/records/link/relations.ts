import { LEADING_THINGS, type vocabulary } from '@westgate/domain';
import type { FormKind } from '../../../api/form-kinds.ts';

/** A kind of record that can stand at an end of a link. */
export type EndKind = Exclude<FormKind, 'sentence' | 'source'> | 'district';
type Relation = (typeof vocabulary.RELATIONS)[number];

/** A link that may be made: `from relation to` reads as a sentence. */
interface LinkKind {
  readonly from: EndKind;
  readonly relation: Relation;
  readonly to: EndKind;
}

/** The links that say something to the district: states, coverage and the walk rest on these. */
const LINK_KINDS: readonly LinkKind[] = [
  { from: 'project', relation: 'serves', to: 'commitment' },
  { from: 'project', relation: 'stands-on', to: 'place' },
  { from: 'commitment', relation: 'names', to: 'place' },
  { from: 'commitment', relation: 'names', to: 'project' },
  ...LEADING_THINGS.map((to) => ({ from: 'commitment', relation: 'names', to }) as const),
  { from: 'project', relation: 'serves', to: 'industry' },
  { from: 'industry', relation: 'stands-on', to: 'place' },
  { from: 'indicator', relation: 'measures', to: 'commitment' },
  { from: 'indicator', relation: 'measures', to: 'project' },
  { from: 'indicator', relation: 'measures', to: 'district' },
  { from: 'place', relation: 'member-of', to: 'place' },
  { from: 'department', relation: 'co-operates', to: 'project' },
  { from: 'department', relation: 'co-operates', to: 'commitment' },
  { from: 'commitment', relation: 'implements', to: 'document' },
  { from: 'commitment', relation: 'implements', to: 'commitment' },
  { from: 'commitment', relation: 'follows', to: 'commitment' },
  { from: 'project', relation: 'implements', to: 'document' },
  { from: 'event', relation: 'held-for', to: 'commitment' },
  { from: 'event', relation: 'held-for', to: 'project' },
];

/** A link that may be made of a record: onward where the record is its first end. */
export interface LinkChoice {
  readonly key: string;
  readonly relation: Relation;
  readonly isOnward: boolean;
  readonly other: EndKind;
}

/** The links that may be made of a record of `kind`, those that begin at it first. */
export function linkChoices(kind: FormKind): readonly LinkChoice[] {
  const onward = LINK_KINDS.filter(({ from }) => from === kind).map(({ relation, to }) => choice(relation, true, to));
  const back = LINK_KINDS.filter(({ to }) => to === kind).map(({ relation, from }) => choice(relation, false, from));
  return [...onward, ...back];
}

function choice(relation: Relation, isOnward: boolean, other: EndKind): LinkChoice {
  return { key: `${isOnward ? 'to' : 'from'} ${relation} ${other}`, relation, isOnward, other };
}
