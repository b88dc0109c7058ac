import { describe } from 'vitest'
import { counterfactuals } from '../src/engine/why/counterfactuals.ts'
import { shippedExamples } from '../tests/authoring/shipped-examples.ts'
import { way } from './way.ts'

// "What would change this?" is computed when somebody opens it: within 100 ms for one verdict of the largest business.

const cafe = shippedExamples().find(({ file }) => file.endsWith('/cafe-terrace-machines.yaml'))
if (!cafe) throw new Error('the example of the café is gone')
const { application } = cafe

describe('what would change a verdict of the café', () => {
  for (const { id } of application.variant.licences) way(id, () => void counterfactuals(application, id))
})
