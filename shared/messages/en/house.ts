import type { house as ko } from '../ko/house.ts';

/** Words of the doors: the terminal, sign-in, and requests that could not be done. */
export const house = {
  'app.name': 'Ringfence',
  'problem.not-found': 'Not found. It may have been deleted already.',
  'problem.bad-request': 'That could not be understood. Please check what you entered.',
  'problem.rule-never-matches':
    'No call can ever match this rule. Please check the number, the value or the end.',
  'problem.learning-not-ready':
    'Learning can’t be turned on yet: its record isn’t good enough. The settings say what is still missing.',
  'problem.rule-public-line': 'Emergency and public lines can’t be blocked. They will keep ringing.',
  'problem.call-over': 'This call is already over.',
  'problem.too-large': 'This file is too large. Please split it and import the parts.',
  'problem.busy': 'Another file is being imported. Try again when it is done.',
  'problem.list-subscribed': 'This list is fetched from elsewhere, so its numbers can’t be changed by hand.',
  'problem.not-a-number': 'That can’t be read as a phone number. Please check it.',
  'problem.sign-in-needed': 'Please enter the password.',
  'problem.wrong-password': 'That password is not right. Try again.',
  'problem.too-many-tries': 'Too many wrong tries. Wait a minute and try again.',
  'problem.foreign-origin':
    'The request came from another site and was turned away. Open this computer’s address directly.',
  'problem.not-saved': 'Not saved. Check the free disk space and try again; what you typed is still here.',
  'problem.unexpected':
    'Something unexpected went wrong. Calls are still being watched. Try again in a moment.',
  'console.open': 'Ringfence is open at {address}',
  'console.demo': 'This is the simulated line, kept apart from real data. Press Ctrl-C to stop.',
  'console.watching': '{line} · {state}',
  'console.running': 'Ringfence is already running at {address}',
  'console.running.no-page': 'Ringfence is already running (process {pid}).',
  'console.stopped': 'Ringfence has stopped. Your data is in {folder}.',
  'console.port-busy': 'Port {port} is used by another program. Choose another with --port.',
  'console.bad-port': '"{port}" is not a port. Give --port a number from 0 to 65535; 0 takes any free one.',
  'console.no-password':
    'To open Ringfence to other devices, set a password in RINGFENCE_PASSWORD, or leave --host out to keep it on this computer.',
  'console.no-page': 'The page has not been built. Run npm run build first.',
  'console.unknown-line':
    'Line "{line}" is not understood. Give a device path (/dev/ttyACM0, COM3), tcp://host:port, or simulated:NAME.',
  'console.unwritable':
    'The data folder {folder} cannot be written: {error}. Check its permissions or choose another with --data.',
  'console.no-book': 'There are no records in {folder} yet. Name the data folder with --data.',
  'console.odd-command': 'Unknown command "{word}".',
  'console.odd-option': 'Unknown option {option}.',
  'console.odd-value': 'Option {option} lacks its value, or has one that it does not take.',
  'console.odd-word': '"{word}" is not understood here.',
  'console.odd-table': 'Tables are {tables}.',
  'console.no-rule': 'There is no rule {id}.',
  'console.no-list': 'There is no list {id}.',
  'console.which-rule': 'Which rule? Give its id.',
  'console.odd-limit': '--limit wants a whole number above 0, not "{limit}".',
  'console.file-exists': '{file} is there already and will not be written over. Choose another name.',
  'console.no-electron': 'Electron is not on this computer, so Ringfence opens in the browser instead.',
  'verdict.allow': 'rang',
  'verdict.flag': 'flagged',
  'verdict.block': 'blocked',
} as const satisfies Record<keyof typeof ko, string>;
