/** Letters behind DLE that are events of the voice class (V.253, IS-101); others are noise before text. */
const dleLetters = new Set('RrXx.bdhHlLPpefcasqtuowWQYyvVmj~#*');
/** Those that modems are seen to put between the letters of a line. */
const dleWithin = new Set('RX.sqbdhlet');

/** Is a byte behind DLE an event of the voice class, at a line's beginning or between its letters? */
export function isDleEvent(byte: number, withinLine: boolean): boolean {
  return (withinLine ? dleWithin : dleLetters).has(String.fromCharCode(byte));
}
