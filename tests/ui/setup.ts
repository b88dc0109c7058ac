import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// a second is the library's own choice: a machine at three times the load needs more to show a part of a page
configure({ asyncUtilTimeout: 20_000 })

// here and not where a page is shown: a module is read once for all files of a worker, this for each of them
afterEach(() => {
  if (typeof document !== 'undefined') cleanup()
})
