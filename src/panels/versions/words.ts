// How a version is called where it has no name.
import { timeOf } from '../history/historyRows'
import type { VersionInfo } from '../../state/versions/desk'

export const nameOf = ({ name, at }: VersionInfo, now: number): string => name ?? `of ${timeOf(at, now)}`
