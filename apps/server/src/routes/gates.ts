import { invariant } from '@westgate/base';
import { answerRequirement, askEvidence, changeRules, keepGate, type PassBecomes, passGate, refuseAdmission } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { rulebookOf, standingOf } from '../present/gate.ts';
import { gateBoardOf } from '../present/gate-board.ts';
import { NO_TEXT } from '../present/text.ts';
import { moveProject } from './project-move.ts';

/** Adds the rulebook, where each project stands among its gates, and what moves it through them. */
export function addGates(app: FastifyInstance, office: Office): void {
  read(app, office, 'rulebook', { present: (view, { query }) => rulebookOf(view, query.kind, dayAsked(query) ?? view.today) });
  read(app, office, 'gates', { present: (view, { query }) => gateBoardOf(view, query.after ?? 0) });
  read(app, office, 'project-gates', { present: (view, { params: { id } }) => standingOf(view, id) });
  addMoves(app, office);
  addAsk(app, office);
}

function addMoves(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, 'pass-gate', {
    act: ({ params: { id, gate }, body: { who, reason, on, note = NO_TEXT }, idem }) =>
      moveProject(desk, ['pass-gate', id], (held) => passGate(held, { project: id, gate, on, note }), { who, reason, idem }),
  });
  write(app, 'keep-gate', {
    act: ({ params: { id, gate }, body: { who, reason }, idem }) => {
      const draft = { project: id, gate, reason: said(desk.register, reason) };
      return moveProject(desk, ['keep-gate', id], (held) => keepGate(held, draft, office.today()), { who, reason, idem });
    },
  });
  write(app, 'answer-requirement', {
    act: ({ params: { id }, body: { who, reason, words = NO_TEXT, ...rest }, idem }) =>
      moveProject(desk, ['answer-requirement', id], (held) => answerRequirement(held, { ...rest, words, project: id }), {
        who,
        reason,
        idem,
      }),
  });
  write(app, 'refuse-admission', {
    act: ({ params: { id }, body: { who, on, reason }, idem }) => {
      const draft = { project: id, on, reason: said(desk.register, reason) };
      return moveProject(desk, ['refuse-admission', id], (held) => refuseAdmission(held, draft), { who, reason, idem });
    },
  });
  write(app, 'change-rules', {
    act: ({ params: { id }, body: { who, kind, rulesOn, reason, passes }, idem }) => {
      const becomes = (each: (typeof passes)[number]): PassBecomes =>
        each.becomes === 'set-aside' ? { ...each, reason: said(desk.register, each.reason) } : each;
      const draft = { project: id, kind, rulesOn, reason: said(desk.register, reason), passes: passes.map(becomes) };
      return moveProject(desk, ['change-rules', id], (held) => changeRules(held, draft), { who, reason, idem });
    },
  });
}

function addAsk(app: FastifyInstance, office: Office): void {
  write(app, 'ask-evidence', {
    act: async ({ params: { id: project }, body: { who, reason, ...draft }, idem }) => {
      const { deed, id } = await office.desk.write(askEvidence({ ...draft, project }, office.today()), { who, reason, idem });
      invariant(deed, 'an ask is a deed');
      return { seq: deed.seq, at: deed.at, id };
    },
  });
}

/** A text written by hand, in the language it is written in and the district keeps. */
function said(register: Register, text: string) {
  const [district] = register.district.values();
  const isChinese = /\p{Script=Han}/u.test(text);
  const keeps = (language: string): boolean => district?.languages.includes(language) ?? true;
  return (isChinese && keeps('zh')) || !keeps('en') ? { zh: text, en: null } : { zh: null, en: text };
}
