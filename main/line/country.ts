/** What a modem and the cadence of ringing need to know of a country. */
export interface LineCountry {
  /** Country code for `+GCI`, hexadecimal. Source: ITU-T T.35 annex A. */
  t35: string;
  /** From one ring to the next, ms. Source: ITU-T E.180 supplement 2 (national ringing tones). */
  ringPeriodMs: number;
  /** The number comes before the first ring. Sources: ETSI EN 300 659-1, BT SIN 227, NTT technical reference. */
  idBeforeRing: boolean;
  /** Conexant `!4886`: 00 Bell, 01 Japan, 02 ETSI FSK, 03 UK. */
  conexantStandard: string;
  /** Silicon Labs `+VCDT`: 0 after the ring, 1 always on, 2 UK, 3 Japan (AN93). */
  siliconLabsTiming: string;
}

const countries: Record<string, LineCountry> = {
  KR: { t35: '61', ringPeriodMs: 3000, idBeforeRing: false, conexantStandard: '00', siliconLabsTiming: '0' },
  US: { t35: 'B5', ringPeriodMs: 6000, idBeforeRing: false, conexantStandard: '00', siliconLabsTiming: '0' },
  CA: { t35: '20', ringPeriodMs: 6000, idBeforeRing: false, conexantStandard: '00', siliconLabsTiming: '0' },
  GB: { t35: 'B4', ringPeriodMs: 3000, idBeforeRing: true, conexantStandard: '03', siliconLabsTiming: '2' },
  JP: { t35: '00', ringPeriodMs: 3000, idBeforeRing: true, conexantStandard: '01', siliconLabsTiming: '3' },
  FR: { t35: '3D', ringPeriodMs: 5000, idBeforeRing: true, conexantStandard: '02', siliconLabsTiming: '1' },
  DE: { t35: '42', ringPeriodMs: 5000, idBeforeRing: true, conexantStandard: '02', siliconLabsTiming: '1' },
  AU: { t35: '09', ringPeriodMs: 3000, idBeforeRing: false, conexantStandard: '00', siliconLabsTiming: '0' },
};

/** The country's values; for one that is not in the table, the slowest cadence and no assumption. */
export function lineCountry(code: string): LineCountry | null {
  return countries[code.toUpperCase()] ?? null;
}
