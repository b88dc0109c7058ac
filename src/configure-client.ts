import { base, towns } from 'virtual:horeca1/sources'
import { base as digest } from 'virtual:horeca1/towns'
import type { JudgedTown } from './authoring/configure/judge-town.ts'
import workerAddress from './configure.worker.ts?worker&url'
import type { SentFiles, TownAnswer, TownRequest } from './configure-messages.ts'
import { addAll } from './model/util/add-all.ts'
import { startWorker } from './own-worker.ts'
import type { TownBench } from './ui/towns/town-bench.ts'

/** A municipality with tens of districts takes a slow computer a minute. In milliseconds. */
const PATIENCE = 300_000

/** The bench on which a municipality tries its own files. What it is given stays in this browser. */
export function openBench(): TownBench {
  let worker: Worker | null = null
  let calledOff: (() => void) | null = null
  let judging: Extract<TownRequest, { kind: 'judge' }> | null = null
  /** The worker that knows what was judged last. */
  let judgedBy: Worker | null = null
  const close = (): void => {
    worker?.terminate()
    worker = null
    calledOff?.()
    calledOff = null
  }
  const stop = (): void => {
    if (calledOff) close()
  }
  const ask = <Kind extends TownAnswer['kind']>(request: TownRequest, kind: Kind): Promise<Extract<TownAnswer, { kind: Kind }>> => {
    // what is asked now replaces what is under way
    stop()
    worker ??= startWorker(workerAddress)
    const asked = worker
    let silence: ReturnType<typeof setTimeout> | undefined
    return new Promise<Extract<TownAnswer, { kind: Kind }>>((resolve, reject) => {
      calledOff = () => reject(new DOMException('stopped', 'AbortError'))
      silence = setTimeout(() => reject(new Error('slow')), PATIENCE)
      asked.onmessage = ({ data }: MessageEvent<TownAnswer>) => {
        if (data.kind === kind) resolve(data as Extract<TownAnswer, { kind: Kind }>)
        else reject(new Error(data.kind === 'failed' ? data.problem : data.kind))
      }
      asked.onerror = (event) => reject(new Error(event.message))
      asked.onmessageerror = () => reject(new Error('an answer that cannot be read'))
      asked.postMessage(request)
    }).finally(() => {
      clearTimeout(silence)
      calledOff = null
    })
  }
  const judge = async (request: Extract<TownRequest, { kind: 'judge' }>): Promise<JudgedTown> => {
    const { judged } = await ask(request, 'judged')
    judgedBy = worker
    return judged
  }
  return {
    shipped: towns.map(({ id, name, example }) => ({ id, name, example })),
    place: async (given, before) => (await ask({ kind: 'place', given, before }, 'placed')).placed,
    async filesOf(id) {
      const files = await filesOfTown(id)
      return new Map((files ?? []).map(([path, text]) => [path.slice(folderOf(id).length), text]))
    },
    async judge(files, town, date) {
      const own = [...files].map(([place, text]): [string, string] => [`${folderOf(town)}${place}`, text])
      judging = { kind: 'judge', base: await beneath(own, town), own, town, date }
      const judged = await judge(judging)
      return { ...judged, fits: judged.file === null || judged.file.base === digest }
    },
    async readForm(bytes) {
      const form = await (await import('./packet-client.ts')).readFormInWorker(bytes)
      return { text: JSON.stringify(form), digest: form.digest }
    },
    lend: async (pdfs) => (await import('./packet-client.ts')).lendPdfs(pdfs),
    async compare(lang) {
      if (!judging) throw new Error('nothing was judged')
      const { town, date } = judging
      const own = await filesOfTown(town)
      const shipped = own && [...(await beneath(own, town)), ...own]
      if (worker === null || judgedBy !== worker) await judge(judging)
      return (await ask({ kind: 'compare', shipped, date, lang }, 'compared')).changes
    },
    stop,
    close,
  }
}

const folderOf = (town: string): string => `rules/municipalities/${town}/`

/** null: the site has none of that name. */
async function filesOfTown(id: string): Promise<SentFiles | null> {
  const town = towns.find((each) => each.id === id)
  return town ? (await town.files()).files : null
}

/** The rules of the base, and of other towns that these files build on. */
async function beneath(own: SentFiles, town: string): Promise<SentFiles> {
  const files = [...(await base()).files]
  const wanted = new Set<string>([town])
  const queue = [own]
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const [, text] of next) {
      const below = /^extends:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1]
      if (below === undefined || wanted.has(below)) continue
      wanted.add(below)
      const found = await filesOfTown(below)
      if (!found) continue
      addAll(files, found)
      queue.push(found)
    }
  }
  return files
}
