const longestLine = 255;
/** CAN: forgets a line that was begun. */
export const cancelLine = 0x18;

/** Character by character: finds AT and A/, collects the body up to CR (V.250 §5.2). */
export function createTypedLine(on: {
  line(body: string): void;
  /** A/ */
  again(): void;
  tooLong(): void;
}): (byte: number) => void {
  let body = '';
  let seen: 'nothing' | 'a' | 'at' = 'nothing';

  function inBody(character: string): void {
    if (character === '\r') {
      const whole = body;
      body = '';
      seen = 'nothing';
      if (whole.length > longestLine) on.tooLong();
      else on.line(whole);
    } else if (character === '\b') body = body.slice(0, -1);
    else if (body.length <= longestLine) body += character;
  }

  return byte => {
    const character = String.fromCharCode(byte);
    const upper = character.toUpperCase();
    if (byte === cancelLine) {
      body = '';
      seen = 'nothing';
    } else if (seen === 'at') inBody(character);
    else if (seen === 'a' && character === '/') {
      seen = 'nothing';
      on.again();
    } else if (seen === 'a' && upper === 'T') seen = 'at';
    else seen = upper === 'A' ? 'a' : 'nothing';
  };
}
