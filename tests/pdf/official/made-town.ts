/** A town that was made up, with a fillable PDF in the place of our layout of the form for alcohol. */
export const TOWN_FOLDER = 'rules/municipalities/oudewal'

export const TOWN = `schema: 1
id: oudewal
name: Oudewal
extends: base
version: 2026.1.0
postcodes: ["1000"]
branding:
  colours: { primary: "#3D4A5C", text: "#1F2933", accent: "#5B6770", error: "#A4262C" }
  fontStack: [Arial, sans-serif]
  source: verzonnen
asks:
  - { box: alcohol/AL-002, source: verzonnen }
  - { box: alcohol/AL-004, source: verzonnen }
  - { box: alcohol/AL-007, source: verzonnen }
  - { box: alcohol/AL-011, source: verzonnen }
  - { box: alcohol/AL-042, source: verzonnen }
  - { box: alcohol/AL-044, source: verzonnen }
  - { box: alcohol/AL-051, source: verzonnen }
  - { box: alcohol/AL-058, source: verzonnen }
changes:
  - op: change
    at: forms/alcohol
    why: Oudewal heeft een eigen formulier.
    to:
      official:
        file: alcohol-2026.pdf
        source: verzonnen
        fields:
          AL-001: { field: soort, values: { hospitality: Horeca, liquorShop: Slijterij } }
          AL-002: { field: model, values: { a: A, b: B } }
          AL-003:
            field: reden
            values:
              nieuwe vestiging: Nieuwe zaak
              overname: Overname
              wijziging ondernemingsvorm: Andere rechtsvorm
              wijziging ondernemer of vennoot: Andere ondernemer
              verbouwing of uitbreiding: Verbouwing
              anders: Anders
          AL-004: toelichting
          AL-007: { day: ingang.dag, month: ingang.maand, year: ingang.jaar }
          AL-008: { field: kvk, compact: true }
          AL-010:
            field: rechtsvorm
            values:
              eenmanszaak: Eenmanszaak
              vof: Personenvennootschap
              cv: Personenvennootschap
              maatschap: Personenvennootschap
              bv: Rechtspersoon
              nv: Rechtspersoon
              vereniging: Rechtspersoon
              stichting: Rechtspersoon
              coöperatie: Rechtspersoon
              kerkgenootschap: Rechtspersoon
              anders: Anders
          AL-011:
            field: aard
            values: { café: Café, restaurant: Restaurant, hotel: Overig, discotheek: Overig, zaalverhuur: Overig, cafetaria: Overig, slijterij: Overig, kantine: Overig, anders: Overig }
          AL-012: naam.rechtspersoon
          AL-114: handelsnaam
          AL-042: [leiding.1.naam, leiding.2.naam]
          AL-044: [leiding.1.geboren, leiding.2.geboren]
          AL-051: { lines: [inrichting.naam.1, inrichting.naam.2] }
          AL-052: inrichting.straat
          AL-053: { questions: { premises.address.houseNumber: inrichting.nummer, premises.address.addition: inrichting.toevoeging } }
          AL-054: { field: inrichting.postcode, compact: true }
          AL-055: inrichting.plaats
          AL-058: { ticks: { ja: monument.ja, nee: monument.nee } }
          AL-118: { ticks: { true: open, false: null } }
          AL-059: { field: recht, values: { eigendom: E, huur: H, pacht: P, gebruik: G } }
          AL-060: [lokaal.1.naam, lokaal.2.naam]
          AL-063: [lokaal.1.m2, lokaal.2.m2]
        without:
          AL-005: Zoekt de gemeente zelf op.
          AL-006: Zoekt de gemeente zelf op.
          AL-009: Staat in het handelsregister.
          AL-013: Op het eigen blad.
          AL-014: Op het eigen blad.
          AL-015: Op het eigen blad.
          AL-016: Op het eigen blad.
          AL-017: Op het eigen blad.
          AL-043: Staat op de verklaring.
          AL-045: Staat op de verklaring.
          AL-046: Staat op de verklaring.
          AL-047: Staat op de verklaring.
          AL-048: Staat op de verklaring.
          AL-049: Staat op de verklaring.
          AL-050: Staat op de verklaring.
          AL-056: Op het eigen blad.
          AL-057: Op het eigen blad.
          AL-119: Op het eigen blad.
          AL-061: Staat op de tekening.
          AL-062: Staat op de tekening.
          AL-064: Staat op de tekening.
          AL-065: Staat op de tekening.
          AL-066: Staat op de tekening.
          AL-067: Staat op de tekening.
          entityDirectors: Op het eigen blad.
          upperDirectors: Op het eigen blad.
          entrepreneurs: Op het eigen blad.
          directors: Op het eigen blad.
          terraces: Op het eigen blad.
          signature: Getekend wordt op het ondertekeningsblad.
          declaration: Ieder tekent een eigen verklaring.
          nonInvolvement: Op het eigen blad.
          paracommercial: Verenigingen hebben een eigen formulier.
        left:
          plaats: Met de hand, bij de handtekening.
          datum: Met de hand, bij de handtekening.
          dossier: Vult de gemeente in.
`
