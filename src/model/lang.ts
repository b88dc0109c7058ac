/** Languages of the texts. */
export type Lang = 'nl' | 'en'
