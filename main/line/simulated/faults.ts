/** What can be wrong with a modem, its firmware or its wire; all off by default. Each was reported from the field. */
export interface Faults {
  /** E0 is answered OK, yet the echo goes on. */
  readonly echoStuck: boolean;
  /** `ATH1` gives ERROR; the line can only be taken by `ATA`. */
  readonly hookError: boolean;
  /** After `ATA` in class 0 nothing is heard until the handshake fails. */
  readonly deafInHandshake: boolean;
  /** After this many calls the modem answers nothing any more, RING included. */
  readonly silentAfterCalls: number;
  /** After this many calls RING arrives without caller ID until it is armed again. */
  readonly forgetsCallerIdAfterCalls: number;
  /** The same after a while, ms. */
  readonly forgetsCallerIdAfterMs: number;
  /** V1 is answered OK, yet results stay numeric. */
  readonly numericResults: boolean;
  /** Takes the V of `+VCID` for `ATV` and turns to numeric results. */
  readonly readsPlusVAsV: boolean;
  /** Caller ID is only reported with this T.35 country set. */
  readonly onlyInCountry: string | null;
  /** Ms from the end of a command line to its answer. */
  readonly answerDelayMs: number;
  /** Stray bytes per byte sent, 0 to 1. */
  readonly noise: number;
  /** Largest piece that arrives in one read; 0: as sent. */
  readonly tornBytes: number;
  /** Ms between such pieces; 0: one read after the other. */
  readonly tornGapMs: number;
  /** Ms between the lines of a caller-ID block. */
  readonly lineGapMs: number;
  /** The report comes twice, the second time with O for the number. */
  readonly twiceWithO: boolean;
  /** Results come without the leading CR LF. */
  readonly bareResults: boolean;
  /** XOFF and XON while voice is sent, when more than this many bytes wait to be played; 0: never. */
  readonly xoffAtBytes: number;
  /** Voice data ends at DLE DLE DLE ETX only; DLE ETX is passed over. */
  readonly endsVoiceAtTriple: boolean;
}

export const noFaults: Faults = {
  echoStuck: false,
  hookError: false,
  deafInHandshake: false,
  silentAfterCalls: Infinity,
  forgetsCallerIdAfterCalls: Infinity,
  forgetsCallerIdAfterMs: Infinity,
  numericResults: false,
  readsPlusVAsV: false,
  onlyInCountry: null,
  answerDelayMs: 0,
  noise: 0,
  tornBytes: 0,
  tornGapMs: 0,
  lineGapMs: 0,
  twiceWithO: false,
  bareResults: false,
  xoffAtBytes: 0,
  endsVoiceAtTriple: false,
};
