/** Public bodies whose pages the app may open in the reader's browser: reporting, refusing sales calls, the law. Checked 2026-11-25. */
export const officialSites = [
  'spam.kisa.or.kr',
  'privacy.kisa.or.kr',
  'donotcall.go.kr',
  'donotcall.or.kr',
  'counterscam112.go.kr',
  'kopico.go.kr',
  'fss.or.kr',
  'law.go.kr',
] as const;

/** May this link leave the app? Only by https, and only to an official site. */
export function isOfficialSite(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, port, username } = new URL(link);
  if (protocol !== 'https:' || port !== '' || username !== '') return false;
  return officialSites.some(site => hostname === site || hostname === `www.${site}`);
}
