import { contentInWords } from '../../../engine/packet/english-lines.ts'
import { verifyPacket } from '../../../pdf/opened/verify.ts'
import { pdfsOf } from '../../files/official-files.ts'
import { openPacket } from '../../files/packet-file.ts'
import { fontsFor } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { projectRoot } from '../../rule-files.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'
import { changesOf } from './read.ts'

/** `verify P [--json]`: makes the packet again from the answers inside, under the rules of this project, and compares every page; reports the checksum, the
 * signing pages, and what was added after it was made. Exit 1 when a page differs from the answers, or something was changed or inserted. */
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
  const { id, version } = content.assessment.ruleSet
  // what programs read stays in English
  if (options.json) terminal.out(JSON.stringify({ file: path, ...found, changes: changesOf(since, PACKET_WORDS.en) }, null, 2))
  else {
    const words = PACKET_WORDS[options.lang]
    const { verify: says } = words
    for (const line of [
      says.summary(found.reference, found.pages, found.answersHash),
      found.sameRules ? says.sameRules(id, version) : says.otherRules(found.ruleSet?.id, found.ruleSet?.version),
      found.pagesThatSayOther.length === 0 ? says.allSame : says.sayOther(found.pagesThatSayOther),
      ...found.signing.map(({ sheet, page, name }) => says.signing(sheet, page, name)),
      says.saved(found.signatures, found.updates, found.otherFiles),
      ...(found.programs > 0 ? [says.programs(found.programs)] : []),
      ...found.notes.map(({ page, kind, text }) => says.added(page, kind, text)),
      ...found.attachments.map(({ name, hash }) => says.attachment(name, hash)),
      ...changesOf(since, words),
    ])
      terminal.out(line)
  }
  return found.isSound ? 0 : 1
}
