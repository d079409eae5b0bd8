import assert from 'node:assert/strict';
import { evidenceSchema } from '@westgate/contract';
import type { Register } from '@westgate/domain';

/** A word that stands in every text of some records, and for whom they are. */
export interface Secret {
  readonly word: string;
  readonly visibility: 'district' | 'department' | 'confidential';
  readonly department: string;
}

/** A secret for each visibility, of the own department and of another. */
export function secretsOf(own: string, other: string): readonly Secret[] {
  return [own, other].flatMap((department, index) =>
    (['district', 'department', 'confidential'] as const).map((visibility) => ({
      word: `zyx${['own', 'oth'][index]}${visibility.slice(0, 4)}`,
      visibility,
      department,
    })),
  );
}

/** The ids of the records of a secret. */
export function idsOf(word: string) {
  return {
    project: `${word}-project`,
    commitment: `${word}-commitment`,
    place: `${word}-place`,
    source: `${word}-source`,
    document: `${word}-document`,
    event: `${word}-event`,
    park: `${word}-park`,
    indicator: `${word}-indicator`,
  };
}

/** The edits that make the records of a secret: one of each kind, and what hangs on them. */
export function editsOf(register: Register, { word, visibility, department }: Secret) {
  const id = idsOf(word);
  const [aSource = ''] = [...register.source.keys()];
  const [aSentence = ''] = [...register.sentence.keys()];
  const name = { name_en: `${word} name`, note_en: `${word} note` };
  const create = (table: string, fields: Record<string, unknown>) => ({
    action: 'create' as const,
    table,
    fields: { visibility, ...fields },
  });
  const hanging = (table: string, fields: Record<string, unknown>) => ({ action: 'create' as const, table, fields });
  return [
    create('source', { id: id.source, title: `${word} title`, kind: 'press', url: `https://example.test/${word}` }),
    create('document', { id: id.document, title_en: `${word} title`, kind: 'linked-plan', wording: 'none' }),
    create('place', {
      id: id.place,
      ...name,
      kind: 'factory',
      position: 'known',
      confidence: 'high',
      geometry: { type: 'Point', coordinates: frameCentre(register) },
    }),
    create('project', { id: id.project, ...name, kind: 'heritage', lead: department, due_on: '2026-09-30', due_basis_en: `${word} basis` }),
    create('commitment', {
      id: id.commitment,
      sentence: aSentence,
      title_en: `${word} title`,
      clause_en: clauseIn(register),
      owner: department,
    }),
    create('event', { id: id.event, ...name, dates: '2026-05-01', confidence: 'low', place: id.place }),
    create('park', { id: id.park, ...name, place: id.place }),
    create('indicator', {
      id: id.indicator,
      name_en: `${word} name`,
      unit: unitIn(register),
      direction: 'up',
      definition_en: `${word} definition`,
    }),
    create('figure', {
      id: `${word}-figure`,
      subject_kind: 'project',
      subject_id: id.project,
      label_en: `${word} label`,
      words_en: `${word} words`,
      source: aSource,
      confidence: 'low',
      visibility: 'public',
    }),
    {
      action: 'create' as const,
      table: 'link',
      fields: {
        from_kind: 'project',
        from_id: id.project,
        relation: 'stands-on',
        to_kind: 'place',
        to_id: id.place,
        note_en: `${word} link`,
      },
    },
    {
      action: 'create' as const,
      table: 'link',
      fields: { from_kind: 'project', from_id: id.project, relation: 'serves', to_kind: 'commitment', to_id: id.commitment },
    },
    hanging('milestone', { project: id.project, position: 1, name_en: `${word} milestone`, forecast: '2026-08-01' }),
    hanging('planned_amount', {
      id: `${word}-amount`,
      project: id.project,
      amount_fen: 1_000,
      confidence: 'low',
      note_en: `${word} amount`,
    }),
    hanging('component', { project: id.project, position: 1, name_en: `${word} part`, stage: 'under-way' }),
  ];
}

/** The middle of the district. */
export function frameCentre(register: Register): readonly [number, number] {
  const [district] = register.district.values();
  const [west, south, east, north] = district?.frame ?? [0, 0, 0, 0];
  return [(west + east) / 2, (south + north) / 2];
}

function clauseIn(register: Register): string {
  return ([...register.sentence.values()][0]?.text_en ?? '').split(/[,.]/)[0] ?? '';
}

function unitIn(register: Register): string {
  return Object.keys([...register.district.values()][0]?.units ?? {})[0] ?? '';
}

/** Brings a file that holds the secret, as evidence of its project; gives the id. */
export async function seedFile(
  address: string,
  headers: Readonly<Record<string, string>>,
  { word, project }: { readonly word: string; readonly project: string },
): Promise<string> {
  const form = new FormData();
  const fields = { subjectKind: 'project', subjectId: project, titleEn: `${word} file`, on: '2026-02-04', who: 'Seed' };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([`a,b\n${word} in the file,1\n`]), `${word}.csv`);
  const brought = await fetch(`${address}/api/v1/evidence`, { method: 'POST', body: form, headers: { ...headers } });
  assert.equal(brought.status, 200, await brought.clone().text());
  return evidenceSchema.evidenceReceipt.parse(await brought.json()).id;
}
