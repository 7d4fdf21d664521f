import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The file by which Linux desktops start Ringfence at login (freedesktop.org, Desktop Application Autostart Specification). */
export function autostartFile(env: NodeJS.ProcessEnv = process.env): string {
  return join(
    env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'),
    'autostart',
    'ringfence.desktop',
  );
}

/**
 * Starts Ringfence at login, or no longer. Writes only when something changes.
 *
 * @param command the program and its arguments
 */
export function setAutostart(on: boolean, command: string[], file = autostartFile()): void {
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  const entry = desktopEntry(command);
  if (existsSync(file) && readFileSync(file, 'utf8') === entry) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry);
}

function desktopEntry(command: string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringfence',
    'Comment=Guards the telephone line',
    'Comment[ko]=전화선을 지켜요',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Quoted for the Exec key; its backslashes are then doubled as in any string value (Desktop Entry Specification, "The Exec key"). */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`;
}
