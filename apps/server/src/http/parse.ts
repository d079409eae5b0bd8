import { WestgateError } from '@westgate/base';
import { core, z } from 'zod';

/** Characters of a value, and of the name of a field, that a message repeats. */
const SHOWN_LENGTH = 60;
const NAME_LENGTH = 200;
/** Parts that are named: a body may have a hundred thousand that do not fit. */
const MOST_NAMED = 20;

type Where = 'query' | 'path' | 'body' | 'headers';

/**
 * `value` as `schema` says. Throws `WG_INPUT_INVALID` that names the parts that do not fit, the first {@link MOST_NAMED} of them. Zod is asked by its
 * inner call: its own error words every part, which takes seconds where a large body is all wrong.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, where: Where): z.output<S> {
  const context: core.ParseContextInternal = { async: false, reportInput: true };
  const run = schema._zod.run({ value, issues: [] }, context);
  if (run instanceof Promise) throw new core.$ZodAsyncError();
  if (run.issues.length === 0) return run.value as z.output<S>;
  const issues = run.issues.slice(0, MOST_NAMED).map((raw) => {
    const inChinese = core.util.finalizeIssue(raw, context, CHINESE);
    return issueOf(core.util.finalizeIssue(raw, context, core.config()), inChinese, where);
  });
  const more = run.issues.length - issues.length;
  const told = issues.map(({ field, message }) => `${field}: ${message}`);
  const toldZh = issues.map(({ field, messageZh }) => `${field}：${messageZh}`);
  if (more > 0) {
    told.push(`and ${more} more that do not fit`);
    toldZh.push(`还有 ${more} 处不合要求`);
  }
  const said = { zh: toldZh.join('；'), en: told.join('; ') };
  throw new WestgateError('WG_INPUT_INVALID', said, more > 0 ? { issues, more } : { issues });
}

/** What Zod says of its own checks, in Chinese. */
const CHINESE = z.locales.zhCN();

/** What does not fit, without its place; of what a schema says of itself in English alone only that it does not. */
function issueZh(issue: core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return '没有这一栏';
  const said = /\p{Script=Han}/u.test(issue.message) ? issue.message : '不合要求';
  const came = shownValue(issue.input);
  return `${said}${came === null ? '' : `，现为 ${came}`}`;
}

interface Issue {
  readonly where: string;
  readonly field: string;
  readonly message: string;
  readonly messageZh: string;
}

/** An issue as both languages say it. */
function issueOf(issue: core.$ZodIssue, inChinese: core.$ZodIssue, where: Where): Issue {
  const field = issue.path.length > 0 ? short(issue.path.map(String).join('.'), NAME_LENGTH) : where;
  const messageZh = issueZh(inChinese);
  if (issue.code === 'unrecognized_keys') {
    const named = issue.keys.slice(0, MOST_NAMED).map((key) => short(key, SHOWN_LENGTH));
    const all = issue.keys.length > named.length ? [...named, `${issue.keys.length - named.length} more`] : named;
    return { where, field: all.join(', '), message: where === 'query' ? 'unknown query parameter' : 'unknown field', messageZh };
  }
  const came = shownValue(issue.input);
  return { where, field, message: came === null ? issue.message : `${issue.message}, got ${came}`, messageZh };
}

/** What came, where it is a single value; null for an object, which would be its whole body again. */
function shownValue(input: unknown): string | null {
  if (typeof input === 'string') return short(JSON.stringify(input.slice(0, SHOWN_LENGTH + 1)), SHOWN_LENGTH);
  return typeof input === 'number' || typeof input === 'boolean' ? JSON.stringify(input) : null;
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
