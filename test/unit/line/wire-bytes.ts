import { expect } from 'vitest';
import { decodeAll } from '../../../main/line/caller-id/decode-all.ts';
import type { DecodedCall } from '../../../main/line/caller-id/decode-all.ts';

export const nothing = { number: null, name: null, date: null, time: null, withheld: null };

export const utf8 = (text: string) => new TextEncoder().encode(text);
/** Bytes as written: each character of the text is one byte. */
export const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));
export const unhex = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
export const hex = (bytes: readonly number[]) =>
  bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');

/** The one call in these bytes, or nothing. */
export function only(bytes: Uint8Array): Partial<DecodedCall> {
  const calls = decodeAll(bytes);
  expect(calls.length).toBeLessThanOrEqual(1);
  return calls[0] ?? nothing;
}

/** A packet with its length and checksum put in. */
export function packet(type: number, ...parameters: (readonly number[])[]): number[] {
  const body = parameters.flat();
  const bytes = [type, body.length, ...body];
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return [...bytes, -sum & 0xff];
}

export function parameter(type: number, text: string | readonly number[]): number[] {
  const body = typeof text === 'string' ? [...latin(text)] : [...text];
  return [type, body.length, ...body];
}
