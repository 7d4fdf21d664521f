import type { pageDoctor as ko } from '../ko/page-doctor.ts';

/** Words of the modem doctor on the line page. */
export const pageDoctor = {
  'doctor.title': 'Modem check-up',
  'doctor.about': 'Looks step by step whether your modem works. It does not disturb the guard.',
  'doctor.run.modem': 'Check the modem',
  'doctor.run.call': 'With a test call',
  'doctor.run.hang-up': 'Test hanging up too',
  'doctor.waiting': 'Checking.',
  'doctor.waiting.call': 'Call this phone from your mobile now. Waiting for one minute.',
  'doctor.failed': 'The check did not finish. Try again in a moment.',
  'doctor.ok': 'Good',
  'doctor.bad': 'Problem',
  'doctor.none': 'Left out',
  'doctor.wire': 'See what was said to the modem',
  'doctor.transcript': 'Get the transcript (numbers masked)',
} as const satisfies Record<keyof typeof ko, string>;
