/**
 * Where the sources of the base stand that are of no municipality: the state, courts, provinces, services of several municipalities, unions, publishers.
 * Whatever stands elsewhere counts as a page of a municipality, so that a new address is judged once.
 */
export const OF_NO_TOWN: ReadonlySet<string> = new Set(
  `100-werkgeverscoach.nl 5dok.net academiebw.nl arboportaal.nl berendschothoreca.nl beroepkunstenaar.nl berthub.eu bouwwetten.nl business.gov.nl
  catchlegal.nl createcs.nl cultureelerfgoed.nl deltaadvisory.nl docplayer.nl dorpshuizen.nl findinet.nl gemeente.nu horecawebservice.nl
  infomil.nl iplo.nl joho.org justis.nl keurmerkafrekensystemen.nl khn.nl kvk.nl lexboost.com markadvocaten.nl marschee.nl
  meesteradvocaten.nl meestermeester.nl mijnlicentie.nl missethoreca.nl mreinstein.nl njb.nl nlarbeidsinspectie.nl nn.nl nrc.nl nvkl.nl
  nvwa.nl odmh.nl odru.nl officielebekendmakingen.nl omgevingsdiensthaaglanden.nl omgevingswet.overheid.nl omroepbrabant.nl omwb.nl
  ondernemersplein.nl pepdenhaag.nl phenc.nl raadvanstate.nl randstad.nl rechtspraak.nl regioonline.nl rijksoverheid.nl sena.nl stap.nl
  starthoreca.nl stibbe.com studylibnl.com teamadvocaten.nl topcommunicatie.nl vanardenne-crinceleroy.nl vdv-partners.nl
  veiligheidsbranche.nl vmh-horeca.nl wetten.overheid.nl wieringa-advocaten.nl zeelandnet.nl zuid-holland.nl`.split(/\s+/),
)
