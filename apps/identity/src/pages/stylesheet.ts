/** Colours and sizes after the GOV.UK Design System; every text pair has a contrast of at least 4.5 to 1. */
export const STYLESHEET = `*, *::before, *::after { box-sizing: border-box; }
html { background: #f3f2f1; }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1.1875rem/1.32 arial, sans-serif; min-height: 100vh; }
.width { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
.banner { background: #1d70b8; color: #fff; }
.banner p { margin: 0 auto; padding-block: .75rem; font-size: 1.5rem; font-weight: 700; }
.phase { margin: 0; padding: .6rem 0; border-bottom: 1px solid #b1b4b6; font-size: 1rem; }
.tag { display: inline-block; margin-right: .6rem; padding: .1rem .5rem; background: #bbd4ea; color: #0c2d4a; }
main { max-width: 44rem; padding: 2rem 0 4rem; }
main:focus { outline: none; }
h1 { margin: 0 0 1.5rem; font-size: 2rem; line-height: 1.1; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.5rem; line-height: 1.2; }
p { margin: 0 0 1.2rem; }
a { color: #1a65a6; text-underline-offset: .15em; }
label { display: block; margin-bottom: .3rem; font-weight: 700; }
.hint { margin: 0 0 .6rem; color: #484949; }
.field { margin-bottom: 1.5rem; }
.field.wrong { padding-left: 1rem; border-left: 5px solid #ca3535; }
.message { margin: 0 0 .8rem; color: #ca3535; font-weight: 700; }
input[type=email], input[type=text] { width: 100%; max-width: 30rem; height: 2.75rem; padding: .3rem; border: 2px solid #0b0c0c; border-radius: 0; font: inherit; }
input.code { max-width: 9rem; letter-spacing: .1em; font-variant-numeric: tabular-nums; }
.wrong input { border-color: #ca3535; }
button { min-height: 2.75rem; padding: .5rem .8rem; border: 2px solid transparent; border-radius: 0; background: #0f7a52; color: #fff; font: inherit; cursor: pointer; box-shadow: 0 2px 0 #083d29; }
button:hover { background: #0b5c3d; }
button.plain { background: #f3f2f1; color: #0b0c0c; box-shadow: 0 2px 0 #858686; }
button.plain:hover { background: #dbdad9; }
a:focus, button:focus-visible { outline: 3px solid transparent; background: #fd0; color: #0b0c0c; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; }
input:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c; }
.summary { margin-bottom: 2rem; padding: 1rem 1.2rem; border: 5px solid #ca3535; }
.summary:focus { outline: 3px solid #fd0; }
.summary h2 { margin: 0 0 .8rem; }
.summary p { margin: 0; }
.summary a { color: #ca3535; font-weight: 700; }
.people { margin: 0; padding: 0; list-style: none; border-top: 1px solid #b1b4b6; }
.people li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .8rem 0; border-bottom: 1px solid #b1b4b6; }
.people div { flex: 1 1 20rem; overflow-wrap: anywhere; }
.people p { margin: 0; }
.people .email, .people .shows { color: #484949; font-size: 1rem; }
.panel { margin: 0 0 1.5rem; padding: 1rem 1.2rem; border-left: 10px solid #b1b4b6; }
.panel p { margin: 0; }
.panel .digits { font-size: 2rem; font-weight: 700; letter-spacing: .1em; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: block; padding: .6rem 1rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
