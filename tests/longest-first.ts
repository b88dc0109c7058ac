import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Test files that take more than ten seconds by themselves on two quiet cores, the longest first: begun last, one of them keeps one core and leaves the other idle. */
export const LONGEST: readonly string[] = [
  // npm test
  'browser/site.test.ts',
  'journeys/typing.test.ts',
  'journeys/change-mind.test.ts',
  'journeys/first-page.test.ts',
  'journeys/stages.test.ts',
  'pdf/verapdf.test.ts',
  'walk/walk.test.ts',
  'entry/smallest.test.ts',
  'journeys/offline.test.ts',
  'journeys/restore.test.ts',
  'ui/questions.test.tsx',
  'rules/real-situations.test.ts',
  'cli/areas.test.ts',
  'rules/written.test.ts',
  'cli/town.test.ts',
  'ui/attachments.test.tsx',
  // npm run test:deep
  'walk/walk.deep.test.ts',
  'entry/examples.deep.test.ts',
  'model/clerk/slips.deep.test.ts',
  'model/fuzz.deep.test.ts',
  'entry/everybody.deep.test.ts',
  'foundations/benches.deep.test.ts',
  'pdf/verapdf.deep.test.ts',
  'feel/law.deep.test.ts',
  'browser/development.deep.test.ts',
  'rules/elements.deep.test.ts',
  'cli/diff.deep.test.ts',
  'journeys/killed.deep.test.ts',
  'journeys/drafts-tabs.deep.test.ts',
  'authoring/prove-shipped.deep.test.ts',
  'draft/asked-once.deep.test.ts',
  'journeys/configure.deep.test.ts',
  'journeys/languages.deep.test.ts',
  'authoring/population-voorbeeld.deep.test.ts',
  'authoring/configured-town.deep.test.ts',
  'journeys/drafts-faults.deep.test.ts',
  'authoring/configure.deep.test.ts',
]

/** The order in which a project starts its files: the longest first. What is not among them comes after, in the order of Vitest itself. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inOrder = await super.sort(files)
    // a worker goes on to the next file of its project; for one of another project it begins anew, and reads the rules once more
    const projects = [...new Set(inOrder.map(({ project }) => project.name))]
    return inOrder.toSorted((a, b) => projects.indexOf(a.project.name) - projects.indexOf(b.project.name) || rank(a) - rank(b))
  }
}

const rank = ({ moduleId, project }: TestSpecification): number => {
  const at = LONGEST.indexOf(relative(`${project.config.root}/tests`, moduleId))
  return at < 0 ? LONGEST.length : at
}
