import {
  ACTION_NAMES,
  type ActionAsk,
  type ActionName,
  type ActionSent,
  type AskedEntry,
  actionNamed,
  askedIn,
  type Field,
  type Fields,
  meaningIn,
  variantsOf,
} from '@westgate/domain';
import { z } from 'zod';
import { commentWords } from './comments.ts';
import { bilingual, day, meant, month, schemaName } from './common.ts';
import { becoming } from './gates.ts';
import { bodyName, person } from './owners.ts';
import { siteAddress, siteLanguages } from './publishing.ts';
import { frozenCircular, frozenMonth, reportTitle } from './report.ts';
import { proposedValue } from './review.ts';
import { reason, who } from './revise.ts';
import { viewName } from './saved-views.ts';

/** Who does it and why, beside what it is asked. */
interface Signed<Reason> {
  readonly who: string;
  readonly reason: Reason;
}

/** The body of an action: who does it, why, and what it is asked. */
export type ActionBody<N extends ActionName> = z.ZodType<
  ActionAsk<N> & Signed<string>,
  ActionSent<N> & Pick<Signed<string>, 'who'> & Partial<Signed<string>>
>;

/** What may be said in a sentence, in the languages it is typed in. */
const saidWords = commentWords.default({ zh: null, en: null });

/** What is asked otherwise than its field says, by the action or run and its name. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'change-rules.passes': z.array(becoming).max(100),
  'propose-change.proposed': proposedValue,
  'write-comment.words': commentWords,
  'save-view.name': viewName,
  'save-view.query': z.string().max(2000),
  'report-updates.words': saidWords,
  'report-month.month': month,
  'report-month.words': saidWords,
  'report-month.problem': saidWords,
  'report-month.fallReason': saidWords,
  'make-outside-link.body': bodyName,
  'make-report.title': reportTitle,
  'make-report.monthly': frozenMonth.nullable().default(null),
  'make-report.circular': frozenCircular.nullable().default(null),
  'name-owner.person': person.nullable(),
  'public-pages.lang': siteLanguages.nullable().default(null),
  'public-pages.url': siteAddress.nullable().default(null),
};

/** The most records to which something is done by one deed, where nothing else is said. */
const MOST_EACH = 500;

const BODIES = new Map(ACTION_NAMES.map((name) => [name, body(name)]));

/** The body of an action, by its description. */
export function actionBody<N extends ActionName>(name: N): ActionBody<N> {
  return BODIES.get(name) as unknown as ActionBody<N>;
}

function body(name: ActionName): z.ZodType {
  const { why, done, fields, each } = actionNamed(name);
  const given = why ? z.string().trim().min(1).max(500).describe(why.en) : reason;
  const asked = shapeOf(name, fields);
  if (each)
    asked[each.as] = z
      .array(z.strictObject(shapeOf(name, each.fields)))
      .min(1)
      .max(each.most ?? MOST_EACH);
  const whole = z.strictObject({ who, reason: given, ...asked });
  const variants = Object.entries(variantsOf(name));
  const apart = variants.flatMap(([, variant]) => variant?.takes ?? []);
  if (!('by' in done) || apart.length === 0) return whole.meta({ id: schemaName(name) });
  const bodies = variants.map(([value, variant]) => {
    const others = apart.filter((each) => !variant?.takes?.includes(each));
    return whole
      .omit(Object.fromEntries(others.map((each) => [each, true])) as Record<string, never>)
      .extend({ [done.by]: z.literal(value) });
  });
  return z.discriminatedUnion(done.by, bodies as unknown as [z.ZodObject]).meta({ id: schemaName(name) });
}

/** The shape of what an action or a run of that name is asked in `fields`. */
export function shapeOf(name: string, fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(askedIn(fields).map((entry) => [entry.asked, askedValue(name, entry)] as const));
}

function askedValue(name: string, entry: AskedEntry): z.ZodType {
  const about = meant(meaningIn(entry.field.about, null));
  const shape = SHAPES[`${name}.${entry.asked}`];
  if (shape) return shape.describe(about);
  if (entry.kind === 'pair') return bilingual.default({ zh: null, en: null }).describe(about);
  const { optional, standard } = entry.field;
  const value = plainValue(entry.field);
  if (standard !== undefined) return value.default(standard).describe(about);
  return (optional ? value.nullable().default(null) : value).describe(about);
}

/** Which record or day a value names is said where the register is known. */
function plainValue({ kind, values = [], optional, range }: Field): z.ZodType {
  if (kind === 'day') return day;
  if (kind === 'enum') return z.enum(values);
  if (kind === 'boolean') return z.boolean();
  if (kind === 'number' || kind === 'integer' || kind === 'fen') {
    const number = kind === 'number' ? z.number() : z.number().int();
    return range ? number.min(range[0]).max(range[1]) : number;
  }
  if (kind === 'list') return z.array(z.string().max(200)).max(100).default([]);
  const isId = kind === 'ref' || kind === 'id' || kind === 'anyref';
  return optional
    ? z.string().max(isId ? 80 : 2000)
    : z
        .string()
        .min(1)
        .max(isId ? 80 : 2000);
}
