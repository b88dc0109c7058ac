import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { config } from 'zod'
import { compareTown } from './authoring/configure/compare-town.ts'
import { type Judgement, judgeTown } from './authoring/configure/judge-town.ts'
import { placeFiles } from './authoring/configure/place-files.ts'
import type { TownAnswer, TownRequest } from './configure-messages.ts'
import { messageOf } from './model/util/message-of.ts'

// Runs away from the page: reading all rules and proving a tree takes seconds.

// zod would try whether it may compile code, and the content security policy would report it
config({ jitless: true })

/** That of the browser answers later, and only over https. */
const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

let last: Judgement | null = null

addEventListener('message', ({ data }: MessageEvent<TownRequest>) => {
  void handle(data)
    .catch((error: unknown): TownAnswer => ({ kind: 'failed', problem: messageOf(error) }))
    .then((answer) => postMessage(answer))
})

async function handle(request: TownRequest): Promise<TownAnswer> {
  switch (request.kind) {
    case 'place':
      return { kind: 'placed', placed: placeFiles(request.given, request.before) }
    case 'judge': {
      last = null
      const { base, own, town, date } = request
      last = await judgeTown({ base: new Map(base), own: new Map(own), town, date, sha256: hash })
      return { kind: 'judged', judged: last.judged }
    }
    case 'compare': {
      const { shipped, date, lang } = request
      return { kind: 'compared', changes: last && compareTown(last, shipped && new Map(shipped), { date, lang }) }
    }
    default:
      return request satisfies never
  }
}
