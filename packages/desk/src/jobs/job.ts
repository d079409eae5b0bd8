import type { JobLimits } from './job-limits.ts';

/** What a job knows of the place where it runs. */
export interface JobSite<Piece = never> {
  readonly limits: JobLimits;
  /**
   * Hands over a part of what the job found and goes on when it was taken: a long list comes to its asker in parts, each soon read, so that
   * it holds nobody up. How far the job is may be told so as well.
   */
  hand(piece: Piece): Promise<void>;
}

/**
 * A job: what it is given in, what it found out. It rests on nothing but its input, what it throws as a `WestgateError` reaches its asker as
 * that. Input, pieces and answer are plain values that can be copied from one process to another.
 */
export type Job<Input, Answer, Piece = never> = (input: Input, site: JobSite<Piece>) => Answer | Promise<Answer>;

/** Jobs by name: what a module exports as `jobs` for those who run them. */
// biome-ignore lint/suspicious/noExplicitAny: a register holds jobs of every input
export type Jobs = Readonly<Record<string, Job<any, unknown, any>>>;

export type JobInput<J extends Jobs, N extends keyof J> = Parameters<J[N]>[0];
export type JobPiece<J extends Jobs, N extends keyof J> = Parameters<J[N]>[1] extends JobSite<infer Piece> ? Piece : never;
export type JobAnswer<J extends Jobs, N extends keyof J> = Awaited<ReturnType<J[N]>>;

/** A job to be done: its name among the jobs of `module`, the address of a compiled module. */
export interface JobOrder {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
  readonly limits: JobLimits;
}

/** What a worker is sent. */
export type ToWorker = ({ readonly kind: 'run' } & JobOrder) | { readonly kind: 'more' };

/** What a worker sends back. */
export type FromWorker =
  | { readonly kind: 'piece'; readonly piece: unknown }
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly kind: 'hard'; readonly found: string }
  | { readonly kind: 'failed'; readonly message: string };
