import { contentInWords } from '../../../engine/packet/english-lines.ts'
import { verifyPacket } from '../../../pdf/opened/verify.ts'
import { pdfsOf } from '../../files/official-files.ts'
import { openPacket } from '../../files/packet-file.ts'
import { fontsFor } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { projectRoot } from '../../rule-files.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { changesOf } from './read.ts'

/** `verify P [--json]`: makes the packet again of the answers inside, under the rules that are here, and holds every page against it; tells the checksum, the signing pages, and
 * what was added after the making. Exit 1 when a page says other than the answers, or something was changed or put in. */
export async function verify(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, [])
  const path = required(options.positionals[0], 'The packet to verify')
  const opened = await openPacket(path, options, terminal)
  if (opened === null) return 1
  const { bytes, inside, application } = opened
  const content = contentInWords(application, inside.reference ?? '', inside.answersJson, inside)
  const { since, ...found } = await verifyPacket(
    bytes,
    inside,
    content,
    fontsFor(content),
    pdfsOf(content, projectRoot(terminal.cwd, options.rules)),
  )
  const changes = changesOf(since)
  const { id, version } = content.assessment.ruleSet
  if (options.json) terminal.out(JSON.stringify({ file: path, ...found, changes }, null, 2))
  else
    for (const line of [
      `reference ${found.reference ?? 'unknown'}, ${found.pages} pages; checksum of the answers ${found.answersHash} (on the signing pages: ${found.answersHash.slice(0, 16)})`,
      found.sameRules
        ? `rules: the same as here (${id} ${version})`
        : `rules: made under others (${found.ruleSet?.id ?? 'unknown'} ${found.ruleSet?.version ?? ''}); pages may differ for that reason alone`,
      found.pagesThatSayOther.length === 0
        ? 'every page says what the answers inside say'
        : `pages that say other than the answers inside: ${found.pagesThatSayOther.join(', ')}`,
      ...found.signing.map(({ sheet, page, name }) => `signing page ${sheet}: page ${page ?? 'not in this file'}, ${name}`),
      `digital signatures: ${found.signatures}; changes saved behind the making: ${found.updates}; files put in by others: ${found.otherFiles.join(', ') || 'none'}`,
      ...(found.programs > 0 ? [`actions that run something: ${found.programs}; do not open this file in a program that runs them`] : []),
      ...found.notes.map(({ page, kind, text }) => `page ${page}: ${kind} put on it${text === '' ? '' : `, which says: ${text}`}`),
      ...found.attachments.map(({ name, hash }) => `attachment ${name}: ${hash}`),
      ...changes,
    ])
      terminal.out(line)
  return found.isSound ? 0 : 1
}
