import assert from 'node:assert/strict';
import { districtSchema } from '@westgate/contract';

type Post = (path: string, body: unknown, headers: Record<string, string>) => Promise<Response>;

/** Puts the project of a secret under supervision, signs for it, asks for what its gate is missing, comments on it and proposes a change of it, each with the secret word; gives the ids. */
export async function seedMatter(
  post: Post,
  headers: Record<string, string>,
  {
    word,
    project,
    departments,
    today,
  }: { readonly word: string; readonly project: string; readonly departments: readonly [string, string]; readonly today: string },
): Promise<{ readonly matter: string; readonly comment: string }> {
  const on = { who: 'Seed', subjectKind: 'project', subjectId: project, departments };
  const told = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await post(path, body, headers);
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.json();
  };
  const asked = { zh: null, en: `${word} matter` };
  const matter = districtSchema.madeReceipt.parse(
    await told('/api/v1/supervision', { ...on, asked, lead: departments[0], dueOn: '2026-03-31' }),
  ).id;
  const words = { zh: null, en: `${word} step` };
  await told(`/api/v1/supervision/${matter}/steps`, { who: 'Seed', step: 'signed-for', on: today, words });
  // One gate serves every secret too; what is asked of its project is asked by words of its own.
  const gate = { id: 'seed-gate', project_kind: 'heritage', position: 1, name_en: 'Seen', meaning_en: 'seen', basis_en: 'rules' };
  const rules = [
    { action: 'create', table: 'gate', fields: { ...gate, confidence: 'low', effective_from: '2020-01-01' } },
    {
      action: 'create',
      table: 'requirement',
      fields: { id: 'seed-need', gate: gate.id, position: 1, kind: 'evidence', name_en: 'Survey', supplied_by: 'lead' },
    },
  ];
  const written = await post('/api/v1/edits', { who: 'Seed', reason: '', edits: rules }, headers);
  assert.ok([200, 400].includes(written.status), await written.clone().text());
  const ask = { who: 'Seed', requirement: 'seed-need', dueOn: '2099-12-31', words: { zh: null, en: `${word} ask` } };
  await told(`/api/v1/projects/${project}/asks`, ask);
  const said = { zh: null, en: `${word} comment` };
  const comment = districtSchema.madeReceipt.parse(await told('/api/v1/comments', { ...on, words: said })).id;
  // One rule serves every secret: made for the first, it is there for those after it.
  const rule = { action: 'create', table: 'review_rule', fields: { subject_kind: 'project', field: 'note_en' } };
  const ruled = await post('/api/v1/edits', { who: 'Seed', reason: '', edits: [rule] }, headers);
  assert.ok([200, 400].includes(ruled.status), await ruled.clone().text());
  const proposal = { who: 'Seed', subjectKind: 'project', subjectId: project, field: 'note_en', proposed: `${word} change` };
  districtSchema.madeReceipt.parse(await told('/api/v1/pending-changes', { ...proposal, words: { zh: null, en: `${word} why` } }));
  return { matter, comment };
}
