import { invariant } from '@westgate/base';
import { districtSchema, gateSchema, type Receipt, supervisionSchema } from '@westgate/contract';
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
import { z } from 'zod';
import { asOfOnly, idParam, noParams, read, write } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';
import { rulebookOf, standingOf } from '../present/gate.ts';
import { gateBoardOf } from '../present/gate-board.ts';
import { NO_TEXT } from '../present/text.ts';

const gateParam = idParam.extend({ gate: z.string().max(200) });

/** Adds the rulebook, where each project stands among its gates, and what moves it through them. */
export function addGates(app: FastifyInstance, office: Office): void {
  read(app, office, '/rulebook', {
    summary: 'The gates of a kind of project on a day, with what each asks for',
    tag: 'gates',
    params: noParams,
    query: gateSchema.rulebookQuery,
    answer: gateSchema.rulebook,
    present: (view, { query }) => rulebookOf(view, query.kind, dayAsked(query) ?? view.today),
  });
  read(app, office, '/gates', {
    summary: 'Every project with its open gate, page by page',
    tag: 'gates',
    params: noParams,
    query: gateSchema.gateBoardQuery,
    answer: gateSchema.gateBoard,
    present: (view, { query }) => gateBoardOf(view, query.after ?? 0),
  });
  read(app, office, '/projects/:id/gates', {
    summary: 'Where a project stands among its gates: passed, open with what is met and missing, ahead',
    tag: 'gates',
    params: idParam,
    query: asOfOnly,
    answer: gateSchema.standing,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id } }) => standingOf(view, id),
  });
  addMoves(app, office);
  addAsk(app, office);
}

function addMoves(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, '/projects/:id/gates/:gate/pass', {
    summary: 'Pass the open gate of a project; refused with exactly what is missing and who can supply it',
    tag: 'gates',
    params: gateParam,
    body: gateSchema.passRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_GATE_CLOSED', 'WG_NO_DISTRICT'],
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
  write(app, '/projects/:id/gates/:gate/keep', {
    summary: 'Keep the pass of a gate that was re-opened, by decision and for a reason',
    tag: 'gates',
    params: gateParam,
    body: gateSchema.keepRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
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
  write(app, '/projects/:id/answers', {
    summary: 'Decide or answer what a gate asks for; it takes the place of the answer before',
    tag: 'gates',
    params: idParam,
    body: gateSchema.answerRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
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
  write(app, '/projects/:id/refusal', {
    summary: 'Keep a project out of the pool, with the reason',
    tag: 'gates',
    params: idParam,
    body: gateSchema.refusalRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
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
  write(app, '/projects/:id/rules', {
    summary: 'Give a project another kind or the rules of another day, saying what becomes of each gate it passed',
    tag: 'gates',
    params: idParam,
    body: gateSchema.rulesRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
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
  write(app, '/projects/:id/asks', {
    summary: 'Ask a department for what a gate of the project is missing; refused with the open ask where there is one',
    tag: 'gates',
    params: idParam,
    body: supervisionSchema.askRequest,
    answer: supervisionSchema.matterReceipt,
    errors: ['WG_NOT_FOUND', 'WG_STEP_REFUSED', 'WG_NO_DISTRICT'],
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
