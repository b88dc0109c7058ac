/** Texts of the field that finds a town among many, fetched with it. */
export const TOWN_SEARCH = {
  name: 'townSearch',
  nl: {
    hint: 'Typ een deel van de naam en kies uit de lijst.',
    found: (count: number) => (count === 1 ? '1 gemeente of stadsdeel gevonden.' : `${count} gemeenten en stadsdelen gevonden.`),
    none: (typed: string) =>
      `Geen gemeente of stadsdeel op deze site heet "${typed}". Controleer de naam, of kies "Mijn gemeente staat er niet bij".`,
    noneAtAll: (typed: string) => `Geen gemeente of stadsdeel op deze site heet "${typed}". Controleer de naam.`,
    example: (name: string) => `${name} (geen echte gemeente)`,
    list: 'Gemeenten en stadsdelen',
  },
  en: {
    hint: 'Type a part of the name and choose from the list.',
    found: (count: number) => (count === 1 ? '1 municipality or district found.' : `${count} municipalities and districts found.`),
    none: (typed: string) =>
      `No municipality or district on this site is called "${typed}". Check the name, or choose "My municipality is not listed".`,
    noneAtAll: (typed: string) => `No municipality or district on this site is called "${typed}". Check the name.`,
    example: (name: string) => `${name} (not a real municipality)`,
    list: 'Municipalities and districts',
  },
}
