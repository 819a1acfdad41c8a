import { area, col, note, row, table, view, type Template } from '../template'

export const hotel: Template = {
  id: 'hotel',
  title: 'Hotel bookings',
  summary:
    'Hotels and rooms, rates by day, bookings with several rooms and guests, extras, invoices, housekeeping, reviews.',
  enums: {
    booking_status: 'held confirmed checked_in checked_out cancelled no_show',
    room_state: 'clean dirty out_of_order',
    payment_method: 'card transfer cash voucher',
  },
  tables: [
    table(
      'hotels',
      'A house.',
      `
      id          id
      name        text(160)
      street      text(200)
      city        text(120)
      country     char(2)
      time_zone   text(60)
      check_in    time
      check_out   time
      unique name, city
    `,
    ),
    table(
      'room_types',
      'What is sold: a kind of room, not a certain one.',
      `
      id          id
      hotel_id    ref -> hotels cascade : is offered by / offers
      code        text(20)
      name        text(120)
      sleeps      smallint
      beds        text(120)
      unique hotel_id, code
      unique hotel_id, id
      check {sleeps} > 0
    `,
    ),
    table(
      'rooms',
      'A door with a number.',
      `
      hotel_id      ref -> hotels cascade : lies in / has
      room_no       text(10)
      room_type_id  ref
      floor_no      smallint
      state         room_state = 'clean'
      joins_room    text(10)?                                          -- A door leads to this one
      fk hotel_id, room_type_id -> room_types(hotel_id, id) : is of / exists as
      fk hotel_id, joins_room -> rooms(hotel_id, room_no) : opens into / is reached from
      pk hotel_id, room_no
    `,
    ),
    table(
      'amenities',
      'What a room may have.',
      `
      id    id
      name  text(80)
      icon  text(40)?
      unique name
    `,
    ),
    table(
      'room_type_amenities',
      'What each kind of room has.',
      `
      room_type_id  ref -> room_types cascade : is found in / has
      amenity_id    ref -> amenities cascade : provides / is provided by
      pk room_type_id, amenity_id
      index amenity_id
    `,
    ),
    table(
      'rate_plans',
      'On which terms one buys: flexible, early bird, with breakfast.',
      `
      id                 id
      hotel_id           ref -> hotels cascade : is sold by / sells
      code               text(20)
      name               text(120)
      with_breakfast     bool = false
      is_refundable      bool = true
      cancel_until_days  smallint = 1
      unique hotel_id, code
    `,
    ),
    table(
      'daily_rates',
      'Price and allotment of a night. What searches read.',
      `
      room_type_id  ref -> room_types cascade : prices / is priced by
      rate_plan_id  ref -> rate_plans cascade : applies / is applied in
      night         date
      price         decimal(10,2)
      currency      char(3) = 'EUR'
      allotment     smallint = 0                                       -- Rooms that may still be sold
      min_nights    smallint = 1
      pk room_type_id, rate_plan_id, night
      check {price} >= 0
      check {allotment} >= 0
      index night, room_type_id
    `,
    ),
    table(
      'guests',
      'People who stay. Kept as short as the law asks.',
      `
      id            id
      first_name    text(80)
      last_name     text(80)
      email         text(254)?
      phone         text(40)?
      nationality   char(2)?
      born_on       date?
      created_at    moment = now
      unique email
      index last_name, first_name
    `,
    ),
    table(
      'loyalty_accounts',
      'Points of those who come back. One account at most for a guest.',
      `
      guest_id     ref -> guests cascade : belongs to / collects in
      card_no      text(20)
      points       int = 0
      tier         text(20) = 'base'
      joined_on    date
      pk guest_id
      unique card_no
      check {points} >= 0
    `,
    ),
    table(
      'bookings',
      'What somebody has booked, however many rooms it is.',
      `
      id            id
      booking_no    text(12)                                         -- What the guest is told
      hotel_id      ref -> hotels : is made at / takes
      booker_id     ref -> guests : is made by / makes
      status        booking_status = 'held'
      arrives_on    date
      leaves_on     date
      source        text(40)                                         -- Own site, agency, telephone
      remarks       longtext?
      created_at    moment = now
      cancelled_at  moment?
      unique booking_no
      unique hotel_id, id
      check {leaves_on} > {arrives_on}
      index hotel_id, arrives_on where {status} IN ('held', 'confirmed')
      index booker_id
    `,
    ),
    table(
      'booking_rooms',
      'A room of a booking. It gets its number when the guests arrive.',
      `
      booking_id    ref -> bookings cascade : is part of / consists of
      line_no       smallint
      room_type_id  ref -> room_types : asks for / is asked for in
      rate_plan_id  ref -> rate_plans : is sold on / sells
      hotel_id      ref?
      room_no       ref?
      price         decimal(10,2)
      fk hotel_id, room_no -> rooms(hotel_id, room_no) : stays in / is given to
      pk booking_id, line_no
      check {price} >= 0
    `,
    ),
    table(
      'booking_guests',
      'Who sleeps where.',
      `
      booking_id  ref
      line_no     ref
      guest_id    ref -> guests : is / stays as
      is_main     bool = false
      fk booking_id, line_no -> booking_rooms(booking_id, line_no) cascade : sleeps in / is slept in by
      pk booking_id, line_no, guest_id
      only one_main: booking_id, line_no where {+is_main}
      index guest_id
    `,
    ),
    table(
      'extras',
      'What can be bought beside the room.',
      `
      id        id
      hotel_id  ref -> hotels cascade : is sold by / sells
      name      text(120)
      price     decimal(10,2)
      per_night bool = false
      unique hotel_id, name
      check {price} >= 0
    `,
    ),
    table(
      'booking_extras',
      'What was added to the bill.',
      `
      id          id
      booking_id  ref -> bookings cascade : is added to / includes
      extra_id    ref -> extras : adds / is added as
      quantity    smallint = 1
      unit_price  decimal(10,2)                                       -- As it was then
      used_on     date?
      check {quantity} > 0
    `,
    ),
    table(
      'payments',
      'Deposits, payments and, as negative amounts, what was given back.',
      `
      id           id
      booking_id   ref -> bookings : pays for / is paid by
      method       payment_method
      amount       decimal(12,2)
      reference    text(120)?
      received_at  moment = now
      check {amount} <> 0
    `,
    ),
    table(
      'housekeeping_tasks',
      'What must be done in a room, and who did it.',
      `
      id          id
      hotel_id    ref
      room_no     ref
      task        text(120)
      due_on      date
      done_at     moment?
      done_by     text(120)?
      fk hotel_id, room_no -> rooms(hotel_id, room_no) cascade : is done in / needs
      index hotel_id, due_on where {done_at} IS NULL
    `,
    ),
    table(
      'reviews',
      'What guests say afterwards. One for each booking.',
      `
      booking_id  ref -> bookings cascade : judges / is judged by
      stars       smallint
      title       text(160)?
      body        longtext?
      answer      longtext?                                            -- From the house
      created_at  moment = now
      pk booking_id
      check {stars} BETWEEN 1 AND 5
    `,
    ),
  ],
  views: [
    view('arrivals', 'Who comes, and how many rooms they take.', {
      columns: `
        hotel_id id
        arrives_on date
        booking_no text(12)
        last_name text(80)
        rooms_taken int
      `,
      query: `
        SELECT {bookings.hotel_id}, {bookings.arrives_on}, {bookings.booking_no}, {guests.last_name}, COUNT(*) AS rooms_taken
        FROM {bookings}
        JOIN {guests} ON {guests}.id = {bookings.booker_id}
        JOIN {booking_rooms} ON {booking_rooms.booking_id} = {bookings}.id
        WHERE {bookings.status} = 'confirmed'
        GROUP BY {bookings.hotel_id}, {bookings.arrives_on}, {bookings.booking_no}, {guests.last_name}
      `,
    }),
  ],
  page: row(
    area('House', {
      color: 'teal',
      comment: 'What there is',
      of: row(
        col('housekeeping_tasks'),
        col('hotels', 'room_types', 'rooms', 'room_type_amenities', 'amenities'),
      ),
    }),
    col(
      area('Prices', {
        color: 'amber',
        comment: 'What it costs',
        of: row(col('extras'), col('daily_rates'), col('rate_plans')),
      }),
      area('Bookings', {
        color: 'blue',
        comment: 'Who comes when',
        of: row(col('arrivals'), col('booking_extras', 'booking_rooms'), col('bookings', 'booking_guests')),
      }),
      note(
        'Sold by kind',
        'Guests buy a kind of room. The door is chosen at arrival, so that rooms can be moved about until then.',
      ),
    ),
    col(
      area('Money and praise', {
        color: 'green',
        comment: 'What comes of it',
        of: col('payments', 'reviews'),
      }),
      area('Guests', { color: 'violet', comment: 'Who stays', of: col('loyalty_accounts', 'guests') }),
    ),
  ),
}
