import { RUN_KIND_NAMES, RUN_STATES, type RunAsk, type RunKindName, type RunSent, runKindNamed } from '@westgate/domain';
import { z } from 'zod';
import { shapeOf } from './actions.ts';
import { meant, schemaName, thing } from './common.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const hash = z.string().describe('SHA-256 in hex');

/** How far a run is. `share`: of its stage; `leftMs`: until that ends, by how fast it went; `best`: the best value so far, where it looks for one; null where it is not known. */
const runProgress = z
  .object({ stage: z.string(), share: share.nullable(), leftMs: count.nullable(), best: z.number().nullable() })
  .meta({ id: 'RunProgress' });

const state = z.enum(RUN_STATES);

/** A run: what was asked, how far it is, and what came of it. */
export const run = z
  .object({
    id: z.string(),
    kind: z.enum(RUN_KIND_NAMES),
    state,
    /** What was asked, by the fields of its kind. */
    ask: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
    /** The record that it is about; null where it is about none, or that stands no more. */
    about: thing.nullable(),
    /** Who asked: null where nobody was signed in, or that person was erased. */
    who: z.string().nullable(),
    isAnonymous: z.boolean(),
    /** Whether whoever asks may end or remove it: who asked for it may, and who may change what it is about. */
    mayEnd: z.boolean(),
    /** Whether something that was decided rests on it: then it is not removed, nor its file let go. */
    isRestedOn: z.boolean(),
    askedAt: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** Which it is of those that wait, counted from 1; null where it does not. */
    place: count.nullable(),
    progress: runProgress.nullable(),
    /** The last deed in what it was computed on; null as long as it was not begun. */
    seq: count.nullable(),
    inputs: hash.nullable(),
    /** The version of what computed it. */
    version: count,
    /** What its lots were drawn from; null where it draws none. */
    seed: count.nullable(),
    /** What came of it, by the names that its kind gives. */
    result: z.record(z.string(), z.union([z.string(), z.number()]).nullable()).nullable(),
    /** The file that it made; `isKept` false: it was let go, as there were too many. */
    file: z.object({ sha256: hash, bytes: count, name: z.string(), isKept: z.boolean() }).nullable(),
    /** Why it failed. */
    fault: z.object({ code: z.string(), detail: z.object({ zh: z.string().nullable(), en: z.string() }) }).nullable(),
  })
  .meta({ id: 'Run' });

/** The runs of the kinds that whoever asks may see, the one asked for last first. */
export const runs = z
  .object({
    items: z.array(run),
    /** Days after which a run is removed, and how many are kept at most. */
    keptDays: count,
    most: count,
  })
  .meta({ id: 'Runs' });

/** One message of the event stream, under the event `run`: how far a run is. Where it tells nothing else of it runs are to be asked for again; its id is empty for who may perhaps not know of it. */
export const runMessage = z
  .object({ id: z.string(), state: state.nullable(), progress: runProgress.nullable() })
  .meta({ id: 'RunMessage' });

function requestOf(name: RunKindName) {
  const { about, fields } = runKindNamed(name);
  const ask = z.strictObject(shapeOf(name, fields)).meta({ id: `${schemaName(name)}Ask` });
  return z.strictObject({ kind: z.literal(name), ask }).describe(meant(about));
}

type RunRequest<How> = { [N in RunKindName]: { readonly kind: N; readonly ask: How extends 'sent' ? RunSent<N> : RunAsk<N> } }[RunKindName];

/** Asks for a run of one kind. */
export const runRequest = z
  .discriminatedUnion('kind', RUN_KIND_NAMES.map(requestOf) as unknown as [ReturnType<typeof requestOf>])
  .meta({ id: 'RunRequest' }) as unknown as z.ZodType<RunRequest<'read'>, RunRequest<'sent'>>;
