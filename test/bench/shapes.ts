/** Caller ID as different modems write it; `last` are the bytes with whose end the number is known. */
export const shapes: Record<string, { first: string; last: string; after: string }> = {
  'korean block, no name': {
    first: '\r\n',
    last: 'NMBR=15881234\r\n',
    after: 'DATE=1125\r\nTIME=1402\r\n',
  },
  'number last, no name': {
    first: '\r\nDATE = 1125\r\nTIME = 1402\r\n',
    last: 'NMBR = 15881234\r\n',
    after: '',
  },
  'name before number': {
    first: '\r\nDATE = 1125\r\nTIME = 1402\r\nNAME = A SELLER\r\n',
    last: 'NMBR = 15881234\r\n',
    after: '',
  },
  'MESG packet': {
    first: '\r\n',
    last: 'MESG = 8014010831313235313430320208313538383132333429\r\n',
    after: '',
  },
};
