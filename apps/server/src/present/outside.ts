import type { DayString } from '@westgate/base';
import type { OutsideLinks, OutsideTask } from '@westgate/contract';
import { asksFor, gateStanding, openAsk, ownerOf, type Register, type Row, updatesOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { NO_TEXT, pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';
import { isLanguage } from './vocabulary.ts';

/** The links on a record, those that run longest first. */
export function linksOf({ register, today }: View, kind: string, id: string): OutsideLinks['items'] {
  return [...register.outside_link.values()]
    .filter(({ subject_kind, subject_id }) => subject_kind === kind && subject_id === id)
    .sort((a, b) => (a.expires_on < b.expires_on ? 1 : -1))
    .map((row) => ({
      id: row.id,
      rev: row.rev,
      body: pair(row.body_zh, row.body_en),
      expiresOn: row.expires_on,
      isOver: row.expires_on < today,
    }));
}

/**
 * What the holder of a link is shown: the one record it is for, whoever else may know of it, the words of the plan, and what this body last said.
 * Nothing of other records.
 */
export function outsideTask(register: Register, link: Row<'outside_link'>, today: DayString): Omit<OutsideTask, 'mostBytes' | 'endings'> {
  const { subject_kind: kind, subject_id: id } = link;
  const [district] = register.district.values();
  const body = pair(link.body_zh, link.body_en);
  const last = updatesOf(register, kind, id, today).findLast((row) => row.outside_zh === body.zh && row.outside_en === body.en);
  const rows: ReadonlyMap<string, { readonly due_on: string | null; readonly sentence?: Row<'sentence'>['id'] }> = register[kind];
  const from = rows.get(id)?.sentence;
  const sentence = from === undefined ? undefined : register.sentence.get(from);
  return {
    district: district ? pair(district.name_zh, district.name_en) : NO_TEXT,
    languages: district?.languages.filter(isLanguage) ?? [],
    body,
    thing: thingOf(register, kind, id),
    department: thingAt(register, 'department', ownerOf(register, kind, id)),
    sentence: sentence ? pair(sentence.text_zh, sentence.text_en) : null,
    dueOn: rows.get(id)?.due_on ?? null,
    expiresOn: link.expires_on,
    last: last ? { on: last.reported_on, words: pair(last.words_zh, last.words_en) } : null,
    asked: kind === 'project' ? askedOf(register, id, today) : [],
  };
}

/** The papers of the open gate that bodies outside supply, that are missing and were asked for. */
function askedOf(register: Register, id: string, today: DayString): OutsideTask['asked'] {
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = projects.get(id);
  const needs = project ? gateStanding(register, project, today).missing : [];
  return needs.flatMap(({ requirement, supplier: { role } }) => {
    const ask = role === 'owners' && requirement.kind === 'evidence' ? openAsk(register, id, requirement.id, today) : null;
    return ask ? [{ requirement: requirement.id, name: pair(requirement.name_zh, requirement.name_en), dueOn: ask.due_on }] : [];
  });
}

/** Whether the holder of a link may bring a file as that paper: it was asked for, and bodies outside supply it. Brought twice it is still that. */
export function isAskedOf(register: Register, { subject_kind, subject_id }: Row<'outside_link'>, requirement: string): boolean {
  const requirements: ReadonlyMap<string, Row<'requirement'>> = register.requirement;
  const row = requirements.get(requirement);
  const isTheirs = subject_kind === 'project' && row?.kind === 'evidence' && row.supplied_by === 'owners';
  return isTheirs && asksFor(register, subject_id, requirement).length > 0;
}
