/** Shown above every page of an example, fetched with those pages. */
export const EXAMPLE = {
  name: 'example',
  nl: {
    title: 'Dit is een voorbeeld',
    what: 'Een verzonnen café in een verzonnen gemeente, al ingevuld. Kijk rond en verander wat u wilt.',
    away: 'Gooi het voorbeeld weg',
  },
  en: {
    title: 'This is an example',
    what: 'A made-up café in a made-up town, filled in already. Look around and change what you like.',
    away: 'Throw the example away',
  },
}
