/** Codes that Intl knows and that no telephone call comes from: unions, former states, test regions. */
const noCountries = new Set(
  'AC AQ BU BV CP CS DD DG EA EU EZ FX HM IC NT QO QU SU TF TP UK UN XA XB YD YU ZR ZZ KR'.split(' '),
);

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** Countries with their names in the reader's language, in its order. */
export function countries(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const found = letters.flatMap(first =>
    letters.flatMap(second => {
      const value = first + second;
      const label = noCountries.has(value) ? undefined : names.of(value);
      return label === undefined ? [] : [{ value, label }];
    }),
  );
  return found.sort((one, two) => one.label.localeCompare(two.label, locale));
}
