// The look of the page: quiet, readable, light or dark as the reader has it, and good on paper.
export const pageStyle = `
:root{color-scheme:light dark;--text:#1b1f27;--muted:#5b6472;--line:#dfe3e8;--ground:#fff;--sunken:#f5f7f9;--accent:#2b5fd9}
@media (prefers-color-scheme:dark){:root{--text:#e9ebef;--muted:#9aa3b0;--line:#2c323b;--ground:#14171c;--sunken:#1b1f26;--accent:#8ab0ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 4rem;background:var(--ground);color:var(--text);font:15px/1.55 Inter,"Segoe UI",system-ui,sans-serif}
h1{margin:0;font-size:1.9rem;letter-spacing:-.02em}
h2{margin:2.75rem 0 .5rem;font-size:1.25rem;letter-spacing:-.01em}
h3{margin:1.25rem 0 .25rem;font-size:.85rem;color:var(--muted);font-weight:600}
.kind{color:var(--muted);font-size:.85rem;font-weight:400}
.mark{color:var(--muted);font-size:.7rem;border:1px solid var(--line);border-radius:4px;padding:0 .3em}
.scroll{overflow-x:auto}
figure{margin:1.5rem 0;border:1px solid var(--line);border-radius:8px}
figure svg{display:block;width:100%;height:auto;min-width:40rem}
nav ol{columns:14rem;padding-left:1.4rem;color:var(--muted)}
a{color:var(--accent);text-decoration:none}
a:hover{text-decoration:underline}
table{border-collapse:collapse;width:100%;font-size:.85rem}
th{color:var(--muted);font-weight:500;text-align:left}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere;min-width:4rem}
code{font:.8rem/1.5 "JetBrains Mono",ui-monospace,Consolas,monospace;color:var(--muted)}
@media print{body{max-width:none;padding:0}section{break-inside:avoid-page}nav{display:none}}
`
