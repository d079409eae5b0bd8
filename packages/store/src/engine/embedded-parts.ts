import type { Journal } from '../journal/journal.ts';
import type { FileKeep } from '../kept-files/file-keep.ts';
import type { Finding } from '../mend/finding.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ownership } from '../ownership/ownership.ts';
import type { KeyRing } from '../persons/key-ring.ts';
import type { SignInLog } from '../persons/sign-in-log.ts';
import type { RunKeep } from '../runs/run-keep.ts';
import type { Database } from '../sql/port.ts';
import type { EngineOptions, LocalPlace } from './engine.ts';
import type { Said } from './open-folder.ts';
import type { Stop } from './stop.ts';

/** What an embedded engine begins with. */
export interface EmbeddedParts {
  readonly place: LocalPlace;
  readonly journal: Journal;
  /** At the head of the journal. */
  readonly database: Database;
  /** The database is not the one in the folder but one in memory that stands in for it. */
  readonly isStandIn: boolean;
  readonly keys: KeyRing;
  readonly signInLog: SignInLog;
  readonly outbox: Outbox;
  readonly files: FileKeep;
  readonly runKeep: RunKeep;
  readonly ownership: Ownership;
  readonly said: Said;
  /** Why no deed is taken; null while deeds are taken. */
  readonly stop: Stop | null;
  /** What the journal lacks; null where it lacks nothing, or nobody looked yet. */
  readonly finding: Finding | null;
  readonly options: EngineOptions;
}
