import { addressOf } from './client.ts';

/**
 * What a window hears of the changes of the district, and of long work. `id`: the last deed, as the server counts them; `data`: a change, or how far a run is, as it was sent;
 * `mode`: whether anything can be recorded, null where that is not known any more.
 */
type Heard =
  | { readonly is: 'change'; readonly id: number; readonly data: string }
  | { readonly is: 'begin'; readonly id: number; readonly mode: string | null }
  | { readonly is: 'reset' | 'status'; readonly id: number }
  | { readonly is: 'run'; readonly data: string }
  | { readonly is: 'broken' };
type Hear = (heard: Heard) => void;

const RETRY_MS = 1000;
/** The lock of the window that listens for all windows of the browser, and the channel on which it tells them. */
const NAME = 'westgate.changes';
/** Asks on the channel where the stream stands; answers that it is being opened. */
const [ASK, HERE] = ['where', 'here'] as const;
type Said = Heard | typeof ASK | typeof HERE;
/** How often a window that is seen asks, and how often it does so in vain before it listens itself: browsers halt windows that nobody sees. */
const [ASK_MS, ASKED_IN_VAIN] = [5000, 3];

/**
 * Tells of the changes of the district until it is ended. One window of a browser listens to the server and tells the others, as browsers keep few
 * connections to a server: when it closes, or falls silent, another takes its place. Where the browser has no locks, as over an address that is not secure,
 * each window listens.
 */
export function openFeed(hear: Hear): () => void {
  const ended = new AbortController();
  const channel = navigator.locks === undefined ? null : openChannel();
  if (channel === null) openStream(hear, ended.signal);
  else new Shared(channel, hear, ended.signal);
  return () => ended.abort();
}

/** Null where the browser does not give one, as where it keeps nothing of a site. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}

/** A window among those that share one stream. */
class Shared {
  readonly #channel: BroadcastChannel;
  readonly #hear: Hear;
  readonly #ended: AbortSignal;
  /** Ends the place of this window, or its wait for it. */
  #turn = new AbortController();
  /** What the stream told last, where this window listens to it; null: nothing yet. */
  #last: Exclude<Heard, { readonly is: 'run' }> | null = null;
  #leads = false;
  #inVain = 0;

  constructor(channel: BroadcastChannel, hear: Hear, ended: AbortSignal) {
    this.#channel = channel;
    this.#hear = hear;
    this.#ended = ended;
    channel.onmessage = ({ data }: MessageEvent<Said>) => this.#receive(data);
    channel.postMessage(ASK);
    this.#wait({});
    const timer = setInterval(() => this.#look(), ASK_MS);
    const seen = (): void => {
      this.#inVain = 0;
    };
    document.addEventListener('visibilitychange', seen);
    ended.addEventListener('abort', () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      this.#turn.abort();
      channel.close();
    });
  }

  #receive(data: Said): void {
    if (data === ASK) {
      if (this.#leads) this.#channel.postMessage(this.#standing());
      return;
    }
    this.#inVain = 0;
    if (data !== HERE) this.#hear(data);
  }

  /** Where the stream stands. */
  #standing(): Said {
    if (this.#last === null) return HERE;
    if (this.#last.is === 'broken' || this.#last.is === 'begin') return this.#last;
    return { is: 'begin', id: this.#last.id, mode: null };
  }

  /** Where this window is seen and whoever listens does not answer, it takes the place. */
  #look(): void {
    if (this.#leads || document.visibilityState === 'hidden') return;
    this.#inVain += 1;
    if (this.#inVain > ASKED_IN_VAIN) this.#wait({ steal: true });
    else this.#channel.postMessage(ASK);
  }

  /** Listens when it is this window's turn, until another takes the place; then it waits again. */
  #wait(how: LockOptions): void {
    this.#turn.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.#inVain = 0;
    const lead = (): Promise<void> =>
      new Promise((resolve) => {
        turn.signal.addEventListener('abort', () => resolve());
        this.#leads = true;
        this.#last = null;
        openStream((heard) => this.#tell(heard), turn.signal);
      });
    navigator.locks.request(NAME, how.steal ? how : { signal: turn.signal }, lead).catch((error: unknown) => {
      if (turn.signal.aborted) return;
      this.#leads = false;
      if (error instanceof DOMException && error.name === 'AbortError') this.#wait({});
      // Without locks after all, this window listens for itself.
      else openStream(this.#hear, this.#ended);
    });
  }

  #tell(heard: Heard): void {
    if (heard.is !== 'run') this.#last = heard;
    this.#channel.postMessage(heard);
    this.#hear(heard);
  }
}

/** Listens to the server; a stream that breaks is opened again each second. */
function openStream(hear: Hear, signal: AbortSignal): void {
  const source = new EventSource(addressOf('changes'));
  const idOf = ({ lastEventId }: MessageEvent): number => Number(lastEventId);
  source.addEventListener('message', (event: MessageEvent<string>) => hear({ is: 'change', id: idOf(event), data: event.data }));
  source.addEventListener('run', (event: MessageEvent<string>) => hear({ is: 'run', data: event.data }));
  source.addEventListener('begin', (event: MessageEvent<string>) => {
    const { mode = null } = JSON.parse(event.data) as { readonly mode?: string };
    hear({ is: 'begin', id: idOf(event), mode });
  });
  for (const is of ['reset', 'status'] as const) source.addEventListener(is, (event: MessageEvent) => hear({ is, id: idOf(event) }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    source.close();
    clearTimeout(timer);
  };
  source.addEventListener('error', () => {
    source.close();
    hear({ is: 'broken' });
    timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      openStream(hear, signal);
    }, RETRY_MS);
  });
  signal.addEventListener('abort', end);
}
