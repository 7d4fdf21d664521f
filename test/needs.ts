import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, command)));

const koreanFont = (): boolean => {
  try {
    return execFileSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
};

/** What the tests use besides npm's packages, the Debian package that brings it, and how to see that it is there. */
const tools = [
  {
    packages: ['chromium'],
    here: () => process.env['CHROMIUM'] !== undefined || onPath('chromium') || onPath('google-chrome'),
  },
  { packages: ['fonts-nanum', 'fontconfig'], here: koreanFont },
  { packages: ['socat'], here: () => onPath('socat') },
];

/**
 * Installs what the tests miss (Debian, as root).
 * @returns null when all is there, else one line that says what to install
 */
export function needs(run: (command: string, args: string[]) => unknown): string | null {
  const missing = () => tools.filter(tool => !tool.here()).flatMap(tool => tool.packages);
  const wanted = missing();
  if (wanted.length === 0) return null;
  const advice = `The tests need ${wanted.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${wanted.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return advice;
  try {
    run('apt-get', ['update', '-qq']);
    run('env', [
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...wanted,
    ]);
  } catch {
    return advice;
  }
  return missing().length === 0 ? null : advice;
}
