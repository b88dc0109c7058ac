import { testsOf } from './vitest.shared.ts'

/** npm test: everything but what is long. */
export default testsOf('short')
