import type { FileOf } from '../../../draft/files/file-keys.ts'
import { type Lang, localeOf, wordsIn } from '../../../model/lang.ts'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { Thumbnail } from './Thumbnail.tsx'

/** Files of one document: each as a thumbnail with its name, size and pages, and a button to remove it. */
export function AddedFiles({ files, about }: { files: readonly FileOf[]; about: string }) {
  const { lang } = useJourney()
  const { session } = useDraft()
  if (files.length === 0) return null
  return (
    <ul className="added" aria-label={wordsIn(ATTACHMENTS, lang).filesOf(about)}>
      {files.map(({ key, file }) => (
        <li key={key} className="added__file">
          <Thumbnail fileKey={key} name={file.name} type={file.type} />
          <span className="added__name">
            {file.name}
            <span className="quiet added__size">
              {[sizeText(file.size, lang), file.pages === undefined ? null : wordsIn(ATTACHMENTS, lang).pages(file.pages)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
          <Button
            look="subtle"
            aria-label={`${wordsIn(ATTACHMENTS, lang).removeFile}: ${file.name}`}
            onClick={() => void session.removeFile(key)}
          >
            {wordsIn(ATTACHMENTS, lang).removeFile}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** `340 kB`, `1,8 MB`. */
function sizeText(bytes: number, lang: Lang): string {
  const megabytes = bytes / (1024 * 1024)
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 1 }).format(megabytes)} MB`
}
