import fc from 'fast-check';

/** The same cases at every run, so that a failure is somebody's change; FUZZ_SEED=random (or a number) looks for new ones. */
const wanted = process.env['FUZZ_SEED'] ?? '1588';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
