import { writeFileSync } from 'node:fs'
import { chapters } from '../../tests/varies/varies.ts'
import { variesDoc } from './varies-doc.ts'

writeFileSync('docs/wat-verschilt.md', variesDoc(chapters()))
