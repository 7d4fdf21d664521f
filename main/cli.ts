import type { Command } from './commands/command.ts';
import { UsageError } from './commands/command.ts';
import { words } from './commands/words.ts';

/** Each command is loaded only when it is asked for, so that the small ones start at once. */
const commands: Record<string, () => Promise<Command>> = {
  number: async () => (await import('./commands/number.ts')).number,
  decode: async () => (await import('./commands/decode.ts')).decode,
  calls: async () => (await import('./commands/calls.ts')).calls,
  rules: async () => (await import('./commands/rules.ts')).rules,
  lists: async () => (await import('./commands/lists.ts')).lists,
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  backup: async () => (await import('./commands/backup.ts')).backup,
  pause: async () => (await import('./commands/pause.ts')).pause,
  mode: async () => (await import('./commands/mode.ts')).mode,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  replay: async () => (await import('./commands/replay.ts')).replay,
  watch: async () => (await import('./commands/watch.ts')).watch,
};

/** The third door: for people who live in terminals, and for scripts. JSON lines on stdout, errors on stderr with exit code 2. */
async function main([word, ...args]: string[]): Promise<number> {
  const load = word === undefined ? undefined : commands[word];
  if (load) {
    const command = await load();
    if (!args.includes('--help')) return command.run(args);
    console.log(`usage: npm run -s cli -- ${command.usage}`);
    return 0;
  }
  const usage = await Promise.all(Object.values(commands).map(async load => (await load()).usage));
  const text = `usage: npm run -s cli -- COMMAND …\n\n${usage.map(line => `  ${line}`).join('\n')}`;
  if (word === undefined || word === 'help' || word === '--help') {
    console.log(text);
    return 0;
  }
  throw new UsageError(`${words('console.odd-command', { word })}\n${text}`);
}

// A reader that closes early (`… | head`) is no error. Who has work to end cleanly, a modem off the hook for one, does so.
process.stdout.on('error', () => undefined);
process.stdout.once('error', () => {
  if (!process.emit('SIGTERM')) process.exit(0);
});

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
