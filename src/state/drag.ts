// What lists hand to the canvas by dragging: ids of tables, views and enums, as JSON.
export const objectsDragType = 'application/x-relata-objects'
