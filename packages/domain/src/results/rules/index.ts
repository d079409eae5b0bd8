import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { SubjectKind } from '../evidence.ts';
import type { Rule } from '../finding.ts';
import { aim } from './aim.ts';
import { constructSeries } from './construct-series.ts';
import { carryOn } from './continue.ts';
import { establish } from './establish.ts';
import { expedite } from './expedite.ts';
import { host } from './host.ts';
import { implement } from './implement.ts';
import { improve } from './improve.ts';
import { integrate } from './integrate.ts';
import { planAhead } from './plan-ahead.ts';
import { promote } from './promote.ts';
import { start } from './start.ts';
import { unclassed } from './unclassed.ts';

/** One rule for each class of verb: a class added to the vocabulary does not compile until it has its rule here. */
const RULES = {
  start,
  expedite,
  continue: carryOn,
  host,
  implement,
  establish,
  'construct-series': constructSeries,
  improve,
  promote,
  integrate,
  'plan-ahead': planAhead,
  aim,
} as const satisfies Record<VerbClass, Rule>;

/** The rule that judges a record: an event is always judged as hosted; without a class the plain rule holds. */
export function ruleOf(kind: SubjectKind, verbClass: VerbClass | null): Rule {
  if (kind === 'event') return host;
  return verbClass === null ? unclassed : RULES[verbClass];
}

/**
 * The rule for an object of a commitment: promoted things are judged by their own class where they have one (their own numbers and
 * works), the objects of an unclassed commitment too; all others by the commitment's class.
 */
export function ruleOfObject(kind: SubjectKind, own: VerbClass | null, commitment: VerbClass | null): Rule {
  if (commitment === null) return ruleOf(kind, own);
  return ruleOf(kind, commitment === 'promote' ? (own ?? 'promote') : commitment);
}
