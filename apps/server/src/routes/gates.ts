import { invariant } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import {
  answerRequirement,
  askEvidence,
  changeRules,
  type Deed,
  keepGate,
  type PassBecomes,
  passGate,
  refuseAdmission,
  toldChanges,
} from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';
import { rulebookOf, standingOf } from '../present/gate.ts';
import { gateBoardOf } from '../present/gate-board.ts';
import { NO_TEXT } from '../present/text.ts';

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
    act: async ({ params: { id, gate }, body: { who, reason, on, note = NO_TEXT }, idem }) => {
      const draft = { project: id, gate, on, note };
      const work = {
        verb: 'pass-gate',
        about: [['project', id]] as const,
        on: (held: Register) => passGate(held, draft),
        told: toldChanges,
      };
      return doneReceipt(await desk.write(work, { who, reason, idem }));
    },
  });
  write(app, 'keep-gate', {
    act: async ({ params: { id, gate }, body: { who, reason }, idem }) => {
      const draft = { project: id, gate, reason: said(desk.register, reason) };
      const work = {
        verb: 'keep-gate',
        about: [['project', id]] as const,
        on: (held: Register) => keepGate(held, draft, office.today()),
        told: toldChanges,
      };
      return doneReceipt(await desk.write(work, { who, reason, idem }));
    },
  });
  write(app, 'answer-requirement', {
    act: async ({ params: { id }, body: { who, reason, words = NO_TEXT, ...rest }, idem }) => {
      const draft = { ...rest, words, project: id };
      const work = {
        verb: 'answer-requirement',
        about: [['project', id]] as const,
        on: (held: Register) => answerRequirement(held, draft),
        told: toldChanges,
      };
      return doneReceipt(await desk.write(work, { who, reason, idem }));
    },
  });
  write(app, 'refuse-admission', {
    act: async ({ params: { id }, body: { who, on, reason }, idem }) => {
      const draft = { project: id, on, reason: said(desk.register, reason) };
      const work = {
        verb: 'refuse-admission',
        about: [['project', id]] as const,
        on: (held: Register) => refuseAdmission(held, draft),
        told: toldChanges,
      };
      return doneReceipt(await desk.write(work, { who, reason, idem }));
    },
  });
  write(app, 'change-rules', {
    act: async ({ params: { id }, body: { who, kind, rulesOn, reason, passes }, idem }) => {
      const draft = {
        project: id,
        kind,
        rulesOn,
        reason: said(desk.register, reason),
        passes: passes.map(
          (each): PassBecomes => (each.becomes === 'set-aside' ? { ...each, reason: said(desk.register, each.reason) } : each),
        ),
      };
      const work = {
        verb: 'change-rules',
        about: [['project', id]] as const,
        on: (held: Register) => changeRules(held, draft),
        told: toldChanges,
      };
      return doneReceipt(await desk.write(work, { who, reason, idem }));
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

/** What a person is told of a write that changed something: `putChanges` refuses one that would not. */
function doneReceipt({ deed }: { readonly deed: Deed | null }): Receipt {
  invariant(deed, 'a write that changes something is a deed');
  return receiptOf(deed, null);
}

/** A text written by hand, in the language it is written in and the district keeps. */
function said(register: Register, text: string) {
  const [district] = register.district.values();
  const isChinese = /\p{Script=Han}/u.test(text);
  const keeps = (language: string): boolean => district?.languages.includes(language) ?? true;
  return (isChinese && keeps('zh')) || !keeps('en') ? { zh: text, en: null } : { zh: null, en: text };
}
