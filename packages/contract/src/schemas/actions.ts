import {
  ACTION_NAMES,
  type ActionAsk,
  type ActionName,
  type ActionSent,
  type AskedEntry,
  actionNamed,
  askedEntries,
  type Field,
} from '@westgate/domain';
import { z } from 'zod';
import { commentWords } from './comments.ts';
import { bilingual, day, schemaName } from './common.ts';
import { becoming } from './gates.ts';
import { answeredRecords, person } from './owners.ts';
import { proposedValue } from './review.ts';
import { reason, who } from './revise.ts';
import { sharedWith, viewName } from './saved-views.ts';

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

/** What is asked otherwise than its field says, by the action and its name. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'change-rules.passes': z.array(becoming).max(100),
  'propose-change.proposed': proposedValue,
  'write-comment.words': commentWords,
  'save-view.name': viewName,
  'save-view.query': z.string().max(2000),
  'save-view.sharedWith': sharedWith.default('me'),
  'name-owner.person': person.nullable(),
  'name-owner.subjects': answeredRecords,
};

const BODIES = new Map(ACTION_NAMES.map((name) => [name, body(name)]));

/** The body of an action, by its description. */
export function actionBody<N extends ActionName>(name: N): ActionBody<N> {
  return BODIES.get(name) as unknown as ActionBody<N>;
}

function body(name: ActionName): z.ZodType {
  const { why } = actionNamed(name);
  const given = why ? z.string().trim().min(1).max(500).describe(why.en) : reason;
  const asked = askedEntries(name).map((entry) => [entry.asked, askedValue(name, entry)] as const);
  return z.strictObject({ who, reason: given, ...Object.fromEntries(asked) }).meta({ id: schemaName(name) });
}

function askedValue(name: ActionName, entry: AskedEntry): z.ZodType {
  const about = entry.field.about.replace(/, in Chinese$/, '');
  const shape = SHAPES[`${name}.${entry.asked}`];
  if (shape) return shape.describe(about);
  if (entry.kind === 'pair') return bilingual.default({ zh: null, en: null }).describe(about);
  const value = plainValue(entry.field);
  return (entry.field.optional ? value.nullable().default(null) : value).describe(about);
}

/** Which record or day a value names is said where the register is known. */
function plainValue({ kind, values = [], optional }: Field): z.ZodType {
  if (kind === 'day') return day;
  if (kind === 'enum') return z.enum(values);
  if (kind === 'boolean') return z.boolean();
  if (kind === 'number') return z.number();
  if (kind === 'integer' || kind === 'fen') return z.number().int();
  if (kind === 'list') return z.array(z.string().max(200)).max(100).default([]);
  const isId = kind === 'ref' || kind === 'id' || kind === 'anyref';
  return optional
    ? z.string().max(isId ? 80 : 2000)
    : z
        .string()
        .min(1)
        .max(isId ? 80 : 2000);
}
