import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { understand } from '../../../shared/number-plan/understand.ts';

const Case = z.object({ number: z.string(), class: z.string(), display: z.string(), valid: z.boolean() });
const cases = readFileSync(new URL('../../data/kr-numbers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => Case.parse(JSON.parse(line)));

describe('the collected Korean numbers', () => {
  test('are all there', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  test.each(cases)('$number is $class, written $display', expected => {
    const { class: numberClass, display, valid } = understand(expected.number);
    expect({ class: numberClass, display, valid }).toEqual({
      class: expected.class,
      display: expected.display,
      valid: expected.valid,
    });
  });
});
