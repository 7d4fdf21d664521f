import { describe, expect, test } from 'vitest';
import { benchOf } from './bench.ts';

describe('the simulated modem answers', () => {
  test('with echo until E0', () => {
    const { at, send } = benchOf('conexant', {}, []);
    expect(send('AT\r')).toBe('AT\r\r\nOK\r\n');
    expect(at('E0')).toBe('ATE0\r\r\nOK\r\n');
    expect(at('')).toBe('\r\nOK\r\n');
    expect(at('E1')).toBe('\r\nOK\r\n');
    expect(at('')).toBe('AT\r\r\nOK\r\n');
  });

  test('in words, in numbers, or not at all', () => {
    const { at } = benchOf('generic');
    expect(at('V0')).toBe('0\r');
    expect(at('+NONSENSE')).toBe('4\r');
    expect(at('I0')).toBe('33600\r\n0\r');
    expect(at('V1Q1')).toBe('');
    expect(at('')).toBe('');
    expect(at('Q0')).toBe('\r\nOK\r\n');
  });

  test('ERROR to what it does not know, keeping what came before it on the line', () => {
    const { at, modem } = benchOf('conexant');
    expect(at('V0+NONSENSE=1;E1')).toBe('4\r');
    expect(modem.state).toMatchObject({ verbose: false, echo: false });
  });

  test('A/ with the last line again, without a CR', () => {
    const { at, send } = benchOf('conexant');
    at('I3');
    expect(send('A/')).toBe('\r\nCX93001-EIS_V0.2013-V92\r\n\r\nOK\r\n');
  });

  test('a line that comes in single bytes, with garbage before it', () => {
    const { send } = benchOf('conexant');
    const said = Array.from('\x00zzAAT+GCI?\r', send).join('');
    expect(said).toBe('\r\nB5\r\n\r\nOK\r\n');
  });

  test('ERROR to a line of more than 255 characters', () => {
    const { at } = benchOf('conexant');
    expect(at('E0'.repeat(200))).toBe('\r\nERROR\r\n');
    expect(at('')).toBe('\r\nOK\r\n');
  });

  test('with its registers, and back to their first values after Z', () => {
    const { at, modem } = benchOf('conexant');
    expect(at('S0=3S7=30')).toBe('\r\nOK\r\n');
    expect(at('S0?')).toBe('\r\n003\r\n\r\nOK\r\n');
    expect(at('S0=256')).toBe('\r\nERROR\r\n');
    at('+VCID=1');
    at('Z');
    expect(modem.state.callerId).toBe('off');
    expect(at('E0S0?')).toContain('\r\n000\r\n');
  });

  test('and counts the writes that wear its memory', () => {
    const { at, modem } = benchOf('conexant');
    at('&W');
    at('Z');
    expect(modem.state.nvramWrites).toBe(1);
  });

  test('with the country that was set', () => {
    const { at } = benchOf('usr');
    expect(at('+GCI?')).toBe('\r\n+GCI: F6\r\n\r\nOK\r\n');
    at('+GCI=61');
    expect(at('+GCI?')).toBe('\r\n+GCI: 61\r\n\r\nOK\r\n');
    expect(at('+GCI=KR')).toBe('\r\nERROR\r\n');
  });
});

describe('a modem that is not quite right', () => {
  test('goes on echoing after E0', () =>
    expect(benchOf('conexant', { echoStuck: true }).at('')).toBe('AT\r\r\nOK\r\n'));

  test('answers late', () => {
    const { at, timers, heard } = benchOf('conexant', { answerDelayMs: 300 });
    timers.advance(300);
    heard();
    expect(at('')).toBe('');
    timers.advance(299);
    expect(heard()).toBe('');
    timers.advance(1);
    expect(heard()).toBe('\r\nOK\r\n');
  });

  test('stays with numbers', () =>
    expect(benchOf('conexant', { numericResults: true }).at('V1')).toBe('0\r'));

  test('takes the V of +VCID for ATV', () => {
    const { at } = benchOf('rockwell', { readsPlusVAsV: true });
    expect(at('+VCID=1')).toBe('4\r');
    expect(at('V1')).toBe('\r\nOK\r\n');
  });

  test('leaves out the CR LF in front', () =>
    expect(benchOf('conexant', { bareResults: true }).at('I0')).toBe('56000\r\nOK\r\n'));

  test('falls silent after some calls, until it is switched off and on', () => {
    const { at, modem, exchange, timers, heard } = benchOf('conexant', { silentAfterCalls: 1 });
    for (let call = 0; call < 2; call++) {
      exchange.placeCall({ number: '0212345678', rings: 1 });
      timers.advance(4000);
    }
    heard();
    expect(at('')).toBe('');
    modem.powerCycle();
    expect(at('E0')).toContain('OK');
  });

  test('says everything in order, however torn and dirty', () => {
    const { at, timers, heard } = benchOf('conexant', { tornBytes: 2, tornGapMs: 3, noise: 0.1 });
    at('I3');
    at('I0');
    timers.advance(1000);
    const clean = heard().replace(/[^\x0a\x0d\x20-\x7e]/g, '');
    expect(clean).toMatch(/CX93001-EIS_V0\.2013-V92\r\n[\s\S]*OK\r\n[\s\S]*56000\r\n[\s\S]*OK\r\n/);
  });
});

describe('the voice of the modem', () => {
  const speaking = (faults = {}) => {
    const bench = benchOf('conexant', faults);
    bench.at('+FCLASS=8');
    bench.at('+VSM=1,8000');
    bench.at('+VLS=1');
    return bench;
  };

  test('needs voice class and the line', () => {
    const bench = benchOf('conexant');
    expect(bench.at('+VTX')).toBe('\r\nERROR\r\n');
    bench.at('+FCLASS=8');
    expect(bench.at('+VTX')).toBe('\r\nERROR\r\n');
    bench.at('+VLS=1');
    expect(bench.at('+VTX')).toBe('\r\nCONNECT\r\n');
  });

  test('takes the shielding off, in any pieces, and says OK when all was heard', () => {
    const { at, send, modem, timers, heard } = speaking();
    at('+VTX');
    expect(send('AT\r\x10')).toBe('');
    send('\x10\x80\x10\x10');
    expect(send('\xff\x10')).toBe('');
    expect(send('\x03')).toBe('');
    timers.advance(10);
    expect(heard()).toBe('\r\nOK\r\n');
    expect(modem.played().map(samples => Buffer.from(samples).toString('latin1'))).toEqual([
      'AT\r\x10\x80\x10\xff',
    ]);
    expect(at('+VLS=0')).toBe('\r\nOK\r\n');
    expect(modem.state.offHook).toBe(false);
  });

  test('stops at once on DLE CAN', () => {
    const { at, send } = speaking();
    at('+VTX');
    send('\x80'.repeat(8000));
    expect(send('\x10\x18')).toBe('\r\nOK\r\n');
  });

  test('asks for a pause when too much waits', () => {
    const { at, send, timers, heard } = speaking({ xoffAtBytes: 1000 });
    at('+VTX');
    expect(send('\x80'.repeat(4000))).toBe('\x13');
    timers.advance(600);
    expect(heard()).toBe('\x11');
  });

  test('tells that the caller left', () => {
    const { at, exchange, timers, heard } = benchOf('conexant');
    at('+FCLASS=8');
    exchange.placeCall({ number: '0212345678', callerLeavesAfterMs: 500 });
    at('+VLS=1');
    timers.advance(500);
    expect(heard()).toBe('\x10b');
  });

  test('of a USR echoes its own off-hook as DLE H', () => {
    const { at } = benchOf('usr');
    at('+FCLASS=8');
    expect(at('+VLS=1')).toBe('\x10H\r\nOK\r\n');
  });
});

describe('answering', () => {
  test('in data class is aborted by any byte', () => {
    const { at, send, modem } = benchOf('conexant');
    expect(at('A')).toBe('');
    expect(modem.state.offHook).toBe(true);
    expect(send('AT')).toBe('\r\nNO CARRIER\r\n');
    expect(modem.state.offHook).toBe(false);
  });

  test('in data class can be deaf until the handshake fails', () => {
    const { at, modem, timers, heard } = benchOf('conexant', { deafInHandshake: true });
    at('S7=20');
    at('A');
    expect(at('H0')).toBe('');
    timers.advance(20_000);
    expect(heard()).toBe('\r\nNO CARRIER\r\n');
    expect(modem.state.offHook).toBe(false);
  });

  test('in fax class: the first ATH0 ends the tone, the second hangs up', () => {
    const { at, modem } = benchOf('conexant');
    at('+FCLASS=1');
    at('A');
    expect(at('H0')).toBe('\r\nOK\r\n');
    expect(modem.state.offHook).toBe(true);
    expect(at('H0')).toBe('\r\nOK\r\n');
    expect(modem.state.offHook).toBe(false);
  });

  test('happens by itself at the ring that S0 names', () => {
    const { at, exchange, modem, timers } = benchOf('conexant');
    at('S0=2');
    exchange.placeCall({ number: '0212345678' });
    expect(modem.state.offHook).toBe(false);
    timers.advance(3000);
    expect(modem.state.offHook).toBe(true);
  });

  test('with ATH1 fails where the chip does not know it', () => {
    const { at, modem } = benchOf('conexant', { hookError: true });
    expect(at('H1')).toBe('\r\nERROR\r\n');
    expect(modem.state.offHook).toBe(false);
  });
});
