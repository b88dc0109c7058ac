import { isMap, isSeq, Parser, parseDocument, visit } from 'yaml'

/**
 * Quotes that stand where they need not, or of another kind than needed. One way: a text stands without quotes where YAML reads it back as it
 * is; else between double quotes; between single ones when it holds a double quote or a backslash itself, as most conditions do. Between { and } a question
 * mark needs quotes as well: readers of YAML 1.1, such as that of Python, stop at it.
 * Gives the text as it should be, and each place: its line from 1, what stands there and what should.
 */
export function quotedOneWay(text) {
  const places = []
  let made = ''
  let done = 0
  visit(parseDocument(text), {
    Scalar(key, node, path) {
      const inFlow = path.some((one) => (isMap(one) || isSeq(one)) && one.flow)
      const mayChange = /^QUOTE_/.test(node.type ?? '') || (node.type === 'PLAIN' && stopsInFlow(node.value, inFlow))
      if (typeof node.value !== 'string' || !mayChange || !node.range) return
      const [from, to] = node.range
      const now = text.slice(from, to)
      if (now.includes('\n') || /[\n\t]/.test(node.value)) return
      const should = written(node.value, inFlow, key === 'key')
      if (now === should) return
      places.push({ line: text.slice(0, from).split('\n').length, now, should })
      made += text.slice(done, from) + should
      done = to
    },
  })
  return { text: made + text.slice(done), places }
}

const stopsInFlow = (value, inFlow) => inFlow && String(value).includes('?')

const known = new Map()

function written(value, inFlow, isKey) {
  const name = `${inFlow} ${isKey} ${value}`
  if (!known.has(name)) known.set(name, plainReads(value, inFlow, isKey) ? value : quoted(value))
  return known.get(name)
}

const quoted = (value) => (/["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`)

/** Whether the value may stand without quotes: in a small text of the same kind it is read back as one text, and nothing else is. */
function plainReads(value, inFlow, isKey) {
  if (stopsInFlow(value, inFlow)) return false
  const pair = isKey ? `${value}: x` : `x: ${value}`
  const small = inFlow ? `[{ ${pair} }]` : `- ${pair}\n- end\n`
  const texts = []
  for (const token of new Parser().parse(small)) if (token.type === 'error') return false
  const document = parseDocument(small, { logLevel: 'silent' })
  if (document.errors.length > 0 || document.warnings.length > 0) return false
  visit(document, { Scalar: (_, node) => void texts.push(node.value) })
  const wanted = isKey ? [value, 'x'] : ['x', value]
  return JSON.stringify(texts) === JSON.stringify(inFlow ? wanted : [...wanted, 'end'])
}
