import { addressOf } from './client.ts';

/** What a window hears of the changes of the district. `id`: the last deed, as the server counts them; `data`: a change, as it was sent. */
type Heard =
  | { readonly is: 'change'; readonly id: number; readonly data: string }
  | { readonly is: 'begin' | 'reset' | 'status'; readonly id: number }
  | { readonly is: 'broken' };
type Hear = (heard: Heard) => void;

const RETRY_MS = 1000;
/** The lock of the window that listens for all windows of the browser, and the channel on which it tells them. */
const NAME = 'westgate.changes';
/** Asks on the channel where the stream stands. */
const ASK = 'where';
/** How often a window that is seen asks, and after how long without a word it listens itself: browsers halt windows that nobody sees. */
const [ASK_MS, SILENT_MS] = [5000, 12_000];

/**
 * Tells of the changes of the district until it is ended. One window of a browser listens to the server and tells the others, as browsers keep few
 * connections to a server: when it closes, or falls silent, another takes its place. Where the browser has no locks, as over an address that is not secure,
 * each window listens.
 */
export function openFeed(hear: Hear): () => void {
  const ended = new AbortController();
  if (navigator.locks === undefined) openStream(hear, ended.signal);
  else new Shared(hear, ended.signal);
  return () => ended.abort();
}

/** A window among those that share one stream. */
class Shared {
  readonly #channel = new BroadcastChannel(NAME);
  readonly #hear: Hear;
  readonly #ended: AbortSignal;
  /** What the stream told last, where this window listens to it. */
  #last: Heard | null = null;
  #leads = false;
  #heardAt = Date.now();

  constructor(hear: Hear, ended: AbortSignal) {
    this.#hear = hear;
    this.#ended = ended;
    this.#channel.onmessage = ({ data }: MessageEvent<Heard | typeof ASK>) => this.#receive(data);
    this.#channel.postMessage(ASK);
    this.#wait({ signal: ended });
    const timer = setInterval(() => this.#look(), ASK_MS);
    ended.addEventListener('abort', () => {
      clearInterval(timer);
      this.#channel.close();
    });
  }

  #receive(data: Heard | typeof ASK): void {
    if (data !== ASK) {
      this.#heardAt = Date.now();
      this.#hear(data);
    } else if (this.#leads && this.#last !== null) {
      this.#channel.postMessage(this.#last.is === 'broken' ? this.#last : { is: 'begin', id: this.#last.id });
    }
  }

  /** Where this window is seen and whoever listens says nothing, it takes the place. */
  #look(): void {
    if (this.#leads || document.visibilityState === 'hidden') return;
    if (Date.now() - this.#heardAt > SILENT_MS) this.#wait({ steal: true });
    else this.#channel.postMessage(ASK);
  }

  /** Listens when it is this window's turn, until another takes the place; then it waits again. */
  #wait(how: LockOptions): void {
    this.#heardAt = Date.now();
    const stopped = new AbortController();
    this.#ended.addEventListener('abort', () => stopped.abort());
    const lead = (): Promise<void> =>
      new Promise((resolve) => {
        this.#leads = true;
        openStream((heard) => this.#tell(heard), stopped.signal);
        this.#ended.addEventListener('abort', () => resolve());
      });
    navigator.locks.request(NAME, how, lead).catch(() => {
      if (this.#ended.aborted) return;
      stopped.abort();
      this.#leads = false;
      this.#wait({ signal: this.#ended });
    });
  }

  #tell(heard: Heard): void {
    this.#last = heard;
    this.#channel.postMessage(heard);
    this.#hear(heard);
  }
}

/** Listens to the server; a stream that breaks is opened again each second. */
function openStream(hear: Hear, signal: AbortSignal): void {
  const source = new EventSource(addressOf('changes'));
  const idOf = ({ lastEventId }: MessageEvent): number => Number(lastEventId);
  source.addEventListener('message', (event: MessageEvent<string>) => hear({ is: 'change', id: idOf(event), data: event.data }));
  for (const is of ['begin', 'reset', 'status'] as const)
    source.addEventListener(is, (event: MessageEvent) => hear({ is, id: idOf(event) }));
  const end = (): void => source.close();
  source.addEventListener('error', () => {
    end();
    signal.removeEventListener('abort', end);
    hear({ is: 'broken' });
    const timer = setTimeout(() => openStream(hear, signal), RETRY_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
  signal.addEventListener('abort', end);
}
