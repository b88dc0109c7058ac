/** Words of the rules and the pages that people do not use every day and that are not explained on tap. They stay, for the reason they stand under: there is no easier one that says the
 * same. A word that is used no more is taken off (everyday-words.test.ts). */
const BY_REASON: Readonly<Record<string, string>> = {
  'offices, laws, registers, marks and schools, as they are called': `
    apv arbeidsinspectie arbodienst avg awb basisregistratie bbgbop bbl bhv bhv'ers branche brancheorganisatie bsn btw buma bwbr cao
    cultureelerfgoed digid eu haccp handelsregister hygiënecode iban justis khn kvk mijnlicentie monumentenregister nvwa omgevingsloket omroep opiumwet ri
    riec rvo sena stemra svh tbs ubo videma vmbo vog wga`,
  'what something is in law, on a form or in the books': `
    aansprakelijkheid aanvrager afschrift afschriften afschrijven afwijkende akte arbeidscontract arbeidsovereenkomst bankafschrift bankafschriften begroting begunstigden beheerder beheerders
    beherend belegging benoeming bestuursreglement bv certificaat certificaten co collecte coöperatie eenmalig erkend erkende exploitant exploitatie exploitatievergunning
    facturen financiering geconsolideerde gekeurd geldgever geldig geldige hoedanigheid horecabedrijf horecabeleid horecacategorieën horecalokaliteit horecazaak inlegt inschrijft inschrijven
    inschrijving inspectiecertificaat inventaris inventarisatie jaaropgaven keuring keurmerk koopakte licentie lokaliteit lokaliteiten logiesfunctie logiesgebouw loonheffing
    loonheffingen minimumleeftijd muzieklicentie muzieklicenties nachtregister nationaliteit nv onbepaald onbepaalde ontheffing opgelegd opleggen organogram pacht pachter gepacht paragraaf
    percentages precariobelasting register registreert registreren reglement slijterij slijtersbedrijf slijtersvergunning speelautomatenverordening strafbaar tarieventabel
    terrassennota toelating uitkering vennootschap verlengt vermogensverschaffer verzuim vestiging vof wijziging wijzigingen wijzigt`,
  'kinds of business, games, people and what they come for': `
    afhaal afhaalt behendigheidsautomaten beveiligers biljart biljarts biljarttafels breakfast cafetaria coffeeshop commercieel cultureel dagopvang discotheek educatie flipper flipperkasten flippers
    foodtruck genodigden hoogdrempelig kegelen kraam kramen laagdrempelig lounge opvang payroll pension preventiemedewerker recreatie sauna shisha snackbar snacks softdrugs
    stagiairs strandpaviljoen verslavingspreventie`,
  'things of a building, a kitchen, a bar or a terrace': `
    afmeren afvalinzamelaar afvoer afvoerpijp afvoerpijpen afzuigkap airco's ammoniak auto's blusleidingen blusmiddelen blustoestellen brandbaar brandslanghaspels brutovloeroppervlakte
    bubbelbad capaciteit combisteamer constructie dagafdekking doorzichtig drempels elektrisch equivalent erf fabrikant filter filters flambeert fornuis frituren frituur frituurpannen frituurt
    frituurvet gefrituurd gegrild gemalen gemengd gestapeld gevel gevelterras gft grill grillen grilt haspels herbruikbare inductie inleverpunt installatie inzamelaar ionisatie isolatie
    kg kilo's koelinstallatie kw kwh legionella lichtmast lozen meubilair obstakels onbrandbaar parasol parasols pellets pmd podia propaan propaantank recirculatie rookafvoer rotan sluis
    sproeit stang steiger stookinstallatie swill tap temperaturen terrasmeubilair toegankelijkheid uv vaatwasser ventilatie verplaatsbaar vetfilter vitrines vuurkorf wanden wok zwerfafval`,
  'what is done with papers, files and a page': `
    aangekruist app beschrijf beperking breidt camera's digitaal folder foto's gearceerd geschat inleveren inlevert insturen invult ingevuld invulde kleurenfoto's komma kopieid kopiëren leesbaar loggen
    nagezocht bijgevoegd downloaden downloads downloadt exemplaren gekopieerd opslaan pagina's tarieven zo'n ab adviezen afhangt betrouwbaarheid cookies download downloadde ingedeeld licentieteksten log paperclip pixels typ ophangt opstuurt overige pin plak programma's ruitjespapier schriftelijk situatieschets statistiek strengst tabblad tabbladen tabel tarief typt verhuizing vink voorleesprogramma's vroegst wifi wis smaller`,
  'names of others, units, and kinds of file':
    'abonnement aes apple cyclonedx examples forms html index mb municipality return svg yaml ics jpg json music nl paasdag pdf png spotify wcag zip',
}

export const HARDER_WORDS: ReadonlySet<string> = new Set(
  Object.values(BY_REASON).flatMap((words) => words.split(/\s+/).filter((word) => word !== '')),
)
