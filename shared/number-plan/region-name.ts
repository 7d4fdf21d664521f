import { areas } from './areas.ts';
import { specialLines } from './special-lines.ts';

const english = new Map([
  ...specialLines.map(line => [line.nameKo, line.nameEn] as const),
  ...areas.map(area => [area.ko, area.en] as const),
]);

/** The name of a region or service owner (PhoneNumber.region) in the reader's language; unknown ones unchanged. */
export function regionName(region: string, language: string): string {
  return language.startsWith('ko') ? region : (english.get(region) ?? region);
}
