export { ArrivalScreen } from './ArrivalScreen'
