import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Readonly<Record<string, string>>;

interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** The columns of a record that are searched, without their languages: its names, its own words, and remarks where a kind has them. */
const TEXTS = ['title', 'name', 'clause', 'text', 'definition', 'organisers', 'role', 'publisher'];
const REMARKED = ['commitment', 'place', 'project', 'event', 'park', 'industry', 'tier'];

/** What a plan, or the whole district where none is named, holds: counted from the files of its folder by this script alone. */
export interface Recount {
  readonly sentences: { readonly total: number; readonly narrative: number; readonly unlinked: number };
  readonly commitments: readonly string[];
  /** Commitments, and projects, that name no department or no day. */
  readonly without: Readonly<Record<'owner' | 'day', { readonly commitments: number; readonly projects: number }>>;
  readonly projects: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Places of which a position is held. */
  readonly drawn: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly parks: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** Commitments, and projects, under a value of an axis; `none`: under no value of it. */
  readonly under: (noun: 'commitment' | 'project', axis: string, value: string) => readonly string[];
  /** What a department answers for, sorted. */
  readonly answeredBy: (department: string) => { readonly commitments: readonly string[]; readonly projects: readonly string[] };
  /** By kind, the records in one of whose texts `phrase` (small letters) stands, sorted. */
  readonly saying: (phrase: string) => Readonly<Record<string, readonly string[]>>;
}

/** Counts the folder anew, row by row; of what is public alone, where that is asked for. */
export function recount(folder: string, plan: string | null, of: 'all' | 'public' = 'all'): Recount {
  const isCounted = ({ visibility }: { readonly visibility?: unknown }): boolean => of === 'all' || (visibility ?? 'public') === 'public';
  const table = (name: string): readonly Row[] => rowsIn(readFileSync(join(folder, name), 'utf8')).filter(isCounted);
  const held = (name: string): readonly Row[] => (existsSync(join(folder, name)) ? table(name) : []);
  const [sentences, commitments, mentions, links] = ['words/sentences', 'programme/commitments', 'words/mentions', 'programme/links'].map(
    (name) => table(`${name}.csv`),
  ) as [readonly Row[], readonly Row[], readonly Row[], readonly Row[]];
  const [projects, events, parks, indicators] = ['programme/projects', 'results/events', 'results/parks', 'results/indicators'].map(
    (name) => table(`${name}.csv`),
  ) as [readonly Row[], readonly Row[], readonly Row[], readonly Row[]];
  const { features } = JSON.parse(readFileSync(join(folder, 'places/places.geojson'), 'utf8')) as { features: readonly Feature[] };
  const places = features.filter(({ properties }) => isCounted(properties));

  const own = sentences.filter(({ document }) => plan === null || document === plan);
  const promised = commitments.filter(({ sentence }) => own.some(({ id }) => id === sentence));
  const named = mentions.filter(({ sentence }) => own.some(({ id }) => id === sentence));

  // From the promises and the names in the sentences outward, along the links, until nothing is added.
  const found = new Set<string>(named.map(({ thing_kind, thing_id }) => `${thing_kind}:${thing_id}`));
  for (const { id } of promised) {
    for (const link of links) {
      if (`${link.to_kind}:${link.to_id}` === `commitment:${id}`) found.add(`${link.from_kind}:${link.from_id}`);
      if (`${link.from_kind}:${link.from_id}` === `commitment:${id}`) found.add(`${link.to_kind}:${link.to_id}`);
    }
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const park of parks) {
      if (!found.has(`park:${park.id}`)) continue;
      if (park.place) found.add(`place:${park.place}`);
      if (park.project) found.add(`project:${park.project}`);
    }
    for (const event of events) if (found.has(`event:${event.id}`) && event.place) found.add(`place:${event.place}`);
    for (const { from_kind, from_id, relation, to_kind, to_id } of links) {
      const [from, to] = [`${from_kind}:${from_id}`, `${to_kind}:${to_id}`];
      if (relation === 'stands-on' && from_kind === 'project' && found.has(from)) found.add(to);
      if (relation === 'member-of' && from_kind === 'place' && to_kind === 'place' && found.has(to)) found.add(from);
      if (relation === 'measures' && to_kind === 'project' && found.has(to)) found.add(from);
    }
  }
  const idsOf = (kind: string, all: readonly { readonly id?: string }[]): ReadonlySet<string> =>
    new Set(all.flatMap(({ id = '' }) => (plan === null || found.has(`${kind}:${id}`) ? [id] : [])));
  const projectIds = idsOf('project', projects);
  const led = projects.filter(({ id = '' }) => projectIds.has(id));

  const valuesOf = (row: Row | undefined, axis: string): readonly string[] =>
    (row?.tags ?? '').split(';').flatMap((tag) => (tag.startsWith(`${axis}:`) ? [tag.slice(axis.length + 1)] : []));
  const commitmentValues = (row: Row, axis: string): readonly string[] => {
    const values = valuesOf(row, axis);
    const all =
      values.length > 0
        ? values
        : valuesOf(
            sentences.find(({ id }) => id === row.sentence),
            axis,
          );
    return axis === 'aim' ? all.slice(0, 1) : all;
  };
  return {
    sentences: {
      total: own.length,
      narrative: own.filter(({ kind, reason_zh, reason_en }) => kind === 'narrative' && (reason_zh || reason_en)).length,
      unlinked: own.filter(
        ({ id, kind }) =>
          kind !== 'narrative' && !promised.some(({ sentence }) => sentence === id) && !named.some(({ sentence }) => sentence === id),
      ).length,
    },
    commitments: promised.map(({ id = '' }) => id),
    without: {
      owner: { commitments: promised.filter(({ owner }) => !owner).length, projects: led.filter(({ lead }) => !lead).length },
      day: { commitments: promised.filter(({ due_on }) => !due_on).length, projects: led.filter(({ due_on }) => !due_on).length },
    },
    projects: projectIds,
    places: idsOf('place', places),
    drawn: idsOf(
      'place',
      places.filter(({ geometry }) => geometry !== null),
    ),
    events: idsOf('event', events),
    parks: idsOf('park', parks),
    indicators: idsOf('indicator', indicators),
    under(noun, axis, value) {
      const rows = noun === 'commitment' ? promised : led;
      return rows.flatMap((row) => {
        const values = noun === 'commitment' ? commitmentValues(row, axis) : valuesOf(row, axis);
        return (value === 'none' ? values.length === 0 : values.includes(value)) ? [row.id ?? ''] : [];
      });
    },
    answeredBy: (department) => ({
      commitments: promised.flatMap(({ id = '', owner }) => (owner === department ? [id] : [])).sort(),
      projects: led.flatMap(({ id = '', lead }) => (lead === department ? [id] : [])).sort(),
    }),
    saying(phrase) {
      const documents = table('words/documents.csv').filter(({ id }) => plan === null || id === plan || found.has(`document:${id}`));
      const written = own.map((row) => ({ ...row, ...wordsOf(folder, row) }));
      const of = (kind: string, rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] => {
        const names = [...TEXTS, ...(REMARKED.includes(kind) ? ['note'] : [])].flatMap((name) => [`${name}_zh`, `${name}_en`]);
        const isSaying = (row: Readonly<Record<string, unknown>>): boolean =>
          ['id', ...names].some((name) =>
            String(row[name] ?? '')
              .toLowerCase()
              .includes(phrase),
          );
        return rows.flatMap((row) => (isSaying(row) ? [String(row.id)] : [])).sort();
      };
      const ofPlan = <R extends { readonly id?: string }>(kind: string, rows: readonly R[]): readonly R[] => {
        const ids = idsOf(kind, rows);
        return rows.filter(({ id = '' }) => ids.has(id));
      };
      return {
        sentence: of('sentence', written),
        commitment: of('commitment', promised),
        place: of(
          'place',
          ofPlan('place', places).map(({ properties }) => properties),
        ),
        project: of('project', led),
        indicator: of('indicator', ofPlan('indicator', indicators)),
        event: of('event', ofPlan('event', events)),
        park: of('park', ofPlan('park', parks)),
        department: of('department', table('programme/departments.csv')),
        document: of('document', documents),
        building: of('building', ofPlan('building', held('results/buildings.csv'))),
        // Neither folder holds issues, meetings, what must be ready before events, feedback, deals, outputs, drills or flood cases.
        issue: of('issue', []),
        meeting: of('meeting', []),
        decision: of('decision', []),
        readiness_item: of('readiness_item', []),
        feedback: of('feedback', []),
        deal: of('deal', []),
        dual_use_asset: of('dual_use_asset', ofPlan('dual_use_asset', held('programme/dual-use-assets.csv'))),
        drill: of('drill', []),
        ground: of('ground', []),
        flood_case: of('flood_case', []),
        output: of('output', []),
        industry: of('industry', ofPlan('industry', held('results/industries.csv'))),
        // Tiers are the district's, whatever its plans.
        tier: of('tier', held('results/tiers.csv')),
      };
    },
  };
}

/** The words of a sentence, cut out of the texts of its plan: paragraphs stand apart by an empty line, sentences end with their stop. */
function wordsOf(folder: string, { document, paragraph, position }: Row): Row {
  const words: Record<string, string> = {};
  for (const language of ['zh', 'en']) {
    const path = join(folder, `words/${document}.${language}.md`);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8').trim().split('\n\n')[Number(paragraph) - 1] ?? '';
    const sentence = text.split(/(?<=。)|(?<=[a-z]\.)\s+/)[Number(position) - 1];
    if (sentence) words[`text_${language}`] = sentence;
  }
  return words;
}

/** The rows of a CSV file by the names of its head. Quoted cells hold no line breaks here. */
function rowsIn(text: string): readonly Row[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}
