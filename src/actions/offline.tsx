import { MonitorDown, RefreshCw } from 'lucide-react'
import { applyUpdate, canInstall, offline } from '../state/offline'
import type { Action } from '../state/action'
import type { Services } from './services'

const shared = { group: 'help', shortcuts: [], scope: 'everywhere' } as const

export const offlineActions = ({ workspace }: Pick<Services, 'workspace'>): readonly Action[] => [
  {
    id: 'help.update',
    label: 'Reload to update',
    icon: <RefreshCw />,
    ...shared,
    words: ['new version', 'upgrade'],
    when: () => offline.getState().update !== undefined || 'This is the newest version',
    run: () => applyUpdate(workspace),
  },
  {
    id: 'help.install',
    label: 'Install Relata…',
    icon: <MonitorDown />,
    ...shared,
    words: ['app', 'program', 'desktop', 'offline', 'PWA', 'home screen'],
    when: canInstall,
    run: () => offline.getState().install?.(),
  },
]
