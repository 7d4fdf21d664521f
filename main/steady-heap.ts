import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Enough for new objects to die young; V8 lets their space grow to sixteen times this. */
const enoughBytes = 8 * 1024 * 1024;
const lookEveryMs = 20;

let watching = false;

function hasEnough(): boolean {
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return space === undefined || space.space_size >= enoughBytes;
}

/**
 * Keeps V8's space for new objects from growing beyond what is enough. By itself it grows under long work, such as the
 * import of a million numbers, to 128 MB that are never given back; a guard that runs for months on a small machine is
 * better off collecting a little more often. Nor may it guess which objects will live long: rows of a file that it takes
 * for such pile up by tens of megabytes.
 */
export function keepHeapSteady(): void {
  if (watching) return;
  watching = true;
  setFlagsFromString('--no-allocation-site-pretenuring');
  look();
}

function look(): void {
  if (hasEnough()) setFlagsFromString('--semi-space-growth-factor=1');
  else setTimeout(look, lookEveryMs).unref();
}
