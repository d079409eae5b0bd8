import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codingFor } from '../answers/compressed.ts';
import type { RunningAnswers } from '../answers/running-answers.ts';
import { type Asker, answeredAs, answeredWith, type Caller } from '../caller/caller.ts';
import type { RequestCounts } from '../caller/request-counts.ts';
import { contentIn, heldBy, nameIn, SEQ_HEADER } from '../http/answer-tags.ts';
import { requestCheck } from '../http/guard.ts';
import type { Office } from '../office/office.ts';
import { type Authentication, callerAtOnce, personShown, requireRight, rightOf, shownBy } from '../people/authentication.ts';
import { awaitsFirst } from '../people/first-account.ts';
import { addressBehind } from './address.ts';
import { type Form, ReadyAnswers, type ReadyForm } from './ready-answers.ts';
import { Waiting } from './waiting.ts';

/** What a request may have that the front does not look at. */
const OTHERWISE = ['content-length', 'transfer-encoding', 'expect', 'range', 'upgrade', 'if-match', 'westgate-first'] as const;
/** What an answer tells of one request, or of the moment, alone. */
const OF_ONE: ReadonlySet<string> = new Set([
  ...['x-request-id', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after', 'etag', 'set-cookie', SEQ_HEADER],
  ...['content-length', 'date', 'connection', 'keep-alive'],
]);

/** What the front is made of. */
export interface FrontParts {
  readonly office: Office;
  readonly authentication: Authentication;
  readonly counts: RequestCounts;
  readonly running: RunningAnswers;
  readonly isClosing: () => boolean;
}

/** A request that came. */
interface Came {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Has it go the whole way, once. */
  readonly pass: () => void;
}

/** A request that the front looks at. */
interface Asked extends Came {
  /** When it was looked up who asks. */
  readonly moment: string;
  readonly asker: Asker & { readonly caller: Caller };
}

/** What is lacking to answer. */
type Lacking = 'answer' | Form | 'more';

/** How often a request waits for another: for an answer, for a form of it, and again where a deed was done meanwhile. */
const MOST_WAITS = 4;

/**
 * Answers before all else what was answered already, and still holds, to someone who is answered alike, in the same bytes: who asks is looked up as ever, and counted.
 * Whatever is not plain goes the whole way.
 */
export class Front {
  readonly #parts: FrontParts;
  readonly #check: (request: IncomingMessage) => void;
  readonly #ready: ReadyAnswers;
  readonly #waiting = new Waiting();
  /** For whom others wait, and what is lacking. */
  readonly #makers = new WeakMap<IncomingMessage, string>();

  constructor(parts: FrontParts) {
    this.#parts = parts;
    this.#ready = new ReadyAnswers((answer) => parts.office.answers.stands(answer));
    this.#check = requestCheck(parts.authentication.origin);
  }

  /** Answers what it can of what comes to `server`; the rest goes to whoever listens there already. */
  stand(server: Server): void {
    const whole = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      let isPassed = false;
      const pass = (): void => {
        if (isPassed || response.headersSent) return;
        isPassed = true;
        for (const each of whole) each.call(server, request, response);
      };
      this.#begin({ request, response, pass }, MOST_WAITS);
    });
  }

  /** Has it learn from what routes of `api` that are added from now on answer. */
  learn(api: FastifyInstance): void {
    api.decorateRequest('kept', null);
    api.addHook('onSend', (request, reply, payload, done) => {
      this.#keep(request, reply, payload);
      this.#endMaking(request.raw);
      done(null, payload);
    });
  }

  #keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const { kept, method, url } = request;
    const right = rightOf(request);
    const isHeld = reply.statusCode === 304;
    const body = payload instanceof Buffer ? payload : null;
    if (kept === null || right === null || method !== 'GET' || !isPlain(request.raw) || kept.moment !== this.#parts.office.moment) return;
    if (!isHeld && (reply.statusCode !== 200 || body === null)) return;
    const { answer } = kept;
    const form: Form = isHeld ? 'held' : (codingFor(request) ?? 'plain');
    const ready = { head: headOf(reply, isHeld), body: isHeld ? null : body };
    this.#ready.keep({ url, who: answer.who }, this.#parts.office.dayAndStanding, { answer, right, form, ready });
  }

  /** `waits`: how often it may still wait. Where anything fails here, the whole way is gone, which knows what to say. */
  #begin(came: Came, waits: number): void {
    const { request, pass } = came;
    const { office, authentication } = this.#parts;
    const { url = '' } = request;
    try {
      const { moment } = office;
      const isMeant = request.method === 'GET' && this.#ready.mayHold(url) && isPlain(request);
      const ip = isMeant && !awaitsFirst(office, authentication) ? addressBehind(request, authentication.origin !== null) : null;
      const finding = ip === null ? null : this.#callerOf(request, ip);
      const goOn = (caller: Caller | null): void => {
        if (ip === null || caller === null) pass();
        else this.#goOn({ ...came, moment, asker: { caller, ip } }, waits);
      };
      if (finding instanceof Promise) finding.then(goOn).catch(pass);
      else goOn(finding);
    } catch {
      pass();
    }
  }

  /** Who asks; null for whoever is refused, or told that a session is over, by the whole way. */
  #callerOf(request: IncomingMessage, ip: string): Caller | Promise<Caller | null> | null {
    const { office, authentication } = this.#parts;
    try {
      this.#check(request);
      const shown = shownBy({ headers: request.headers, raw: request }, authentication);
      return callerAtOnce(shown, office, authentication) ?? personShown({ ip }, shown, office, authentication);
    } catch {
      return null;
    }
  }

  /** Answers, or has one make what is lacking while others who lack the same wait. Who waits over a deed is looked up again: rights may be others by then. */
  #goOn(asked: Asked, waits: number): void {
    const { request, response, pass, asker, moment } = asked;
    if (response.destroyed) return;
    if (moment !== this.#parts.office.moment && waits > 0) {
      this.#begin(asked, waits - 1);
      return;
    }
    const lacking = this.#answer(asked);
    if (lacking === null) return;
    const what = `${request.url} ${answeredWith(asker.caller)} ${lacking}`;
    const mayWait = lacking !== 'more' && waits > 0;
    // In a context of its own: what is said of the one who makes it is nothing of who waits.
    const goOn = AsyncResource.bind(() => this.#tried(pass, () => this.#goOn(asked, waits - 1)));
    if (mayWait && this.#waiting.waits(what, goOn)) return;
    if (mayWait && this.#waiting.begin(what, moment)) {
      this.#makers.set(request, what);
      response.once('close', () => this.#endMaking(request));
    }
    pass();
  }

  #tried(pass: () => void, work: () => void): void {
    try {
      work();
    } catch {
      pass();
    }
  }

  #endMaking(request: IncomingMessage): void {
    const what = this.#makers.get(request);
    if (what === undefined) return;
    this.#makers.delete(request);
    const [url = '', ...rest] = what.split(' ');
    const who = rest.slice(0, -1).join(' ');
    this.#waiting.end(what, this.#ready.of({ url, who }, this.#parts.office.dayAndStanding) !== null);
  }

  /** Answers where what is asked for is ready: null. Else nothing was done: the answer is lacking, or a form of it, or it takes `more` than is looked at here. */
  #answer({ request, response, asker }: Asked): Lacking | null {
    const { office, counts, running, isClosing } = this.#parts;
    const { url = '' } = request;
    const moment = office.dayAndStanding;
    if (isClosing() || response.headersSent || !counts.hasRoomToRead(asker)) return 'more';
    const ready =
      this.#ready.of({ url, who: answeredWith(asker.caller) }, moment) ?? this.#ready.of({ url, who: answeredAs(asker.caller) }, moment);
    if (ready === null) return 'answer';
    const { answer, right, forms } = ready;
    const tags = heldBy(request);
    const held = tags.find((tag) => tag === answer.tag || nameIn(tag) === nameIn(answer.tag));
    const isHeld = held !== undefined || tags.some((tag) => contentIn(tag) === contentIn(answer.tag));
    const name = isHeld ? 'held' : (codingFor(request) ?? 'plain');
    const form = forms.get(name);
    if (form === undefined) return name;
    try {
      requireRight(right, asker.caller);
      running.beginAnswer(asker, { raw: response }, form.body?.length ?? 0);
    } catch {
      return 'more';
    }
    const length = form.body === null ? [] : ['content-length', String(form.body.length)];
    const own = [
      'x-request-id',
      randomUUID(),
      ...counts.takeRead(asker),
      SEQ_HEADER,
      String(office.desk.seq),
      'etag',
      held ?? answer.tag,
      ...length,
    ];
    response.writeHead(isHeld ? 304 : 200, [...own, ...form.head]);
    if (form.body === null) response.end();
    else response.end(form.body);
    return null;
  }
}

/** Whether a request holds nothing that its answer could hang on beside who asks, how it is packed and what is held. */
function isPlain({ headers }: IncomingMessage): boolean {
  return OTHERWISE.every((name) => headers[name] === undefined);
}

/** The head of an answer as it goes out, without what is of one request. */
function headOf(reply: FastifyReply, isHeld: boolean): ReadyForm['head'] {
  return Object.entries(reply.getHeaders()).flatMap(([name, value]) => {
    if (OF_ONE.has(name) || value === undefined || (isHeld && name.startsWith('content-type'))) return [];
    return [value].flat().flatMap((each) => [name, String(each)]);
  });
}
