import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiProvider } from '../../src/ui'
import { Kit } from './Kit'
import './kit.css'

const address = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = address.get('theme') ?? 'light'
if (address.has('compact')) document.documentElement.dataset['density'] = 'compact'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <Kit />
      </UiProvider>
    </StrictMode>,
  )
}
