import '../../style/scenes.css'

export const SCENES = ['know', 'fill', 'attach', 'handIn', 'done', 'ready', 'lost', 'empty'] as const
export type SceneName = (typeof SCENES)[number]

/** A decorative line drawing, for those who look before they read: the words beside it say it all. */
export const Scene = ({ name, small = false }: { name: SceneName; small?: boolean }) => (
  <span className={small ? 'scene scene--small' : 'scene'} data-scene={name} aria-hidden="true" />
)
