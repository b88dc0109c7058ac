import { findings, towns } from 'virtual:horeca1/towns'
import { readAddress } from './address.ts'
import { showPage } from './page.ts'

const page = document.getElementById('page')
const show = (): void => {
  if (page) showPage(page, { towns, findings }, readAddress(location.hash))
}
window.addEventListener('hashchange', show)
show()
