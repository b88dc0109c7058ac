import '../style/draft.css'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Place } from '../../machine/place.ts'
import { TrialNote } from '../parts/configure/TrialNote.tsx'
import { ExampleNote } from '../parts/ExampleNote.tsx'
import { Elsewhere, Removed } from '../parts/form/notes/Elsewhere.tsx'
import { fetched } from '../parts/frame/Fetched.tsx'
import { Summary } from '../parts/frame/Summary.tsx'
import { UndoBar } from '../parts/frame/UndoBar.tsx'
import { Stages } from '../parts/progress/Stages.tsx'
import { useDraft, useJourney } from '../use-journey.ts'
import { InvitedPage } from './InvitedPage.tsx'
import { OutcomePage } from './outcome/OutcomePage.tsx'
import { AttachmentsPage } from './packet/AttachmentsPage.tsx'
import { PacketPage } from './packet/PacketPage.tsx'
import { ReviewPage } from './packet/ReviewPage.tsx'
import { TasksPage } from './packet/TasksPage.tsx'
import { AboutPage } from './questions/AboutPage.tsx'
import { ListPage } from './questions/ListPage.tsx'
import { RowPage } from './questions/RowPage.tsx'
import { StepPage } from './questions/StepPage.tsx'
import { StopPage } from './questions/StopPage.tsx'
import { TopicPage } from './questions/TopicPage.tsx'

const AskedPage = fetched(() => import('./AskedPage.tsx').then((module) => module.AskedPage))
const AskPage = fetched(() => import('./questions/AskPage.tsx').then((module) => module.AskPage))
const ComparePage = fetched(() => import('./outcome/ComparePage.tsx').then((module) => module.ComparePage))
const CopyOutPage = fetched(() => import('./packet/CopyOutPage.tsx').then((module) => module.CopyOutPage))
const SourcesPage = fetched(() => import('./outcome/SourcesPage.tsx').then((module) => module.SourcesPage))
const ReceiptNote = fetched(() => import('../parts/ReceiptNote.tsx').then((module) => module.ReceiptNote))
const SearchPage = fetched(() => import('./questions/SearchPage.tsx').then((module) => module.SearchPage))
const TreePage = fetched(() => import('./outcome/TreePage.tsx').then((module) => module.TreePage))

const AHEAD = [AskPage, AskedPage, ComparePage, CopyOutPage, ReceiptNote, SearchPage, SourcesPage, TreePage]

/** The pages of a draft, with the summary beside them. */
export function DraftPages({ place }: { place: Place }) {
  const { site } = useJourney()
  const { view } = useDraft()
  // prefetched while somebody answers, so that all pages work offline
  useEffect(() => site.later(() => void Promise.all(AHEAD.map((page) => page.ahead())), 2000), [site])
  if (!('draft' in place)) return null
  if (view.elsewhere.state === 'removed') return <Removed />
  const invited = view.draft.invitation !== undefined || view.draft.request !== undefined
  const line = document.getElementById('stages')
  return (
    <div className="columns">
      {!invited && line && createPortal(<Stages place={place} />, line)}
      <div className="column">
        {view.draft.receipt && <ReceiptNote receipt={view.draft.receipt} />}
        <ExampleNote />
        <TrialNote />
        <Elsewhere />
        <Page place={place} />
        <UndoBar place={place} />
      </div>
      {!invited && <Summary />}
    </div>
  )
}

function Page({ place }: { place: Extract<Place, { draft: string }> }) {
  const { invitation, request } = useDraft().view.draft
  if (request && place.kind !== 'sources') return <AskedPage {...request} />
  if (invitation && place.kind === 'tasks') return <InvitedPage draft={place.draft} {...invitation} />
  switch (place.kind) {
    case 'about':
      return <AboutPage place={place} />
    case 'step':
    case 'sharpen':
      return <StepPage place={place} />
    case 'stop':
      return <StopPage place={place} />
    case 'outcome':
      return <OutcomePage place={place} />
    case 'tasks':
      return <TasksPage place={place} />
    case 'ask':
      return <AskPage place={place} />
    case 'search':
      return <SearchPage place={place} />
    case 'topic':
      return <TopicPage place={place} />
    case 'list':
      return <ListPage place={place} />
    case 'row':
      return <RowPage place={place} />
    case 'attachments':
      return <AttachmentsPage place={place} />
    case 'review':
      return <ReviewPage place={place} />
    case 'packet':
      return <PacketPage place={place} />
    case 'tree':
      return <TreePage place={place} />
    case 'sources':
      return <SourcesPage />
    case 'copy':
      return <CopyOutPage place={place} />
    case 'compare':
      return <ComparePage place={place} />
    default:
      return place satisfies never
  }
}
