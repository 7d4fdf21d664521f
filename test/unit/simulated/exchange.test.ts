import { describe, expect, test } from 'vitest';
import { benchOf } from './bench.ts';

const rings = (said: string): number => said.split('RING').length - 1;

describe('the exchange', () => {
  test('rings every three seconds until the caller gives up', () => {
    const { exchange, timers, heard, ended } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678', rings: 3 });
    expect(rings(heard())).toBe(1);
    timers.advance(2999);
    expect(heard()).toBe('');
    timers.advance(1);
    expect(rings(heard())).toBe(1);
    timers.advance(60_000);
    expect(rings(heard())).toBe(1);
    expect(ended).toMatchObject([{ end: 'given-up', rings: 3, holdsMs: [] }]);
    expect(timers.pending()).toBe(0);
  });

  test('stops ringing when the modem takes the line, and for good when it held long enough', () => {
    const { exchange, timers, at, heard, ended } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678' });
    timers.advance(2200);
    at('H1');
    timers.advance(1700);
    at('H0');
    heard();
    timers.advance(30_000);
    expect(heard()).toBe('');
    expect(ended).toMatchObject([{ end: 'dropped', rings: 1, holdsMs: [1700] }]);
  });

  test('goes on ringing when the line was held too shortly', () => {
    const { exchange, timers, at, heard, ended } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678', minHoldMs: 1500 });
    at('H1');
    timers.advance(500);
    at('H0');
    heard();
    timers.advance(2000);
    expect(rings(heard())).toBe(1);
    at('H1');
    timers.advance(1500);
    at('H0');
    expect(ended).toMatchObject([{ end: 'dropped', holdsMs: [500, 1500] }]);
  });

  test('is not stopped by ATH0 alone', () => {
    const { exchange, timers, at, heard } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678' });
    at('H0');
    timers.advance(3000);
    expect(rings(heard())).toBe(1);
  });

  test('stops when a person answers another phone', () => {
    const { exchange, timers, ended } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678', pickedUpAfterRings: 2 });
    timers.advance(20_000);
    expect(ended).toMatchObject([{ end: 'picked-up', rings: 2 }]);
  });

  test('lets a dropped caller try again', () => {
    const { exchange, timers, at, ended } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678', again: { times: 2, afterMs: 20_000 } });
    for (let call = 0; call < 3; call++) {
      at('H1');
      timers.advance(2000);
      at('H0');
      timers.advance(20_000);
    }
    expect(ended.map(({ end }) => end)).toEqual(['dropped', 'dropped', 'dropped']);
    expect(exchange.isBusy).toBe(false);
  });

  test('keeps a second caller waiting until the line is free', () => {
    const { exchange, timers, ended } = benchOf('conexant');
    exchange.placeCall({ number: '1', rings: 2 });
    exchange.placeCall({ number: '2', rings: 1 });
    timers.advance(20_000);
    expect(ended.map(({ call, rings: count }) => [call.number, count])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  test('rings when the modem that was off the hook comes back', () => {
    const { exchange, at, heard } = benchOf('conexant');
    at('H1');
    exchange.placeCall({ number: '0212345678' });
    expect(heard()).toBe('');
    expect(rings(at('H0'))).toBe(1);
  });

  test('leaves nothing behind when closed in mid-call', () => {
    const { exchange, timers } = benchOf('conexant');
    exchange.placeCall({ number: '0212345678' });
    exchange.close();
    expect(timers.pending()).toBe(0);
  });
});
