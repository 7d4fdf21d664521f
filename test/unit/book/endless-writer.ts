import { openBook } from '../../../main/book/book.ts';
import { aCall } from './a-call.ts';

// Writes calls for ever, telling each after it was written; the test kills it.
const book = openBook(process.argv[2] ?? '', { onTrouble: trouble => console.error(trouble) });
for (let index = 0; ; index++) {
  book.calls.write(aCall({ id: `call-${index}`, state: 'ringing', outcome: null, rings: 1 }));
  process.stdout.write(`${index}\n`);
}
