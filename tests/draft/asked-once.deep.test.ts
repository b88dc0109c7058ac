import { expect, test } from 'vitest'
import { answerAnything } from './answer-anything.ts'

test.each(['amsterdam', 'rotterdam', 'voorbeeld'])(
  'in %s nobody who answers what is asked contradicts himself, however often he changes his mind',
  (town) => {
    for (let seed = 1; seed <= 60; seed++) expect.soft(answerAnything(town, 1000 + seed, 150), `seed ${1000 + seed}`).toEqual([])
  },
  600_000,
)
