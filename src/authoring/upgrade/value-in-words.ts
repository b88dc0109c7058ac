import type { Catalogue, ListName } from '../../model/catalogue.ts'
import type { Lang } from '../../model/lang.ts'
import { propertyOf } from '../../model/util/record.ts'
import { inPeriods } from '../diff/dated.ts'
import { inWords, nameOf } from '../diff/words.ts'

/** A property of an item as a reader would say it; of dated values every period. */
export function propertySaid(item: object, property: string, catalogue: Catalogue, lang: Lang): string {
  if (property === 'amounts' || property === 'values') return inPeriods(lang, item, property)
  return inWords(property, propertyOf(item, property), catalogue, lang).replace(/\s+/g, ' ')
}

/** An item that came or went, by its name. */
export const itemInWords = (item: object, catalogue: Catalogue, list: ListName, lang: Lang): string => nameOf(item, catalogue, list, lang)
