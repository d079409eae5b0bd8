import type { Said } from '@westgate/base';
import type { core } from 'zod';

/** What is wrong with a design: the path to it, and what was expected there. */
export interface DesignFault {
  readonly at: string;
  readonly expected: Said;
}

const TYPES: Readonly<Record<string, Said>> = {
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  string: { zh: '文字', en: 'a text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};
const OTHER: Said = { zh: '洪水情景的格式所规定的内容', en: 'what the format of a design says' };

/** An issue of the schema as both languages tell it; of a choice between forms that of the form that comes nearest. */
export function faultAt(issue: core.$ZodIssue, above: readonly PropertyKey[] = []): DesignFault {
  const path = [...above, ...issue.path];
  const nearest = issue.code === 'invalid_union' ? nearestOf(issue) : null;
  return nearest ? faultAt(nearest, path) : { at: path.map(String).join('.'), expected: expectedBy(issue) };
}

/** Of the forms that do not fit the first issue of the one that fits best; null where none is near. */
function nearestOf({ errors }: core.$ZodIssueInvalidUnion): core.$ZodIssue | null {
  const [nearest] = errors.filter(([first]) => first !== undefined).toSorted((a, b) => a.length - b.length);
  return nearest?.[0] ?? null;
}

function expectedBy(issue: core.$ZodIssue): Said {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? OTHER;
    case 'too_small':
      return limitOf(issue.origin, Number(issue.minimum), {
        zh: issue.inclusive ? '不小于' : '大于',
        en: issue.inclusive ? 'at least' : 'more than',
      });
    case 'too_big':
      return limitOf(issue.origin, Number(issue.maximum), {
        zh: issue.inclusive ? '不大于' : '小于',
        en: issue.inclusive ? 'at most' : 'less than',
      });
    case 'invalid_value':
      return { zh: `以下之一：${issue.values.map(String).join('、')}`, en: `one of ${issue.values.map(String).join(', ')}` };
    case 'invalid_union':
      return { zh: '格式所规定的种类', en: 'a kind that the format of a design knows' };
    case 'invalid_format':
      return {
        zh: '字母、数字、点、下划线和连字符，最多 64 个，不以点结尾，无连续的点，也不是 constructor 之类的保留字',
        en: 'letters, digits, dots, underscores and hyphens, 64 at most, no dot at the end, no two together, and no reserved word such as constructor',
      };
    case 'unrecognized_keys':
      return { zh: `不含栏目 ${keysOf(issue)} 的内容`, en: `no field ${keysOf(issue)}` };
    case 'custom':
      return { zh: String(issue.params?.zh ?? OTHER.zh), en: issue.message };
    default:
      return OTHER;
  }
}

function limitOf(origin: string, limit: number, { zh, en }: { readonly zh: string; readonly en: string }): Said {
  if (origin === 'array') return { zh: `项数${zh} ${limit}`, en: `${en} ${limit} items` };
  if (origin === 'string') return { zh: `字数${zh} ${limit}`, en: `${en} ${limit} characters` };
  return { zh: `${zh} ${limit} 的数字`, en: `a number of ${en} ${limit}` };
}

function keysOf({ keys }: core.$ZodIssueUnrecognizedKeys): string {
  return keys
    .slice(0, 5)
    .map((key) => key.slice(0, 40))
    .join(', ');
}
