import { slopeOf } from './figures.mjs';

const MB = 1024 * 1024;
/** How much of its mean, and how many bytes beside, memory may grow over the second half of the trial. */
const GROWTH = { share: 0.15, bytes: 24 * MB };
/** A process that has just begun still takes what it will need: memory is judged where the second half is at least this long. */
const JUDGED_FROM_S = 120;

/** The memory of the processes that serve, looked at again and again. */
export class Memory {
  #servers;
  #samples = [];

  constructor(servers) {
    this.#servers = servers;
  }

  async sample() {
    this.#samples.push({ at: performance.now() / 1_000, of: this.#servers.map((server) => server.memory()) });
  }

  /** Rows for the table, and faults where it grew over the second half. */
  told() {
    const half = this.#samples.slice(Math.floor(this.#samples.length / 2));
    const [rows, faults] = [[], []];
    this.#servers.forEach((_, index) => {
      for (const kind of ['rss', 'heap']) {
        const points = half.filter(({ of }) => of[index][kind] !== null).map(({ at, of }) => [at, of[index][kind]]);
        if (points.length < 3) continue;
        const slope = slopeOf(points);
        const seconds = points.at(-1)[0] - points[0][0];
        const growth = slope * seconds;
        const mean = points.reduce((sum, [, value]) => sum + value, 0) / points.length;
        const name = `process ${index + 1} ${kind === 'rss' ? 'resident' : 'heap after collection'}`;
        const told = `${(mean / MB).toFixed(1)} MB, ${((slope * 60) / MB).toFixed(2)} MB a minute over the last ${points.length} looks`;
        rows.push([name, told]);
        if (seconds > JUDGED_FROM_S && growth > mean * GROWTH.share + GROWTH.bytes)
          faults.push(`${name} grew by ${(growth / MB).toFixed(1)} MB: ${told}`);
      }
    });
    return { rows, faults };
  }
}
