import { type DraftStorage, hearers, type Told } from './storage.ts'

/** Carries what the tabs of a browser tell each other, and themselves. */
export function tabs(name: string): Pick<DraftStorage, 'tell' | 'listen'> {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
  const { tell, listen } = hearers()
  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => tell(data))
  return {
    tell(told) {
      channel?.postMessage(told)
      tell(told)
    },
    listen,
  }
}
