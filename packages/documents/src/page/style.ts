/** The page's own style: no font, picture or sheet from elsewhere. */
export const style = `
:root{color-scheme:light dark;--ink:#1c2127;--soft:#525c68;--paper:#fff;--wash:#f4f6f8;--line:#d5dbe1;--accent:#0a5ea8;
--missing:#8a1c1c;--missing-wash:#fdecec;--stale:#7a4a00;--stale-wash:#fff3dc;--open:#4a3a86;--open-wash:#efecfb;--good:#14603a;--good-wash:#e5f5ec}
@media (prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#a9b4c0;--paper:#14181d;--wash:#1d2329;--line:#38414b;--accent:#7cbcf5;
--missing:#ffb4b4;--missing-wash:#43191b;--stale:#ffd493;--stale-wash:#3d2c0d;--open:#cbbffb;--open-wash:#2a2347;--good:#98e0b8;--good-wash:#12351f}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
.page{max-width:78rem;margin:0 auto;padding:1.5rem clamp(.9rem,3vw,2.5rem) 4rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem}
h1{font-size:clamp(1.5rem,4vw,2.1rem);line-height:1.2;margin:.2rem 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:3rem 0 .6rem;padding-top:.8rem;border-top:2px solid var(--line);line-height:1.25}
h3{font-size:1.05rem;margin:1.8rem 0 .5rem}h4{font-size:.95rem;margin:1.2rem 0 .3rem;font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
p{max-width:72ch;margin:.4rem 0 .8rem}
code{font:.86em ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.facts{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;color:var(--soft);font-size:.9rem;margin:0 0 1.2rem;padding:0;list-style:none}
.tiles{display:flex;flex-wrap:wrap;gap:.7rem;margin:1.2rem 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:10px;padding:.6rem 1rem;min-width:8.5rem;background:var(--wash)}
.tiles b{display:block;font-size:1.7rem;line-height:1.2}
.tiles .bad{background:var(--missing-wash);color:var(--missing);border-color:transparent}.tiles .warn{background:var(--stale-wash);color:var(--stale);border-color:transparent}
.tiles .open{background:var(--open-wash);color:var(--open);border-color:transparent}.tiles .good{background:var(--good-wash);color:var(--good);border-color:transparent}
nav ol{columns:2 17rem;padding-left:1.4rem;margin:.4rem 0 0}nav li{margin:.15rem 0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;margin:.5rem 0 1rem}
table{border-collapse:collapse;font-size:.86rem;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .65rem;border-bottom:1px solid var(--line);min-width:9.5rem;font-weight:400;overflow-wrap:break-word}
thead th{background:var(--wash);font-weight:600;white-space:nowrap}
tbody th{font-weight:600}tbody tr:last-child>*{border-bottom:0}
tr:target>*{background:var(--stale-wash)}
.cell+.cell{margin-top:.4rem}
details{display:inline}summary{display:inline;cursor:pointer;list-style:none;text-decoration:underline dotted var(--soft);text-underline-offset:.22em;text-decoration-thickness:1px}
summary::-webkit-details-marker{display:none}
details[open]>summary{color:var(--accent)}
.proof{margin:.35rem 0 .3rem;padding:.4rem .6rem;border-left:3px solid var(--accent);background:var(--wash);font-size:.84rem;font-weight:400}
.proof ul{margin:.2rem 0 0;padding-left:1.1rem}.from{color:var(--soft)}
.mark{display:inline-block;font-size:.72rem;font-weight:700;border-radius:4px;padding:.02rem .4rem;margin-right:.15rem;white-space:nowrap}
.mark.missing,.mark.contradiction{background:var(--missing-wash);color:var(--missing)}.mark.stale{background:var(--stale-wash);color:var(--stale)}
.mark.not-followed{background:var(--open-wash);color:var(--open)}.mark.not-applicable{background:var(--wash);color:var(--soft)}
.count{display:inline-block;font-size:.78rem;font-weight:600;color:var(--soft);background:var(--wash);border:1px solid var(--line);border-radius:99px;padding:0 .5rem;margin-left:.3rem}
.todo{list-style:none;margin:.5rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:.1rem 1.5rem}
.point{display:flex;gap:.6rem;align-items:baseline;padding:.4rem 0;border-top:1px solid var(--line)}.point .mark{margin:0;min-width:1.25rem;text-align:center}.point>div{min-width:0}
.todo .where{color:var(--soft);font-size:.84rem}
.matrix td{text-align:center;min-width:6rem}.matrix .none{color:var(--soft)}
.empty{color:var(--soft);font-style:italic}
.card{border:1px solid var(--line);border-radius:10px;padding:.9rem 1.1rem;margin:.8rem 0}.card h3{margin:.1rem 0 .3rem}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.35rem 1rem;margin:.6rem 0 0;font-size:.92rem}dt{color:var(--soft)}dd{margin:0}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.5rem}}
.diagram{overflow-x:auto;background:#fff;border:1px solid var(--line);border-radius:8px;padding:.6rem}.diagram svg{max-width:100%;height:auto;min-width:36rem;display:block;margin:0 auto}
footer{margin-top:3rem;color:var(--soft);font-size:.84rem}
@page{size:A4;margin:14mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--wash:#f3f3f3;--line:#999}
body{font-size:9pt}.page{max-width:none;padding:0}.scroll,.diagram{overflow:visible;border:0}.diagram svg{min-width:0}nav,.skip{display:none}
table{font-size:7pt;table-layout:fixed}th,td{min-width:0;max-width:none;padding:2pt 3pt;white-space:normal!important;overflow-wrap:anywhere}thead{display:table-header-group}tr,.card{break-inside:avoid}
h2,h3{break-after:avoid}summary{text-decoration:none}}
`.replace(/\n/g, '');
