import { area, col, note, row, table, view, type Template } from '../template'

export const publishing: Template = {
  id: 'publishing',
  title: 'Blog and publishing',
  summary:
    'Posts with revisions and several authors, series, tags, pictures, comments in threads, newsletter subscribers.',
  enums: {
    post_status: 'draft in_review scheduled published archived',
    comment_status: 'waiting approved spam',
    author_part: 'writer editor photographer translator',
  },
  tables: [
    table(
      'authors',
      'Who writes, edits and takes the pictures.',
      `
      id          id
      email       text(254)
      name        text(160)
      slug        text(160)
      biography   longtext?
      portrait_id ref? -> media set null : is shown by / shows
      is_active   bool = true
      created_at  moment = now
      unique email
      unique slug
    `,
    ),
    table(
      'posts',
      'An article as readers know it. Its words are in its revisions.',
      `
      id               id
      slug             text(200)                                       -- As in its address; old ones are redirected
      status           post_status = 'draft'
      series_id        ref? -> series set null : is part of / consists of
      part_no          smallint?
      cover_id         ref? -> media set null : is headed by / heads
      locale           text(10) = 'en'
      published_at     moment?
      allows_comments  bool = true
      created_at       moment = now
      updated_at       touched
      unique locale, slug
      check {status} <> 'published' OR {published_at} IS NOT NULL
      index published_at desc where {status} = 'published'
      index published_at where {status} = 'scheduled'
    `,
    ),
    table(
      'revisions',
      'Every saved state of a post. The newest is what one edits.',
      `
      post_id      ref -> posts cascade : is a state of / has
      revision_no  int
      author_id    ref -> authors : is written by / writes
      title        text(255)
      excerpt      text(500)?
      body         longtext
      word_count   int = 0
      saved_at     moment = now
      pk post_id, revision_no
      index author_id, saved_at desc
    `,
    ),
    table(
      'post_seo',
      'What search engines and previews are told. One row at most for a post.',
      `
      post_id           ref -> posts cascade : describes / is described by
      meta_title        text(120)?
      meta_description  text(320)?
      canonical_url     text(500)?
      hides_from_search bool = false
      pk post_id
    `,
    ),
    table(
      'post_authors',
      'Who had which part in a post, in the order of the byline.',
      `
      post_id      ref -> posts cascade : names / is signed by
      author_id    ref -> authors : signs / signs as
      part         author_part = 'writer'
      byline_order smallint = 1
      pk post_id, author_id, part
      index author_id
    `,
    ),
    table(
      'series',
      'Posts that belong together and have an order.',
      `
      id           id
      title        text(200)
      slug         text(200)
      description  longtext?
      unique slug
    `,
    ),
    table(
      'categories',
      'The sections of the site.',
      `
      id          id
      parent_id   ref? -> categories : lies within / holds
      name        text(120)
      slug        text(140)
      unique slug
    `,
    ),
    table(
      'post_categories',
      'Where a post is filed.',
      `
      post_id      ref -> posts cascade : is filed by / is filed in
      category_id  ref -> categories : files under / lists
      is_main      bool = false
      pk post_id, category_id
      only one_main: post_id where {+is_main}
      index category_id
    `,
    ),
    table(
      'tags',
      'Words that readers follow.',
      `
      id    id
      name  text(80)
      slug  text(80)
      unique slug
    `,
    ),
    table(
      'post_tags',
      'Which words a post goes by.',
      `
      post_id  ref -> posts cascade : is tagged by / is tagged with
      tag_id   ref -> tags cascade : uses / is used on
      pk post_id, tag_id
      index tag_id
    `,
    ),
    table(
      'media',
      'Pictures, sounds and films, each stored once.',
      `
      id            id
      storage_key   text(255)
      mime_type     text(100)
      width         int?
      height        int?
      byte_count    bigint
      alt_text      text(500)?                                         -- Read aloud to those who do not see it
      credit        text(200)?
      uploaded_at   moment = now
      unique storage_key
      check {byte_count} > 0
    `,
    ),
    table(
      'post_media',
      'What stands where in the text.',
      `
      post_id   ref -> posts cascade : illustrates / is illustrated by
      media_id  ref -> media : shows / appears in
      caption   text(500)?
      pk post_id, media_id
      index media_id
    `,
    ),
    table(
      'readers',
      'People with an account: they comment and follow.',
      `
      id            id
      email         text(254)
      display_name  text(80)
      is_blocked    bool = false
      created_at    moment = now
      unique email
    `,
    ),
    table(
      'comments',
      'What readers say, in threads.',
      `
      id          id
      post_id     ref -> posts cascade : is about / is discussed in
      parent_id   ref? -> comments : answers / is answered by
      reader_id   ref? -> readers set null : is said by / says                   -- Empty once the account is gone
      body        longtext
      status      comment_status = 'waiting'
      created_at  moment = now
      index post_id, created_at
      index created_at where {status} = 'waiting'
    `,
    ),
    table(
      'reactions',
      'One of a kind for each reader and post.',
      `
      post_id     ref -> posts cascade : is given to / receives
      reader_id   ref -> readers cascade : is given by / gives
      emoji       text(16)
      created_at  moment = now
      pk post_id, reader_id, emoji
      index reader_id
    `,
    ),
    table(
      'tag_follows',
      'Whom the newsletter tells of what.',
      `
      reader_id   ref -> readers cascade : is wanted by / follows through
      tag_id      ref -> tags cascade : follows / is followed through
      created_at  moment = now
      pk reader_id, tag_id
      index tag_id
    `,
    ),
    table(
      'redirects',
      'Old addresses live on.',
      `
      id          id
      old_path    text(500)
      post_id     ref -> posts cascade : leads to / is reached by
      created_at  moment = now
      unique old_path
    `,
    ),
  ],
  views: [
    view('front_page', 'What is out, with the number of its approved comments.', {
      columns: `
        post_id id
        slug text(200)
        published_at moment
        comment_count int
      `,
      query: `
        SELECT {posts}.id AS post_id, {posts.slug}, {posts.published_at}, COUNT({comments}.id) AS comment_count
        FROM {posts}
        LEFT JOIN {comments} ON {comments.post_id} = {posts}.id AND {comments.status} = 'approved'
        WHERE {posts.status} = 'published'
        GROUP BY {posts}.id, {posts.slug}, {posts.published_at}
      `,
    }),
  ],
  page: row(
    area('Filing', {
      color: 'amber',
      comment: 'Where a post is found',
      of: row(col('post_tags'), col('tags', 'redirects', 'post_categories', 'categories', 'series')),
    }),
    area('Posts', {
      color: 'blue',
      comment: 'What is written',
      of: row(col('post_seo', 'posts', 'front_page'), col('revisions', 'post_authors')),
    }),
    col(
      area('Readers', {
        color: 'magenta',
        comment: 'Who reads, and what they say',
        of: row(col('tag_follows', 'reactions'), col('readers'), col('comments')),
      }),
      row(
        area('People', { color: 'violet', comment: 'Who writes', of: 'authors' }),
        area('Media', { color: 'green', comment: 'What is shown', of: row('media', 'post_media') }),
      ),
      note(
        'Words live in revisions',
        'A post points at no revision: the newest one is the text. Nothing is overwritten, and going back is a copy.',
      ),
    ),
  ),
}
