import type { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { FILE_KINDS, type FileKind, type FileRole, fileRole, isDataFile, LANGUAGES } from './files/file-kinds.ts'
import { type Parsed, parseFile } from './files/parse-file.ts'
import { readYaml } from './files/read-yaml.ts'
import type { Path, Source } from './files/source.ts'
import { isMisnamed, meantTown, unexpectedFile } from './files/unexpected-file.ts'
import { slipsOfWriting } from './files/written-twice.ts'
import type { Finding } from './findings/finding.ts'
import { errorAt, ofFile, ofLayer } from './findings/finding-at.ts'
import { didYouMean } from './findings/nearest.ts'
import { sortFindings } from './findings/sort-findings.ts'
import { readMarks } from './house-style/marks.ts'
import { checkLanguages } from './languages/check-languages.ts'
import type { LanguageFiles } from './languages/language-files.ts'
import { checkBaseVersions } from './layers/base-version.ts'
import { catalogueOf, wholeBase } from './layers/layers.ts'
import { Provenance } from './layers/provenance.ts'
import { checkChosen } from './link/town/chosen.ts'
import { checkFilledIn } from './link/town/filled-in.ts'
import { linkCatalogue } from './link.ts'
import { readPdfForms } from './official/pdf-form.ts'
import type { Layer, RuleSet } from './rule-set.ts'
import { TownId } from './schema/common.ts'
import type { AreasFile, MunicipalityFile } from './schema/town.ts'
import { addAll } from './util/add-all.ts'

interface ReadFile<K extends FileKind = FileKind> {
  readonly role: FileRole & { kind: K }
  readonly source: Source
  readonly parsed: Parsed<z.infer<(typeof FILE_KINDS)[K]>>
}

/** Reads all files of a project (relative path → text) and reports everything that is wrong in one run. The rule set is null only when its root file,
 * rules/base/ruleset.yaml, is unusable. */
export function loadRuleSet(files: ReadonlyMap<string, string>): { ruleSet: RuleSet | null; findings: Finding[] } {
  const findings: Finding[] = []
  const provenance = new Provenance()
  const broken = new Set<string>()
  const lost = new Set<string>()
  const examples: string[] = []
  const read: ReadFile[] = []
  for (const [file, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const role = fileRole(file)
    if (role === null) {
      if (!isDataFile(file) && !isMisnamed(file)) continue
      const finding = unexpectedFile(file, files)
      findings.push(finding)
      if (finding.severity === 'error') broken.add(meantTown(file) ?? '')
    } else if (role.kind === 'example') examples.push(file)
    else {
      const before = findings.length
      const one = readOne(file, text, role, findings)
      for (const id of one.parsed.lost) lost.add(id)
      if (one.parsed.value === null || findings.slice(before).some(({ severity }) => severity === 'error')) broken.add(role.layer)
      if (one.parsed.value !== null) {
        provenance.register(one.parsed.value, role.layer, one.source, [], one.parsed.raw, one.parsed.pathOf)
        read.push(one)
      }
    }
  }
  const base = baseOf(read, files, findings, broken)
  const layers = layersOf(read, provenance, findings, broken)
  if (base === null) return { ruleSet: null, findings: sortFindings(findings) }
  const { marks, findings: ofMarks } = readMarks(layers.values(), files)
  addAll(findings, ofMarks)
  const changelog = ofKind(read, 'changelog')[0]?.parsed.value?.versions ?? []
  const ruleSet: RuleSet = {
    base,
    changelog,
    layers,
    provenance,
    marks,
    pdfs: readPdfForms(files),
    broken,
    lost,
    languages: languageFiles(read),
    examples,
  }
  addAll(findings, linkCatalogue(ruleSet, wholeBase(ruleSet)))
  // an area whose streets were dropped because of a mistake only looks as if it had none
  const unread = (finding: Finding): boolean =>
    finding.message.startsWith('Nothing says where') && [...broken].some((town) => finding.file.startsWith(`rules/municipalities/${town}/`))
  addAll(findings, [
    ...checkChosen(ruleSet).filter((finding) => !unread(finding)),
    ...checkBaseVersions(ruleSet),
    ...checkFilledIn(ruleSet),
  ])
  for (const layer of layers.values())
    addAll(findings, [...(catalogueOf(ruleSet, layer.id)?.findings ?? []), ...areaQuestion(ruleSet, layer)])
  addAll(findings, checkLanguages(ruleSet))
  // a schema finding at the same place is more specific
  const told = new Set(findings.map(({ file, path }) => `${file} ${path}`))
  for (const { source } of read)
    addAll(
      findings,
      slipsOf(source).filter(({ file, path }) => !told.has(`${file} ${path}`)),
    )
  return { ruleSet, findings: sortFindings(findings) }
}

const slips = new WeakMap<Source, Finding[]>()

/** Slips of writing in a file; memoised. */
function slipsOf(source: Source): Finding[] {
  const known = slips.get(source) ?? slipsOfWriting(source)
  slips.set(source, known)
  return known
}

/** Cache of parsed files with their text: when a clerk saves one file, the others need not be read again. */
const readBefore = new Map<string, { readonly text: string; readonly file: ReadFile; readonly findings: readonly Finding[] }>()

function readOne(file: string, text: string, role: FileRole, findings: Finding[]): ReadFile {
  const before = readBefore.get(file)
  const made = before?.text === text ? before : { text, ...readAnew(file, text, role) }
  readBefore.set(file, made)
  addAll(findings, made.findings)
  return made.file
}

function readAnew(file: string, text: string, role: FileRole): { file: ReadFile; findings: Finding[] } {
  const { source, findings } = readYaml(file, text)
  if (source.value === undefined)
    return { file: { role, source, parsed: { value: null, findings: [], lost: [], raw: undefined, pathOf: () => undefined } }, findings }
  // only the kind tells the type of its schema; each list below narrows it again
  const parsed = parseFile<unknown>(source, FILE_KINDS[role.kind]) as ReadFile['parsed']
  addAll(findings, parsed.findings)
  const { value } = parsed
  if (value !== null && role.id !== null && 'id' in value && value.id !== role.id) {
    const named = role.kind === 'municipality' ? 'folder' : 'file'
    // an invalid id that is also the name of the file is one mistake
    const shape = findings.findIndex(({ path }) => path === 'id')
    if (shape >= 0 && source.value !== null && Reflect.get(Object(source.value), 'id') === role.id && named === 'file') {
      const [{ message } = { message: '' }] = findings.splice(shape, 1)
      findings.push(errorAt(source, ['id'], 'BAD_SHAPE', message, `Write id: ${value.id}, and call the file ${value.id}.yaml too.`))
      return { file: { role, source, parsed }, findings }
    }
    findings.push(
      TownId.safeParse(role.id).success || (role.kind !== 'municipality' && role.kind !== 'district')
        ? errorAt(source, ['id'], 'BAD_SHAPE', `The id ${value.id} differs from the name of the ${named}.`, `Write id: ${role.id}.`)
        : errorAt(
            source,
            ['id'],
            'BAD_SHAPE',
            `The ${named} is called ${role.id}, which is no id: an id has small letters, digits and hyphens.`,
            `Call the ${named} ${value.id}.`,
          ),
    )
    value.id = role.id
  }
  // an unusable form still exists, so that references to it are not a second mistake
  const lost = value === null && role.kind === 'form' && role.id !== null ? [...parsed.lost, role.id] : parsed.lost
  return { file: { role, source, parsed: { ...parsed, lost } }, findings }
}

const ofKind = <K extends FileKind>(read: readonly ReadFile[], kind: K): ReadFile<K>[] =>
  read.filter((file): file is ReadFile<K> & ReadFile => file.role.kind === kind)

/** The files of each language, by its tag, the name of the folder. */
function languageFiles(read: readonly ReadFile[]): LanguageFiles[] {
  const of = <K extends 'languagePages' | 'languageRules'>(kind: K, layer: string) => {
    const file = ofKind(read, kind).find(({ role }) => role.layer === layer)
    return file?.parsed.value ? { source: file.source, value: file.parsed.value } : null
  }
  const layers = new Set(read.flatMap(({ role }) => (role.layer.startsWith(LANGUAGES) ? [role.layer] : [])))
  return [...layers].map((layer) => ({
    tag: layer.slice(LANGUAGES.length),
    pages: of('languagePages', layer),
    rules: of('languageRules', layer),
  }))
}

const REQUIRED = ['ruleset', 'tree', 'licences', 'collections'] as const

function baseOf(read: readonly ReadFile[], files: ReadonlyMap<string, string>, findings: Finding[], broken: Set<string>): Catalogue | null {
  for (const kind of REQUIRED) {
    if ([...files.keys()].some((file) => fileRole(file)?.kind === kind)) continue
    broken.add('base')
    findings.push(missing(`rules/base/${kind}.yaml`))
  }
  const one = <K extends FileKind>(kind: K) => ofKind(read, kind)[0]?.parsed.value ?? null
  const head = one('ruleset')
  if (head === null) return null
  const tree = one('tree')
  const licences = one('licences')
  const collections = one('collections')
  return {
    head,
    topics: head.topics,
    respondents: head.respondents ?? [],
    seasons: head.seasons ?? [],
    parameters: head.parameters,
    channels: head.channels ?? [],
    statuses: head.statuses ?? [],
    questions: ofKind(read, 'questions').flatMap((file) => file.parsed.value?.questions ?? []),
    collections: collections?.collections ?? [],
    roles: collections?.roles ?? [],
    aliases: collections?.aliases ?? [],
    groups: collections?.groups ?? [],
    glossary: one('glossary')?.glossary ?? [],
    steps: tree?.steps ?? [],
    stops: tree?.stops ?? [],
    licences: licences?.licences ?? [],
    extras: licences?.extras ?? [],
    delays: licences?.delays ?? [],
    forms: ofKind(read, 'form').flatMap((file) => (file.role.layer === 'base' && file.parsed.value ? [file.parsed.value] : [])),
    elements: ofKind(read, 'elements').flatMap(({ parsed }) => (parsed.value ? [parsed.value] : [])),
    fees: one('fees')?.fees ?? [],
    hours: [],
    checks: one('checks')?.checks ?? [],
    documents: one('documents')?.documents ?? [],
    advice: one('advice')?.advice ?? [],
    branding: null,
    contact: null,
  }
}

function layersOf(read: readonly ReadFile[], provenance: Provenance, findings: Finding[], broken: Set<string>): Map<string, Layer> {
  const layers = new Map<string, Layer>()
  const put = (layer: Layer, refersAt: Path): void => {
    if (layers.has(layer.id))
      findings.push(
        errorAt(
          layer.source,
          refersAt,
          'DUPLICATE_ID',
          `There are two layers called ${layer.id}.`,
          layer.area === null ? 'Take one of the two files away.' : 'Give one of them another id.',
        ),
      )
    else layers.set(layer.id, layer)
  }
  const town = (file: ReadFile<'municipality'> | ReadFile<'district'>): void => {
    const data: z.infer<typeof MunicipalityFile> | null = file.parsed.value
    if (data === null) return
    const forms = ofKind(read, 'form').flatMap((each) =>
      each.role.layer === file.role.layer && each.parsed.value ? [each.parsed.value] : [],
    )
    put({ id: file.role.layer, name: data.name, extends: data.extends, source: file.source, path: [], data, area: null, forms }, ['id'])
  }
  for (const file of ofKind(read, 'municipality')) town(file)
  for (const file of ofKind(read, 'district')) town(file)
  for (const file of ofKind(read, 'areas')) {
    for (const area of file.parsed.value?.areas ?? []) {
      const path = provenance.place(area)?.path ?? []
      put(areaLayer(area, file.source, path, provenance), [...path, 'id'])
    }
  }
  return sound(layers, findings, broken)
}

function areaLayer(area: z.infer<typeof AreasFile>['areas'][number], source: Source, path: Path, provenance: Provenance): Layer {
  const { streets, postcodes, question, ...fields } = area
  const id = `${area.extends}/${area.id}`
  const data = { ...fields, schema: 1 as const }
  for (const part of Object.values(data)) {
    const at = typeof part === 'object' && part !== null ? provenance.place(part)?.path : undefined
    if (at) provenance.register(part, id, source, at)
  }
  return {
    id,
    name: area.name,
    extends: area.extends,
    source,
    path,
    data,
    forms: [],
    area: { streets: streets ?? [], postcodes: postcodes ?? [], question: question ?? null },
  }
}

/** Drops layers that extend one that does not exist, or that form a cycle. */
function sound(layers: Map<string, Layer>, findings: Finding[], broken: ReadonlySet<string>): Map<string, Layer> {
  const kept = new Map<string, Layer>()
  for (const layer of layers.values()) {
    const chain = [layer.id]
    let above = layer.extends
    while (above !== 'base' && !chain.includes(above) && layers.has(above)) {
      chain.push(above)
      above = layers.get(above)?.extends ?? 'base'
    }
    const at: Path = [...layer.path, 'extends']
    const home = homeOf(layer)
    // a district named without its municipality is reported below
    const isHalf = home !== null && layers.has(`${home}/${layer.extends}`)
    if (home !== null && !isHalf && layer.extends !== home && !layer.extends.startsWith(`${home}/`)) {
      // when the file of the municipality is broken, that is what has to be mended
      if (!broken.has(home)) findings.push(awayFromHome(layer, home, layers.has(home)))
    } else if (home !== null && layer.extends === home && !layers.has(home)) {
      if (!broken.has(home)) findings.push(awayFromHome(layer, home, false))
    } else if (above === 'base') kept.set(layer.id, layer)
    else if (chain.includes(above)) {
      if (above === layer.id)
        findings.push(
          errorAt(
            layer.source,
            at,
            'CYCLIC_EXTENDS',
            `Layers extend each other in a circle: ${[...chain, layer.id].join(' → ')}.`,
            'Let one of them extend base.',
          ),
        )
    } else if (above === layer.extends && !broken.has(above)) {
      // only suggest layers whose own parent exists
      const others = [
        'base',
        ...[...layers.values()].filter((other) => layers.has(other.extends) || other.extends === 'base').map(({ id }) => id),
      ]
      const [town = ''] = layer.source.file.replace('rules/municipalities/', '').split('/')
      const own = others.filter((id) => id === town || id.startsWith(`${town}/`))
      const whole = own.find((id) => id.endsWith(`/${above}`))
      findings.push(
        errorAt(
          layer.source,
          at,
          'UNKNOWN_LAYER',
          `There is no layer ${above} to extend.`,
          whole === undefined
            ? didYouMean(above, others, `Extend one of: ${['base', ...(own.length > 0 ? own : others.slice(1))].join(', ')}.`)
            : `Did you mean ${whole}?`,
        ),
      )
    }
  }
  return kept
}

/** The municipality whose folder contains a district or area; null for a municipality itself. */
function homeOf({ source, path }: Layer): string | null {
  const [town = '', ...rest] = source.file.replace('rules/municipalities/', '').split('/')
  return rest.length > 1 || path.length > 0 ? town : null
}

/** Reports a district or area that does not extend its own municipality: it would have none of its rules. */
const awayFromHome = (layer: Layer, town: string, isThere: boolean): Finding =>
  ofLayer(
    layer,
    ['extends'],
    'UNKNOWN_LAYER',
    'error',
    isThere
      ? `${layer.name} is in the folder of ${town}, but extends ${layer.extends}.`
      : `${layer.name} is in the folder of ${town}, which has no municipality file.`,
    isThere ? `Write extends: ${town}.` : `Add rules/municipalities/${town}/municipality.yaml.`,
  )

/** Checks the question that decides when neither street nor postcode does. It belongs to the layer below: whoever answers it has not chosen the area yet. */
function areaQuestion(ruleSet: RuleSet, { extends: below, area, source, path }: Layer): Finding[] {
  const { catalogue, lost } = catalogueOf(ruleSet, below) ?? wholeBase(ruleSet)
  const { questions } = catalogue
  if (!area?.question || lost.has(area.question)) return []
  const asked = questions.find(({ id }) => id === area.question)
  if (asked?.type === 'yesNo' && asked.subject === 'case') return []
  if (asked)
    return [
      errorAt(
        source,
        [...path, 'question'],
        'UNKNOWN_REFERENCE',
        `The question ${area.question} cannot say whether an address lies in the area.`,
        'Name a question of the case with type: yesNo.',
      ),
    ]
  const ids = questions.map(({ id }) => id)
  const mend = didYouMean(area.question, ids, `Write the id of a question of ${below}, or add one there with a change.`)
  return [errorAt(source, [...path, 'question'], 'UNKNOWN_REFERENCE', `There is no question ${area.question}.`, mend)]
}

const missing = (file: string): Finding =>
  ofFile(file, 'error', 'UNREADABLE_FILE', 'This file is missing.', 'Add it; a rule set cannot do without.')
