import { testsOf } from './vitest.shared.ts'

/** npm run test:deep: what is long. */
export default testsOf('deep')
