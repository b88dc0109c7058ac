import type { LinkContext } from '../context.ts'

/** A sensitive question is never prefilled, so that nobody signs what they did not say. */
export function checkOffers({ catalogue, report }: LinkContext): void {
  for (const question of catalogue.questions) {
    const key = question.prefill !== undefined ? 'prefill' : question.likePrevious ? 'likePrevious' : null
    if (key === null || question.sensitive === undefined) continue
    report(
      'SENSITIVE_OFFER',
      'error',
      question,
      key,
      `${question.id} is sensitive (${question.sensitive}), and ${key} would fill it in beforehand.`,
      `Take ${key}: out: who answers fills it in.`,
    )
  }
}
