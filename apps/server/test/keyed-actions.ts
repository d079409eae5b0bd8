import { ADDRESSES } from '@westgate/contract';
import { ACTION_NAMES, type ActionName } from '@westgate/domain';
import { caseMade, ranOnce } from './flood-ran.ts';
import { type Body, brought, colleague, type Keyed, OTHER, read, type Setting, sent, underReview, WHO } from './keyed-steps.ts';

/** How an action is asked for: what stands in its address, its body, and what differs in another. */
interface Asked extends Pick<Keyed, 'toldOnce'> {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body: Body;
  readonly other: Body;
}
type Sample = (at: Setting) => Asked | Promise<Asked>;

const WALL = { subjectKind: 'project', subjectId: 'sea-wall' };
const MATTER = {
  body: { ...WHO, ...WALL, asked: { zh: null, en: 'Close the gap at the slipway' }, lead: 'works', dueOn: '2099-12-31' },
  other: { asked: { zh: null, en: 'Open the gap' } },
};
const COMMENT = { body: { ...WHO, ...WALL, words: { zh: null, en: 'who paid for the stone?' } }, other: { departments: ['works'] } };
const PROPOSAL = {
  body: { ...WHO, ...WALL, field: 'due_on', proposed: '2029-01-31' },
  other: { words: { zh: null, en: 'frost' } },
};
/** A view that is kept, and under another name. */
export const VIEW = {
  body: { ...WHO, name: { en: 'Late' }, screen: 'register', query: 'noun=project&state=late', sharedWith: 'all' },
  other: { name: { en: 'Behind' } },
};

/** A calendar feed that is made, and another. */
export const FEED = {
  body: { ...WHO, subjectKind: 'event', subjectId: 'harbour-festival' },
  other: { subjectId: 'rowing-day' },
};

const DECIDED = { owner: 'works', due_on: '2099-12-31' };
const REQUEST = {
  ...WHO,
  subjectKind: 'project',
  subjectId: 'sea-wall',
  asked: { zh: null, en: 'say where the pipes are' },
  askedBy: 'works',
  lead: 'housing',
  dueOn: '2099-12-31',
};

/** A request for every action: a new one has its route in the OpenAPI document, and fails without. */
const ACTIONS: { readonly [N in ActionName]?: Sample } = {
  'pass-gate': async (at) => {
    await brought(at, 'wall-survey-1');
    return { params: { id: 'sea-wall', gate: 'wall-survey' }, body: { ...WHO, on: '2025-03-01' }, other: { on: '2025-03-02' } };
  },
  'keep-gate': async (at) => {
    await sent(at, 'evidence/pump-tides', WHO, { ...read(at, 'evidence', 'pump-tides') }, 'DELETE');
    return { params: { id: 'storm-pump', gate: 'wall-survey' }, body: { ...WHO, reason: 'the tide is known' }, other: OTHER };
  },
  'answer-requirement': () => ({
    params: { id: 'sea-wall' },
    body: { ...WHO, requirement: 'wall-entry-1', answer: 'yes', on: '2025-02-01' },
    other: { on: '2025-02-02' },
  }),
  'refuse-admission': () => ({
    params: { id: 'market-square' },
    body: { ...WHO, on: '2025-03-01', reason: 'no ground for it' },
    other: OTHER,
  }),
  'change-rules': () => {
    const passes = [{ gate: 'wall-survey', becomes: 'set-aside', reason: 'another survey is needed' }];
    const rules = { ...WHO, kind: 'old-compound', rulesOn: '2025-03-01', reason: 'it is a yard after all', passes };
    return { params: { id: 'storm-pump' }, body: rules, other: { rulesOn: '2025-03-02' } };
  },
  'ask-evidence': () => ({
    params: { id: 'sea-wall' },
    body: { ...WHO, requirement: 'wall-survey-1', dueOn: '2099-12-31' },
    other: { dueOn: '2099-12-30' },
  }),
  'freeze-dates': () => ({ params: { id: 'storm-pump' }, body: { ...WHO, on: '2025-03-01', reason: 'contract signed' }, other: OTHER }),
  'register-matter': () => MATTER,
  'take-step': async (at) => {
    const { id } = await sent(at, 'supervision', MATTER.body);
    const on = [...at.desk.register.supervision.values()].find((row) => row.id === id)?.registered_on;
    return { params: { id }, body: { ...WHO, step: 'signed-for', on }, other: { words: { zh: null, en: 'seen' } } };
  },
  'decide-issue': async (at) => {
    const id = await issueRaised(at);
    const decided = { ...WHO, decision: { zh: null, en: 'grease it' }, owner: 'works', dueOn: '2099-12-31', on: '2025-03-01' };
    return { params: { id }, body: decided, other: { on: '2025-03-02' } };
  },
  'close-issue': async (at) => {
    const id = await issueRaised(at);
    return { params: { id }, body: { ...WHO, closing: { zh: null, en: 'it turns' }, on: '2025-03-01' }, other: { on: '2025-03-02' } };
  },
  'conclude-meeting': async (at) => ({
    params: { id: await meetingHeld(at) },
    body: { ...WHO, on: '2025-03-01' },
    other: { on: '2025-03-02' },
  }),
  'assign-decision': async (at) => {
    const meeting = await meetingHeld(at);
    await sent(at, `meetings/${meeting}/conclude`, { ...WHO, on: '2025-03-01' });
    await sent(at, 'decisions', { ...WHO, fields: { id: 'paint-crane', ...DECIDED, meeting, name_en: 'Paint it' } });
    return { params: { id: 'paint-crane' }, body: WHO, other: OTHER };
  },
  'make-request': () => ({ body: REQUEST, other: { dueOn: '2099-12-30' } }),
  'escalate-matter': async (at) => {
    const { id } = await sent(at, 'requests', REQUEST);
    const on = [...at.desk.register.supervision.values()].find((row) => row.id === id)?.registered_on;
    const escalated = { ...WHO, level: 'leader', to: { zh: null, en: 'the harbour master' }, on };
    return { params: { id }, body: escalated, other: { level: 'city' } };
  },
  'answer-feedback': async (at) => {
    const id = await feedbackTaken(at);
    return { params: { id }, body: { ...WHO, answer: { zh: null, en: 'It is greased' }, on: '2025-03-01' }, other: { on: '2025-03-02' } };
  },
  'dismiss-feedback': async (at) => {
    const id = await feedbackTaken(at);
    return { params: { id }, body: { ...WHO, as: 'spam', dismissal: { zh: null, en: 'an advertisement' } }, other: { as: 'out-of-scope' } };
  },
  'make-calendar-feed': () => ({ ...FEED, toldOnce: 'link' }),
  'copy-readiness': async (at) => {
    const item = { name_en: 'Tickets', kind: 'venue', days_before: 5, event: 'rowing-day' };
    await sent(at, 'readiness-items', { ...WHO, fields: { id: 'tickets', ...item } });
    return { params: { id: 'harbour-festival' }, body: { ...WHO, from: 'rowing-day' }, other: { reason: 'next year' } };
  },
  'switch-mode': async (at) => ({
    params: { id: await assetMade(at) },
    body: { ...WHO, mode: 'preparing', on: '2025-03-01', at: '08:00', reason: 'orange warning' },
    other: { at: '08:01' },
  }),
  'record-drill': async (at) => ({ params: { id: await drillPlanned(at) }, body: { ...WHO, ...DRILLED }, other: { minutes: 151 } }),
  'accept-drill': async (at) => {
    const id = await drillPlanned(at);
    await sent(at, `drills/${id}/record`, { ...WHO, ...DRILLED });
    const acceptance = { zh: null, en: 'the bridge was closed' };
    return { params: { id }, body: { ...WHO, acceptance }, other: { acceptance: { zh: null, en: 'it rained' } } };
  },
  'move-tier': async (at) => {
    const id = await industryMade(at);
    const moved = {
      ...WHO,
      tier: 'quay-trades',
      fromOn: '2025-02-01',
      grounds: { zh: null, en: 'ships come' },
      source: 'gazette',
      confidence: 'high',
    };
    return { params: { id }, body: moved, other: { fromOn: '2025-02-02' } };
  },
  'review-industry': async (at) => {
    const id = await industryMade(at);
    const seen = { ...WHO, on: '2025-02-01', stage: 'seed', finding: { zh: null, en: 'two yards' } };
    return { params: { id }, body: seen, other: { on: '2025-02-02' } };
  },
  'adopt-flood-run': async (at) => {
    await caseMade(at.house, at.own);
    const adopted = {
      ...WHO,
      run: await ranOnce(at.house, at.own),
      project: 'sea-wall',
      on: '2025-03-01',
      minute: { zh: null, en: 'dig the ditch' },
    };
    return { params: { id: 'river-high' }, body: adopted, other: { on: '2025-03-02' } };
  },
  'propose-change': async (at) => {
    await underReview(at);
    return PROPOSAL;
  },
  'decide-change': async (at) => {
    await underReview(at);
    const { id } = await sent(at, 'pending-changes', PROPOSAL.body, at.second);
    return { params: { id }, body: { ...WHO, decision: 'accepted' }, other: OTHER };
  },
  'write-comment': () => COMMENT,
  'withdraw-comment': async (at) => {
    const { id } = await sent(at, 'comments', COMMENT.body);
    return { params: { id }, body: WHO, other: OTHER };
  },
  'save-view': () => VIEW,
  'name-owner': async (at) => {
    const [person, other] = [await colleague(at), await colleague(at)];
    return { body: { ...WHO, person, subjects: [{ kind: 'project', id: 'sea-wall' }] }, other: { person: other } };
  },
  'hand-over': async (at) => {
    const [from, to, other] = [await colleague(at), await colleague(at), await colleague(at)];
    await sent(at, 'owners', { ...WHO, person: from, subjects: [{ kind: 'project', id: 'sea-wall' }] });
    return { body: { ...WHO, from, to }, other: { to: other } };
  },
};

/** The same as requests, by the method and the address of each action in the OpenAPI document. */
export const KEYED_ACTIONS: readonly (readonly [string, (at: Setting) => Promise<Keyed>])[] = ACTION_NAMES.flatMap((name) => {
  const sample = ACTIONS[name];
  if (!sample) return [];
  const [method, path] = ADDRESSES[name];
  const filled = (params: Asked['params'] = {}): string => path.slice(1).replace(/:(\w+)/g, (_, param: string) => String(params[param]));
  const keyed = async (at: Setting): Promise<Keyed> => {
    const { params, ...asked } = await sample(at);
    return { path: filled(params), ...asked };
  };
  return [[`${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`, keyed] as const];
});

/** An issue that has an owner and a due date. */
async function issueRaised(at: Setting): Promise<string> {
  const id = 'stuck-crane';
  await sent(at, 'issues', {
    ...WHO,
    fields: { id, name_en: 'The crane is stuck', level: 'office', owner: 'works', due_on: '2099-12-31' },
  });
  return id;
}

/** Feedback that came by telephone. */
async function feedbackTaken(at: Setting): Promise<string> {
  const id = 'loud-crane';
  await sent(at, 'feedback-items', { ...WHO, fields: { id, name_en: 'Feedback by telephone', words_en: 'The crane is loud' } });
  return id;
}

/** An industry, and a tier that it can be moved to. */
async function industryMade(at: Setting): Promise<string> {
  const id = 'ship-repair';
  await sent(at, 'industries', { ...WHO, fields: { id, name_en: 'Ship repair' } });
  await sent(at, 'tiers', {
    ...WHO,
    fields: { id: 'quay-trades', name_en: 'Quay trades', scheme: '1', from_on: '2025-01-01', position: 1 },
  });
  return id;
}

/** A meeting with a decision that has an owner and a due date. */
const DRILLED = { heldOn: '2025-02-20', minutes: 150 };

/** A ground that flood cases are worked out on. */
export async function groundMade(at: Setting): Promise<string> {
  const id = 'dock-heights';
  await sent(at, 'grounds', { ...WHO, fields: { id, name_en: 'Dock heights', confidence: 'low' } });
  return id;
}

/** A dual-use asset that drills are held of. */
export async function assetMade(at: Setting): Promise<string> {
  const id = 'crane-shelter';
  await sent(at, 'dual-use-assets', { ...WHO, fields: { id, name_en: 'Crane shelter', kind: 'shelter', activation_hours: 2 } });
  return id;
}

async function drillPlanned(at: Setting): Promise<string> {
  const id = 'night-drill';
  await sent(at, 'drills', { ...WHO, fields: { id, name_en: 'Night drill', asset: await assetMade(at), planned_on: '2025-02-19' } });
  return id;
}

/** A meeting with a decision; its id. */
export async function meetingHeld(at: Setting): Promise<string> {
  const id = 'crane-meeting';
  await sent(at, 'meetings', { ...WHO, fields: { id, name_en: 'On the crane', kind: 'special', held_on: '2025-02-20' } });
  await sent(at, 'decisions', { ...WHO, fields: { id: 'grease-crane', ...DECIDED, meeting: id, name_en: 'Grease it' } });
  return id;
}
