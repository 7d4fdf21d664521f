import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NewRule, usualUntil } from '../../shared/rule.ts';
import type { Rule } from '../../shared/rule.ts';
import { UsageError } from './command.ts';
import { jsonOf, linesOf } from './json-lines.ts';
import type { FileLine } from './json-lines.ts';
import { readRule, ruleOptions } from './rule-options.ts';

/** An export of everything, of which the rules are read. */
const Export = z.object({ rules: z.array(z.unknown()) });
/** A rule as short as it can be said: as the options of `rules add`, or with kind and value beside each other. */
const Short = z.object({ match: z.string() }).catchall(z.unknown());
const Flat = z.object({ kind: z.string(), value: z.string() }).catchall(z.unknown());

/**
 * A file of rules: JSON lines as `rules list` prints them, a JSON array of the same, an export of everything, or lines
 * of options as `rules add` takes them. An empty line, or one that begins with #, is left out.
 */
export async function readRulesFile(file: string): Promise<Rule[]> {
  const lines: FileLine[] = [];
  for await (const more of linesOf(file)) lines.push(...more.filter(({ text }) => !/^\s*#/.test(text)));
  return rulesIn(lines, file).map(({ line, rule }, index) => {
    const draft = ruleOf(rule, `${file}:${line}`);
    const until = draft.until === undefined ? usualUntil(draft, Date.now()) : draft.until;
    return { ...draft, until, id: index + 1, createdAt: 0 };
  });
}

function rulesIn(lines: readonly FileLine[], file: string): { line: number; rule: unknown }[] {
  const whole = wholeOf(lines);
  if (whole !== null) return whole.map(rule => ({ line: 1, rule }));
  return lines.map(line => ({
    line: line.line,
    rule: line.text.trimStart().startsWith('{') ? jsonOf(line, file) : line.text,
  }));
}

/** The rules of a file that is one JSON value; null where it is not. */
function wholeOf(lines: readonly FileLine[]): unknown[] | null {
  if (!/^\s*[[{]/.test(lines[0]?.text ?? '')) return null;
  try {
    const value: unknown = JSON.parse(lines.map(({ text }) => text).join('\n'));
    return z.array(z.unknown()).safeParse(value).data ?? Export.safeParse(value).data?.rules ?? null;
  } catch {
    return null;
  }
}

function ruleOf(rule: unknown, where: string): NewRule {
  try {
    if (typeof rule === 'string') return readRule(optionsOf(rule));
    const short = Short.safeParse(rule);
    if (short.success) {
      const options = Object.entries(short.data).filter(([name]) => name in ruleOptions);
      return readRule(Object.fromEntries(options.map(([name, value]) => [name, String(value)])));
    }
    const flat = Flat.safeParse(rule);
    const read = NewRule.safeParse(
      flat.success ? { ...flat.data, who: { kind: flat.data.kind, value: flat.data.value } } : rule,
    );
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new UsageError(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  } catch (error) {
    throw new UsageError(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Splits a line as a shell would: by spaces, except within quotes. */
function optionsOf(line: string) {
  const args = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  return parseArgs({ args, options: ruleOptions }).values;
}
