import type { DrawLang } from './condition.ts'
import type { Outline } from './outline.ts'

const WORDS = { nl: { end: 'Uitkomst', only: 'alleen als' }, en: { end: 'Outcome', only: 'only if' } } as const

/** Mermaid flowchart text, as GitHub and GitLab render it. */
export function drawMermaid({ title, steps }: Outline, lang: DrawLang): string {
  const words = WORDS[lang]
  const conditions = new Map(steps.map((step) => [step.id, step.condition]))
  const lines = ['---', `title: ${JSON.stringify(title)}`, '---', 'flowchart TD', '  begin(( ))']
  const first = steps.findIndex((step) => step.condition === null)
  const starts = steps.slice(0, first < 0 ? steps.length : first + 1)
  const arrow = (from: string, id: string | null): string => {
    const condition = id === null ? null : conditions.get(id)
    return `  ${from} ${condition ? `-->|${quoted(`${words.only} ${condition}`)}|` : '-->'} ${id === null ? 'done' : `step_${id}`}`
  }
  for (const step of starts) lines.push(arrow('begin', step.id))
  for (const step of steps) {
    lines.push(`  step_${step.id}[${quoted(`${step.place}. ${step.title}`)}]`)
    for (const stop of step.stops) {
      lines.push(`  stop_${stop.id}([${quoted(stop.text)}])`, `  step_${step.id} -->|${quoted(stop.condition)}| stop_${stop.id}`)
    }
    for (const id of step.next) lines.push(arrow(`step_${step.id}`, id))
  }
  lines.push(`  done([${quoted(words.end)}])`)
  return `${lines.join('\n')}\n`
}

/** Inside quoted text Mermaid interprets quotes, and entities of its own. */
const quoted = (text: string): string => `"${text.replace(/[#"<>&]/g, (char) => `#${char.charCodeAt(0)};`).replace(/\s+/g, ' ')}"`
