import { ownChannel, serve } from './serve'
import { shareMethods } from './shareMethods'

serve(ownChannel(), shareMethods)
