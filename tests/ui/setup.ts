import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// here and not where a page is shown: a module is read once for all files of a worker, this for each of them
afterEach(() => {
  if (typeof document !== 'undefined') cleanup()
})
