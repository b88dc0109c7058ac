import { writeCountry } from './country.ts'

// for scripts/country.mjs
const [folder = '', towns = '342', seed = '1'] = process.argv.slice(2)
writeCountry(folder, Number(towns), Number(seed))
