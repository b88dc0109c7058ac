/** A small town on the base that we ship, without a mistake: what a clerk could have written. Each row of `slips.ts` spoils it in one place. */
export const TOWN = 'rules/municipalities/proef/municipality.yaml'

export const town = `schema: 1
id: proef
name: Proefdorp
extends: base
contact: { name: Gemeente Proef, web: https://www.proef.nl, source: "https://www.proef.nl" }
branding:
  colours: { primary: "#004699", text: "#1A1A1A" }
  source: huisstijl 2026
postcodes: ["9998"]
parameters:
  - id: town.exploitation.mode
    values: [{ value: always, source: APV 2.28 }]
  - id: town.terrace.mode
    values: [{ value: separate, source: APV 2.10 }]
  - id: town.terrace.ownGroundToo
    values: [{ value: true, source: APV 2.10 }]
fees:
  - id: alcohol.new
    amounts:
      - amount: 412.50
        from: 2026-01-01
        until: 2026-12-31
        source: Legesverordening 2026
      - amount: 425.00
        from: 2027-01-01
        source: Legesverordening 2027
  - id: gamingMachines.licence
    amounts: [{ amount: 56.50, from: 2026-01-01, source: Legesverordening 2026 }]
hours:
  - id: inside.week
    place: inside
    nights: [sun, mon, tue, wed, thu]
    open: "07:00"
    close: "01:00+1"
    source: APV 2.29
  - id: inside.weekend
    place: inside
    nights: [fri, sat]
    open: "07:00"
    close: "02:00+1"
    source: APV 2.29
changes:
  - op: add
    at: questions
    why: Wij kijken naar de kleur van de stoelen.
    source: Welstandsnota
    item:
      id: proef.chairColour
      subject: terrace
      type: text
      topic: terrace
      label: { nl: Kleur van de stoelen, en: Colour of the chairs }
      when: terrace.kind = "facade"
      source: Welstandsnota
  - op: add
    at: forms/terrace/sections/furniture/boxes
    after: TE-045
    why: Wij kijken naar de kleur van de stoelen.
    item:
      nr: PRO-1
      label: { nl: Kleur van de stoelen, en: Colour of the chairs }
      type: text
      questions: [proef.chairColour]
      evidence: { form: [Proef] }
`

/** A town that says nothing but who it is. */
export const townText = (id: string): string => `schema: 1\nid: ${id}\nname: Proef ${id}\nextends: base\n`
