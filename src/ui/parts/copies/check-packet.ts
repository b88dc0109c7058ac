import { readSaveFile } from '../../../draft/files/save-file.ts'
import { openCase } from '../../../engine/case.ts'
import type { Case } from '../../../engine/context.ts'
import { contentInPieces } from '../../../engine/packet/english-lines.ts'
import { readAnswers } from '../../../model/answers/read-answers.ts'
import type { ReadPacket } from '../../../model/packet-file/read-packet.ts'
import type { Verified } from '../../../model/packet-file/verified.ts'
import { inTurns } from '../../in-turns.ts'
import type { Site } from '../../site.ts'
import type { Words } from '../../text.ts'

/** A packet that was opened to be checked, with the case of its embedded answers. */
export interface CheckedPacket {
  readonly kind: 'checked'
  readonly bytes: Uint8Array
  readonly read: Extract<ReadPacket, { ok: true }>
  readonly application: Case
  readonly found: Verified
}

/** Opens a packet in its own language, as of the day it was made, under the rules available here, and verifies its pages against its answers. */
export async function checkPacket(
  bytes: Uint8Array,
  site: Site,
  words: Words,
  signal: AbortSignal,
): Promise<CheckedPacket | { readonly kind: 'problem'; readonly problem: string } | { readonly kind: 'unfit'; readonly what: string }> {
  const read = await site.readPacket(bytes, signal)
  if (!read.ok) return { kind: 'problem', problem: words.start.unread[read.problem] }
  const saved = readSaveFile(read.answersJson)
  if (!saved.ok) return { kind: 'problem', problem: words.start.unread.badAnswers }
  await site.fetchTowns()
  const town = site.towns.find(({ id }) => id === saved.file.variant)
  if (!town) return { kind: 'problem', problem: `${words.start.townGone} (${saved.file.variant})` }
  const lang = read.lang === 'en' ? 'en' : 'nl'
  const { variant } = await town.load(read.englishLines ? 'en' : lang, null)
  const { answers, findings } = readAnswers(saved.file, variant, 'answers', () => ({ line: 1, column: 1 }))
  const [first] = findings
  if (first) return { kind: 'unfit', what: first.path }
  const day = read.day ?? site.today()
  const application = openCase(variant, answers, { today: day, filing: day }, lang)
  const content = await inTurns(site, contentInPieces(application, read.reference ?? '', read.answersJson, read))
  return { kind: 'checked', bytes, read, application, found: await site.verifyPacket(bytes, read, content, signal) }
}
