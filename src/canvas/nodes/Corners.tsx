// The corners by which a note or an area is sized. Decided by place, in gestures/resize.
const places = ['-top-1 -left-1', '-top-1 -right-1', '-bottom-1 -left-1', '-bottom-1 -right-1']

export function Corners() {
  return places.map((place) => (
    <span
      key={place}
      className={`pointer-events-none absolute size-2 rounded-small border border-accent bg-surface ${place}`}
    />
  ))
}
