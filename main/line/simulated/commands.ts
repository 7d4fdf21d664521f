import type { AtCommand } from './at-line.ts';
import type { Faults } from './faults.ts';
import type { CallerIdMode, Personality } from './personalities.ts';

export const results = {
  OK: 0,
  CONNECT: 1,
  RING: 2,
  'NO CARRIER': 3,
  ERROR: 4,
  'NO DIALTONE': 6,
  BUSY: 7,
  'NO ANSWER': 8,
  VCON: 9,
} as const;
export type Result = keyof typeof results;

/** What a modem remembers between commands. */
export interface ModemState {
  echo: boolean;
  verbose: boolean;
  quiet: boolean;
  fclass: string;
  callerId: CallerIdMode;
  /** Epoch ms of the last arming. */
  armedAt: number;
  offHook: boolean;
  country: string | null;
  /** Values of everything that was set and can be asked: S-registers (`S0`) and extended parameters (`+VSM`). */
  values: Map<string, string>;
  /** Sent `&W`, `*W` or `Z`-profile writes: each wears the chip. */
  nvramWrites: number;
}

export function freshState(personality: Personality): ModemState {
  return {
    echo: true,
    verbose: true,
    quiet: false,
    fclass: '0',
    callerId: 'off',
    armedAt: 0,
    offHook: false,
    country: personality.country,
    values: new Map(
      Object.entries({
        S0: '0',
        S1: '0',
        S2: '43',
        S3: '13',
        S4: '10',
        S5: '8',
        S6: '2',
        S7: '50',
        S8: '2',
        S10: '14',
      }),
    ),
    nvramWrites: 0,
  };
}

/** What a command can do to the modem and to the line. */
export interface CommandContext {
  readonly state: ModemState;
  readonly personality: Personality;
  readonly faults: Faults;
  now(): number;
  inform(lines: readonly string[]): void;
  reset(): void;
  seize(): void;
  release(): void;
  /** `ATA`, or S0 reached. */
  answer(): Result | 'later';
  transmit(): Result | 'later';
  receive(): Result | 'later';
  /** An event behind DLE. */
  event(letter: string): void;
  /** The last caller ID once more. */
  repeatCallerId(): void;
}

type Run = (command: AtCommand, context: CommandContext) => Result | 'later';

const flag =
  (set: (state: ModemState, on: boolean, faults: Faults) => void): Run =>
  (command, { state, faults }) => {
    if (command.value !== '' && command.value !== '0' && command.value !== '1') return 'ERROR';
    set(state, command.value === '1', faults);
    return 'OK';
  };

const reset: Run = (_command, context) => {
  context.reset();
  return 'OK';
};

/** Commands that do the same on every modem. */
const common: Readonly<Record<string, Run>> = {
  E: flag((state, on, faults) => void (state.echo = on || faults.echoStuck)),
  V: flag((state, on, faults) => void (state.verbose = on && !faults.numericResults)),
  Q: flag((state, on) => void (state.quiet = on)),
  Z: reset,
  '&F': reset,
  '&W': (_command, { state }) => {
    state.nvramWrites++;
    return 'OK';
  },
  I: (command, context) => {
    if (command.value === '5' && context.state.country !== null && !('I5' in context.personality.answers))
      return answered(context, [context.state.country]);
    const lines = context.personality.answers[`I${Number(command.value || '0')}`];
    return lines ? answered(context, lines) : context.personality.classCommand === '#CLS' ? 'ERROR' : 'OK';
  },
  A: (_command, context) => context.answer(),
  H: (command, context) => {
    if (command.value === '1') {
      if (context.faults.hookError) return 'ERROR';
      context.seize();
      return 'OK';
    }
    if (command.value !== '' && command.value !== '0') return 'ERROR';
    context.release();
    return 'OK';
  },
  /** There is nobody to call. */
  D: (_command, { state }) => (state.offHook ? 'ERROR' : 'NO CARRIER'),
  O: () => 'NO CARRIER',
  '+VLS': (command, context) => {
    if (command.use !== 'set') return asParameter(command, context);
    if (context.state.fclass !== '8') return 'ERROR';
    context.state.values.set('+VLS', command.value);
    if (command.value.split(',')[0] === '0') {
      context.release();
      return 'OK';
    }
    context.seize();
    if (context.personality.seizeEvent) context.event(context.personality.seizeEvent);
    return 'OK';
  },
  '+VTX': (_command, context) =>
    context.state.fclass === '8' && context.state.offHook ? context.transmit() : 'ERROR',
  '+VRX': (_command, context) =>
    context.state.fclass === '8' && context.state.offHook ? context.receive() : 'ERROR',
  '+VCIDR': (_command, context) => {
    context.repeatCallerId();
    return 'OK';
  },
  '+VRID': (_command, context) => {
    context.repeatCallerId();
    return 'OK';
  },
  '+GCI': (command, context) => {
    const { state, personality } = context;
    if (state.country === null) return 'ERROR';
    if (command.use === 'read') return answered(context, [`${personality.countryPrefix}${state.country}`]);
    if (command.use === 'test') return asParameter(command, context);
    if (!/^[0-9A-F]{2}$/.test(command.value)) return 'ERROR';
    state.country = command.value;
    return 'OK';
  },
};

/** Basic letters without an effect here: speaker, result set, flow control, error correction, profiles, power levels. */
const harmless = /^([&\\%"-]?[A-Z])$/;

/** Does one command. */
export function execute(command: AtCommand, context: CommandContext): Result | 'later' {
  const { personality, faults, state } = context;
  if (command.name === '') return 'ERROR';
  if (command.name === personality.classCommand) return setClass(command, context);
  const callerId = personality.callerId[command.name];
  if (faults.readsPlusVAsV && command.name === '+VCID') {
    state.verbose = false;
    return 'ERROR';
  }
  if (callerId && command.use !== 'test') return armCallerId(command, context);
  if (isKnown(command.name, personality)) {
    const run = common[command.name];
    if (run) return run(command, context);
  }
  if (/^S\d/.test(command.name)) return asParameter(command, context);
  if (harmless.test(command.name)) return 'OK';
  return asParameter(command, context);
}

/** An extended command exists where the modem answers for it or takes its family. */
function isKnown(name: string, { answers, takes, country }: Personality): boolean {
  if (!/^[+#!$*]/.test(name)) return true;
  if (name === '+GCI') return country !== null;
  return takes.some(family => name.startsWith(family)) || name in answers || `${name}=?` in answers;
}

function setClass(command: AtCommand, context: CommandContext): Result {
  const { state, personality } = context;
  if (command.use === 'read') return answered(context, [state.fclass]);
  if (command.use === 'test')
    return answered(context, personality.answers[`${command.name}=?`] ?? [personality.classes.join(',')]);
  if (!personality.classes.includes(command.value)) return 'ERROR';
  state.fclass = command.value;
  return 'OK';
}

function armCallerId(command: AtCommand, context: CommandContext): Result {
  const { state, personality } = context;
  const entry = personality.callerId[command.name];
  if (!entry) return 'ERROR';
  if (command.use === 'read') return answered(context, [state.values.get(command.name) ?? '0']);
  const mode = entry.values[command.value];
  if (mode === undefined) return 'ERROR';
  if (entry.inClass !== undefined && entry.inClass !== state.fclass) return 'ERROR';
  state.values.set(command.name, command.value);
  if (entry.inert) return 'OK';
  state.callerId = mode;
  state.armedAt = context.now();
  return 'OK';
}

function asParameter(command: AtCommand, context: CommandContext): Result {
  const { state, personality } = context;
  const isRegister = command.name.startsWith('S');
  if (!isRegister && !isKnown(command.name, personality)) return 'ERROR';
  const key = command.name;
  switch (command.use) {
    case 'test': {
      const lines = personality.answers[`${key}=?`];
      return lines ? answered(context, lines) : 'ERROR';
    }
    case 'read':
      return answered(context, [
        isRegister ? (state.values.get(key) ?? '0').padStart(3, '0') : (state.values.get(key) ?? '0'),
      ]);
    case 'set':
      if (isRegister && Number(command.value) > 255) return 'ERROR';
      state.values.set(key, isRegister ? String(Number(command.value)) : command.value.slice(0, 64));
      return 'OK';
    case 'run': {
      const lines = personality.answers[key];
      return lines ? answered(context, lines) : 'OK';
    }
  }
}

function answered(context: CommandContext, lines: readonly string[]): 'OK' {
  context.inform(lines);
  return 'OK';
}
