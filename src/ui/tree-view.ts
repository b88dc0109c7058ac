import type { Outline } from '../authoring/draw-outline.ts'
import { drawing, element } from './element.ts'
import { TEXT } from './text.ts'
import type { Lang, Town } from './town.ts'

/** The tree of a town: as a list for reading, and drawn. */
export function treeView(town: Town, lang: Lang): HTMLElement {
  const text = TEXT[lang]
  const outline = town.outline[lang]
  return element(
    'div',
    {},
    element('h3', {}, text.licences),
    element('ul', { class: 'licences' }, ...town.licences.map((name) => element('li', {}, name[lang]))),
    element('h3', {}, text.listTitle),
    element('p', {}, outline.summary),
    element('ol', { class: 'steps' }, ...outline.steps.map((step) => stepView(step, lang))),
    element('h3', { id: 'drawn' }, text.drawnTitle),
    element('p', {}, text.drawnHint),
    element('div', { class: 'drawing', role: 'region', tabindex: '0', 'aria-labelledby': 'drawn' }, drawingOf(town, lang)),
    element('p', { class: 'version' }, `${text.version} ${town.version}${town.hash ? `, ${town.hash.slice(0, 12)}` : ''}`),
  )
}

function drawingOf(town: Town, lang: Lang): Element {
  const svg = drawing(town.drawing[lang])
  // The list above says the same in a form that can be read piece by piece.
  svg.setAttribute('focusable', 'false')
  return svg
}

function stepView(step: Outline['steps'][number], lang: Lang): HTMLElement {
  const text = TEXT[lang]
  return element(
    'li',
    {},
    element('h4', {}, step.title),
    step.condition !== null && element('p', { class: 'condition' }, `${text.only} ${step.condition}.`),
    step.hint !== null && element('p', {}, step.hint),
    ...step.questions.map((question) =>
      element(
        'div',
        { class: 'question' },
        question.label !== step.title && element('p', { class: 'label' }, question.label),
        question.condition !== null && element('p', { class: 'condition' }, `${text.only} ${question.condition}.`),
        question.options.length > 0
          ? element(
              'ul',
              { 'aria-label': `${text.options}: ${question.label}` },
              ...question.options.map((option) => element('li', {}, option)),
            )
          : element('p', { class: 'free' }, text.free),
      ),
    ),
    ...step.stops.map((stop) =>
      element(
        'div',
        { class: 'stop' },
        element('p', { class: 'label' }, `${text.stop} ${stop.condition}.`),
        element('p', {}, stop.text),
        element('p', {}, stop.goTo),
      ),
    ),
  )
}
