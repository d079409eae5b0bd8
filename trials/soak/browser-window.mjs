// One window of a browser: its stream of changes, opened again when it breaks as long as the session stands.
import { get } from 'node:http';

const AGAIN_MS = 1_000;

/** A window at `address` that shows `headers`; `watch` is told of what it hears and of each end. */
export class BrowserWindow {
  isOpen = false;
  /** When its right went, by performance.now; null while it stands. */
  goneAt = null;
  endedAt = null;
  lastId = null;
  #response = null;
  #timer;
  #isClosed = false;

  constructor(address, headers, watch) {
    this.address = address;
    this.headers = headers;
    this.watch = watch;
  }

  open() {
    if (this.#isClosed || this.goneAt !== null) return;
    const headers = { ...this.headers, ...(this.lastId === null ? {} : { 'last-event-id': this.lastId }) };
    const request = get(`${this.address}/api/v1/changes`, { headers, agent: false }, (response) => {
      this.#response = response;
      if (response.statusCode !== 200) {
        response.resume();
        this.watch.refused(this, response.statusCode);
        return this.#again();
      }
      this.isOpen = true;
      response.setEncoding('utf8').on('data', (text) => this.#hear(text));
      response
        .on('error', () => undefined)
        .on('close', () => {
          this.isOpen = false;
          this.endedAt = performance.now();
          this.watch.ended(this);
          this.#again();
        });
    });
    request.on('error', () => {
      this.watch.refused(this, null);
      this.#again();
    });
  }

  /** Hangs up; `isForGood`: and does not come back. */
  leave(isForGood) {
    this.#isClosed = isForGood;
    clearTimeout(this.#timer);
    this.isLeaving = true;
    this.#response?.destroy();
  }

  #again() {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isLeaving = false;
      this.open();
    }, AGAIN_MS);
  }

  #hear(text) {
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    if (ids.length > 0) this.lastId = String(ids.at(-1));
    this.watch.heard(this, ids, text);
  }
}
