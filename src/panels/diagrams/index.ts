export { Diagrams } from './Diagrams'
