/** The system's language, as Chromium takes it from the environment: `ko_KR.UTF-8` → `ko`. */
export function systemLocale(): string {
  return (process.env['LC_ALL'] ?? 'en').split(/[_.]/)[0] ?? 'en';
}
