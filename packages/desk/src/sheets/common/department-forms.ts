import { districtOf, type Register } from '@westgate/domain';
import { departmentNames } from '../../words/drafts/district-terms.ts';
import { vocabularyRows } from '../../words/drafts/vocabulary-rows.ts';
import { bareText } from './flat-text.ts';

/** What a name of an office ends in, by what speech makes of it. The longest first. */
const ENDINGS: readonly (readonly [form: RegExp, kind: string])[] = [
  [/(?:街道办事处|街道办|街办|办事处|街道)$/u, '街道'],
  [/(?:管委会|委员会|委)$/u, '委'],
  [/(?:办公室|办)$/u, '办'],
  [/(?:委分局|分局|局)$/u, '局'],
  [/(?:支队|大队|总队)$/u, '队'],
  [/中心$/u, '中心'],
  [/(?:集团有限责任公司|集团有限公司|集团公司|有限责任公司|有限公司|集团|公司)$/u, '公司'],
  [/(?:管理所|保管所|所)$/u, '所'],
  [/专班$/u, '专班'],
  [/部$/u, '部'],
  [/院$/u, '院'],
];
/** Is found nowhere. */
const NONE = /(?!)/u;
/** Words of a name that tell no office from another. */
const FILLING = /[和与及、]/gu;
const BRACKETS = /[（(][^（）()]*[）)]/gu;
/** The shortest name in which one letter may be mistaken, and the shortest end of a name that stands for it. */
const [SHORTEST_LIKE, SHORTEST_END] = [4, 3] as const;
/** How sure each way of telling is. */
const SURE = { same: 1, short: 0.9, former: 0.85, end: 0.7, like: 0.6 } as const;
/** Offices so near to each other are all proposed: a person chooses. */
const NEAR = 0.04;

interface Form {
  /** 区, 市, or nothing: of whom the office is. */
  readonly rank: string;
  readonly stem: string;
  readonly kind: string;
}

interface Office {
  readonly id: string;
  readonly forms: readonly Form[];
}

/**
 * The departments that a name in Chinese may mean, the likeliest first, none where nothing speaks for one: by short forms (区发改委 for 区发展改革委员会), by names from before the reforms of 2018
 * and after, by a letter mistaken. A proposal, for a person to take: several offices share short forms.
 */
export function departmentsMeant(register: Register): (name: string) => readonly string[] {
  const own = districtOf(register)?.name_zh ?? '';
  let offices: readonly Office[] | null = null;
  return (name) => {
    // Most sheets name nobody who is not known.
    offices ??= officesOf(register, own);
    // A park may bear the name of the district, and be known by it.
    const asked = [formOf(name, own), formOf(name, '')];
    const before = asked.flatMap(({ stem, kind, rank }) => {
      const current = former().get(stem + kind);
      return current === undefined ? [] : [{ ...formOf(current, own), rank }];
    });
    const found = offices.flatMap(({ id, forms }) => {
      const best = (some: readonly Form[]): number => Math.max(0, ...some.flatMap((one) => forms.map((form) => likeness(one, form))));
      const sure = Math.max(best(asked), SURE.former * best(before));
      return sure > 0 ? [{ id, sure }] : [];
    });
    const best = Math.max(...found.map(({ sure }) => sure));
    return found
      .filter(({ sure }) => best - sure <= NEAR)
      .sort((a, b) => b.sure - a.sure)
      .map(({ id }) => id);
  };
}

function officesOf(register: Register, own: string): readonly Office[] {
  return [...register.department.values()].map(({ id, name_zh }) => ({
    id,
    forms: departmentNames(name_zh ?? '').flatMap((name) => [formOf(name, own), formOf(name, '')]),
  }));
}

/** A name as it is compared: without the district's own name and words that say nothing. */
function formOf(name: string, district: string): Form {
  const [whole, place] = [bareText(district), bareText(district).replace(/[区县市旗]$/u, '')];
  const bare = bareText(name.replace(BRACKETS, ''))
    .replace(whole === '' ? NONE : whole, '区')
    .replace(place === '' ? NONE : place, '')
    .replace(/^[^区市]{2,3}市(?=\p{Script=Han}{2})/u, '市')
    .replace(/^(?:市区|本区|我区)/u, '区');
  const rank = /^[区市](?=\p{Script=Han}{2})/u.exec(bare)?.[0] ?? '';
  const rest = bare.slice(rank.length).replace(FILLING, '');
  const ending = ENDINGS.find(([form]) => form.test(rest));
  return { rank, stem: ending ? rest.replace(ending[0], '') : rest, kind: ending?.[1] ?? '' };
}

/** How sure it is that `asked` means an office of that name, 0 to 1. */
function likeness(asked: Form, office: Form): number {
  if (asked.rank !== '' && office.rank !== '' && asked.rank !== office.rank) return 0;
  if (asked.rank === '市' && office.rank === '') return 0;
  if (asked.kind !== '' && office.kind !== '' && asked.kind !== office.kind) return 0;
  if (asked.stem === office.stem) return asked.kind === office.kind ? SURE.same : SURE.same * 0.95;
  const [short, long] = asked.stem.length < office.stem.length ? [asked.stem, office.stem] : [office.stem, asked.stem];
  if (short.length >= 2 && isShortFor(short, long))
    return SURE.short * (asked.kind === office.kind ? 1 : 0.9) * (0.9 + (0.1 * short.length) / long.length);
  if (short.length >= SHORTEST_END && long.endsWith(short) && asked.kind === office.kind) return SURE.end;
  return asked.kind === office.kind && short.length >= SHORTEST_LIKE && isOneOff(short, long) ? SURE.like : 0;
}

/** Whether the letters of `short` stand in `long` in their order, and begin with its first. */
function isShortFor(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.length >= long.length) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Whether one letter of a name is another, is lacking or too many. */
function isOneOff(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

let held: ReadonlyMap<string, string> | null = null;

/** What offices were called before, by stem and kind, with what they are called now: packages/desk/vocabulary/former-departments.csv. Read once. */
function former(): ReadonlyMap<string, string> {
  held ??= readFormer();
  return held;
}

function readFormer(): ReadonlyMap<string, string> {
  return new Map(
    vocabularyRows('former-departments.csv', ['former', 'current']).map(({ values }) => {
      const { stem, kind } = formOf(`区${String(values.former)}`, '');
      return [stem + kind, String(values.current)];
    }),
  );
}
