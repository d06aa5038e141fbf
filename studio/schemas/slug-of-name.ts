const MOST = 80

/** A proposal for an address: `Gare de l’Est, Straße 5` is `gare-de-l-est-strasse-5`. Empty where no letter is Latin. */
export function slugOfName(name: string): string {
  const latin = name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return latin
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '')
}
