import { WestgateError } from '@westgate/base';
import { commonSchema, type MEDIA, type Run, type Thing } from '@westgate/contract';
import { askedIn, isUnderway, type Register, runKindNamed } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { accountNow } from '../caller/caller.ts';
import { asFile } from '../exports/download.ts';
import type { Limits } from '../http/limits.ts';
import { read, serve, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { requireRightNow } from '../people/authentication.ts';
import { findThing } from '../present/thing.ts';
import type { Runs } from '../runs/runs.ts';
import { kindOf, maySee, noRun, seenRun } from '../runs/seen-run.ts';
import type { HeldRun } from '../runs/told-run.ts';

/** Adds long work: asking for it, how far it is, what came of it. */
export function addRuns(
  app: FastifyInstance,
  office: Office,
  { runs, limits, downloads }: { readonly runs: Runs; readonly limits: Limits; readonly downloads: Downloads },
): void {
  const list = async () => ({ items: await shown(office, runs, await runs.all()), keptDays: limits.keptRunDays, most: limits.keptRuns });
  const one = async (held: HeldRun): Promise<Run> => {
    const found = (await shown(office, runs, await runs.all())).find(({ id }) => id === held.id);
    return found ?? noRun(held.id);
  };
  const known = (id: string): Promise<HeldRun> => seenRun(runs, id);
  /** Throws `WG_NOT_ALLOWED` where who asks neither asked for it nor may change what it is about. */
  const own = async (id: string): Promise<string> => {
    const held = await known(id);
    if (runs.mayEnd(held, accountNow())) return held.id;
    throw new WestgateError('WG_NOT_ALLOWED', {
      zh: '只能停止或删除本人发起的后台任务，或可修改的记录的后台任务',
      en: 'expected a run that you asked for, or one of a record that you may change',
    });
  };
  read(app, office, 'runs', { present: list });
  write(app, 'start-run', {
    act: async ({ body: { kind, ask }, idem }) => {
      requireRightNow(runKindNamed(kind).right);
      return one(await runs.start(kind, { ...ask }, { person: accountNow(), idem }));
    },
  });
  write(app, 'cancel-run', { act: async ({ params: { id } }) => one(await runs.cancel(await own(id))) });
  write(app, 'remove-run', {
    act: async ({ params: { id } }) => {
      await runs.remove(await own(id));
      return list();
    },
  });
  serve(app, 'run-file', async (request, reply, { params: { id } }) => {
    const { run, file } = await known(id);
    if (run.file === null || file === null)
      throw new WestgateError('WG_NOT_FOUND', { zh: '这个后台任务没有留下文件', en: 'this run holds no file' });
    const at = run.file.name.lastIndexOf('.');
    asFile(reply, run.file.name.slice(0, at), run.file.name.slice(at + 1) as keyof typeof MEDIA);
    return downloads.send(request, reply, { key: `run ${file}`, seq: null }, () => runs.file(file));
  });
}

/** The runs that whoever asks may see, as they are answered. */
async function shown(office: Office, runs: Runs, held: readonly HeldRun[]): Promise<Run[]> {
  const view = office.view();
  const mine = held.filter((each) => maySee(runs, each));
  const isNamed = mine.some(({ run }) => run.person !== null);
  const names = new Map(isNamed ? (await office.desk.people.named()).map(({ id, name }) => [id, name]) : []);
  const waiting = held
    .filter(({ run }) => run.state === 'queued')
    .map(({ id }) => id)
    .reverse();
  return mine.map((each) => {
    const { id, askedAt, file, run } = each;
    const { state, ask, person, startedAt, endedAt, seq, inputs, version, seed, result, fault, progress } = run;
    return {
      ...{ id, kind: kindOf(each), state, ask: { ...ask }, askedAt, startedAt, endedAt, seq, inputs, version, seed },
      about: aboutOf(view.register, each),
      who: person === null ? null : (names.get(person) ?? null),
      isAnonymous: person === null,
      ...{ mayEnd: runs.mayEnd(each, accountNow()), isRestedOn: runs.isRestedOn(each) },
      place: state === 'queued' ? waiting.indexOf(id) + 1 : null,
      progress: isUnderway(state) ? progress : null,
      result: result && { ...result },
      file: run.file && { ...run.file, isKept: file !== null },
      fault: fault && { code: fault.code, detail: { zh: fault.zh, en: fault.en } },
    };
  });
}

/** The record that a run was asked for. */
function aboutOf(register: Register, held: HeldRun): Thing | null {
  const [entry] = askedIn(runKindNamed(kindOf(held)).fields).filter(({ field }) => field.kind === 'ref');
  if (entry?.field.kind !== 'ref') return null;
  const { table } = entry.field;
  const kind = commonSchema.thingKind.options.find((each) => each === table);
  return kind ? findThing(register, kind, String(held.run.ask[entry.asked])) : null;
}
