import { area, col, note, row, table, view, type Template } from '../template'

export const social: Template = {
  id: 'social',
  title: 'Social network',
  summary:
    'Profiles, follows and blocks, posts with replies and reposts, likes, hashtags, groups, messages, notifications, reports.',
  enums: {
    audience: 'everyone followers mentioned',
    report_status: 'open upheld dismissed',
    member_rank: 'member moderator owner',
    notice_kind: 'follow like reply repost mention message',
  },
  tables: [
    table(
      'accounts',
      'What one signs in with.',
      `
      id             id
      email          text(254)
      password_hash  text(255)
      is_verified    bool = false
      created_at     moment = now
      suspended_at   moment?
      deleted_at     moment?
      unique email
    `,
    ),
    table(
      'profiles',
      'What others see. One for each account.',
      `
      account_id    ref -> accounts cascade : belongs to / shows
      handle        text(30)
      display_name  text(80)
      biography     text(500)?
      avatar_id     ref? -> media set null : is pictured by / pictures
      is_private    bool = false
      posts_count   int = 0                                         -- Counted along, so that pages need not
      updated_at    touched
      pk account_id
      unique handle
      check {posts_count} >= 0
    `,
    ),
    table(
      'follows',
      'Who reads whom.',
      `
      follower_id   ref -> profiles cascade : is done by / follows through
      followed_id   ref -> profiles : leads to / is followed through
      is_approved   bool = true                                      -- Private profiles decide for themselves
      created_at    moment = now
      pk follower_id, followed_id
      check {follower_id} <> {followed_id}
      index followed_id, created_at desc
    `,
    ),
    table(
      'blocks',
      'Who wants nothing of whom.',
      `
      blocker_id  ref -> profiles cascade : is done by / blocks through
      blocked_id  ref -> profiles : shuts out / is blocked through
      created_at  moment = now
      pk blocker_id, blocked_id
      index blocked_id
    `,
    ),
    table(
      'media',
      'Pictures and films.',
      `
      id           id
      owner_id     ref -> accounts cascade : is uploaded by / uploads
      storage_key  text(255)
      mime_type    text(100)
      width        int
      height       int
      alt_text     text(1000)?                                        -- Read aloud to those who do not see it
      created_at   moment = now
      unique storage_key
    `,
    ),
    table(
      'posts',
      'What is said. Replies are posts; threads are followed by their root.',
      `
      id            id
      author_id     ref -> profiles cascade : is written by / writes
      reply_to_id   ref? -> posts : answers / is answered by
      root_id       ref? -> posts : belongs to the thread of / begins
      audience      audience = 'everyone'
      body          text(2000)
      locale        text(10)?
      likes_count   int = 0
      created_at    moment = now
      deleted_at    moment?
      check {likes_count} >= 0
      index author_id, created_at desc
      index root_id, created_at
    `,
    ),
    table(
      'post_media',
      'What hangs on a post, in order.',
      `
      post_id     ref -> posts cascade : hangs on / carries
      media_id    ref -> media : shows / hangs in
      sort_order  smallint
      pk post_id, sort_order
      unique post_id, media_id
      check {sort_order} BETWEEN 1 AND 4
    `,
    ),
    table(
      'likes',
      'Once for each reader and post.',
      `
      post_id     ref -> posts cascade : is given to / is liked through
      profile_id  ref -> profiles : is given by / likes through
      created_at  moment = now
      pk post_id, profile_id
      index profile_id, created_at desc
    `,
    ),
    table(
      'reposts',
      'Passed on, with or without a word.',
      `
      post_id     ref -> posts cascade : passes on / is passed on by
      profile_id  ref -> profiles : is done by / passes on through
      remark      text(500)?
      created_at  moment = now
      pk post_id, profile_id
      index profile_id, created_at desc
    `,
    ),
    table(
      'hashtags',
      'Words with a mark before them, in lower case.',
      `
      id          id
      word        text(80)
      is_blocked  bool = false
      unique word
    `,
    ),
    table(
      'post_hashtags',
      'Which of them a post holds.',
      `
      post_id     ref -> posts cascade : is found by / holds
      hashtag_id  ref -> hashtags : holds / is held by
      created_at  moment = now                                       -- Copied, so that a tag's page reads one index
      pk post_id, hashtag_id
      index hashtag_id, created_at desc
    `,
    ),
    table(
      'mentions',
      'Who is spoken of.',
      `
      post_id     ref -> posts cascade : stands in / speaks of
      profile_id  ref -> profiles : names / is named in
      pk post_id, profile_id
      index profile_id
    `,
    ),
    table(
      'circles',
      'Groups of people around a subject.',
      `
      id           id
      slug         text(60)
      name         text(120)
      description  text(1000)?
      is_open      bool = true
      created_at   moment = now
      unique slug
    `,
    ),
    table(
      'circle_members',
      'Who is in.',
      `
      circle_id   ref -> circles cascade : is in / consists of
      profile_id  ref -> profiles cascade : is / joins as
      standing    member_rank = 'member'
      joined_at   moment = now
      pk circle_id, profile_id
      only one_owner: circle_id where {standing} = 'owner'
      index profile_id
    `,
    ),
    table(
      'conversations',
      'Messages between two or more.',
      `
      id          id
      title       text(120)?
      created_at  moment = now
    `,
    ),
    table(
      'participants',
      'Who reads along, and how far.',
      `
      conversation_id  ref -> conversations cascade : takes part in / is between
      profile_id       ref -> profiles cascade : is / takes part as
      last_read_id     bigint?                                         -- Of a message; not a reference, for messages are swept
      is_muted         bool = false
      pk conversation_id, profile_id
      index profile_id
    `,
    ),
    table(
      'messages',
      'Only participants can write.',
      `
      id               id
      conversation_id  ref
      sender_id        ref
      body             longtext?
      media_id         ref? -> media set null : shows / is sent in
      sent_at          moment = now
      deleted_at       moment?
      fk conversation_id, sender_id -> participants(conversation_id, profile_id) : is sent by / sends
      index conversation_id, sent_at desc
    `,
    ),
    table(
      'notifications',
      'What somebody should hear of.',
      `
      id           id
      profile_id   ref -> profiles cascade : is for / hears
      actor_id     ref? -> profiles : is caused by / causes
      kind         notice_kind
      post_id      ref? -> posts : is about / is told of in
      created_at   moment = now
      seen_at      moment?
      index profile_id, created_at desc
      index profile_id where {seen_at} IS NULL
    `,
    ),
    table(
      'reports',
      'What somebody thinks should not be there.',
      `
      id           id
      reporter_id  ref? -> profiles : is made by / reports by
      post_id      ref? -> posts : is about / is reported in
      profile_id   ref? -> profiles : is about / is reported in
      reason       text(60)
      details      text(2000)?
      status       report_status = 'open'
      created_at   moment = now
      decided_at   moment?
      check {post_id} IS NOT NULL OR {profile_id} IS NOT NULL
      index created_at where {status} = 'open'
    `,
    ),
  ],
  views: [
    view('home_timeline', 'What those say whom one follows.', {
      columns: `
        reader_id id
        post_id id
        author_id id
        created_at moment
      `,
      query: `
        SELECT {follows.follower_id} AS reader_id, {posts}.id AS post_id, {posts.author_id}, {posts.created_at}
        FROM {follows}
        JOIN {posts} ON {posts.author_id} = {follows.followed_id}
        WHERE {+follows.is_approved} AND {posts.deleted_at} IS NULL
      `,
    }),
  ],
  page: row(
    col(
      note(
        'Counted along',
        'Likes and posts are counted in the row that shows them. Count them anew now and then: what is counted along drifts.',
      ),
    ),
    area('Circles', { color: 'green', comment: 'Who meets', of: col('circles', 'circle_members') }),
    area('Messages', {
      color: 'amber',
      comment: 'What is said in private',
      of: col('conversations', 'participants', 'messages'),
    }),
    area('People', {
      color: 'violet',
      comment: 'Who is there',
      of: row(col('follows', 'blocks'), col('notifications', 'profiles', 'reports', 'accounts')),
    }),
    area('Posts', {
      color: 'blue',
      comment: 'What is said aloud',
      of: row(
        col('mentions', 'posts', 'reposts', 'home_timeline', 'media'),
        col('post_hashtags', 'likes', 'post_media'),
        col('hashtags'),
      ),
    }),
  ),
}
