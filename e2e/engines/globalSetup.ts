// Around a whole run: the owner of the servers that workers start when they need them.
import { openHost } from './servers/host'

export default openHost
