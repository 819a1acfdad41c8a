import { dbmlMethods } from './dbmlMethods'
import { newId } from './newId'
import { ownChannel, serve } from './serve'

serve(ownChannel(), dbmlMethods(newId))
