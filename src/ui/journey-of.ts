import { fromPromise } from 'xstate'
import { journey, type MadePacket, type OpenDraft, type PacketRequest } from '../machine/journey.ts'
import { type Address, readAddress, writeAddress } from '../machine/place.ts'
import { type Session, type Site, tagsOf } from './site.ts'

/** The journey machine with the effects of this site. `fetchAhead` prefetches what a draft needs, before one is opened. */
export function journeyOf(site: Site) {
  // everything that needs the engine
  const loadRoom = () => import('./draft-room.ts')
  const machine = journey.provide({
    actors: {
      openDraft: fromPromise<OpenDraft, { readonly address: Address; readonly before: Session | undefined }>(async ({ input, signal }) => {
        const room = await loadRoom()
        await input.before?.flush()
        const { place, lang } = input.address
        const opened = await room.openDraft(site, 'draft' in place ? place.draft : '', lang)
        // the visitor navigated elsewhere meanwhile
        if (signal.aborted) opened.session.close()
        return opened
      }),
      makePacket: fromPromise<MadePacket, PacketRequest>(async ({ input, signal }) => (await loadRoom()).makePacket(site, input, signal)),
    },
    actions: {
      // only if it is still the address that was asked for: the visitor may have navigated on meanwhile
      showPlace: ({ context: { asked, place } }) => {
        const [wanted, address] = [asked, { ...asked, place }].map(writeAddress)
        if (address !== wanted && writeAddress(readAddress(location.hash, tagsOf(site))) === wanted) history.replaceState(null, '', address)
      },
    },
  })
  return { machine, fetchAhead: loadRoom }
}
