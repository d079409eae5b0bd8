import { Presets, SingleBar } from 'cli-progress';

/** Shows the stages of long work as a bar. Without a terminal it shows nothing. */
export interface Progress {
  /** Says that the next stage begins. */
  step(stage: string): void;
  stop(): void;
}

/** A bar over `stages` stages on stderr when that is a terminal and `quiet` is false. */
export function progressOf(stages: number, quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { step() {}, stop() {} };
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {stage}', stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_grey,
  );
  let done = 0;
  bar.start(stages, 0, { stage: '' });
  return {
    step(stage) {
      bar.update(done, { stage });
      done = Math.min(done + 1, stages);
    },
    stop() {
      if (!bar.isActive) return;
      bar.update(stages, { stage: '' });
      bar.stop();
    },
  };
}
