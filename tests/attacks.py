# ruff: noqa: E501  (an attack reads best whole)
"""A whole site by an editor who means harm: everything here gets past the checks, and must do nothing in a browser."""

from __future__ import annotations

import json
from urllib.parse import quote

from tests.conftest import ROOT

#: Runs where text is taken for HTML, for a script or for a template; `pwned` is the canary.
TEXT = (
    "x\"'><img src=x onerror=pwned=1><svg onload=pwned=1></script><script>pwned=1</script><!--{{7*7}}]]>\u2028&lt;b&gt; javascript:pwned=1"
)
#: Addresses that a browser would run, or that lead off the site; `PATH` of each is no file either.
ADDRESSES = (
    "javascript:pwned=1",
    "JaVaScRiPt:pwned=1",
    " javascript:pwned=1",
    "java\tscript:pwned=1",
    "java&Tab;script:pwned=1",
    "java&NewLine;script:pwned=1",
    "&#106;avascript:pwned=1",
    "&#x6A;avascript&colon;pwned=1",
    "javascript&#58;pwned=1",
    "javascript&#x0003A;pwned=1",
    "javascript%3Apwned=1",
    "\x01javascript:pwned=1",
    "&#1;javascript:pwned=1",
    "ｊavascript:pwned=1",
    "java\u00adscript:pwned=1",
    "java\u200bscript:pwned=1",
    "jav&#x0A;ascript:pwned=1",
    "javascript\u2028:pwned=1",
    "&amp;#106;avascript:pwned=1",
    "vbscript:pwned=1",
    "livescript:pwned=1",
    "data:text/html,<script>pwned=1</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=pwned=1>",
    "d&#97;ta:text/html,x",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "view-source:x",
    "feed:javascript:pwned=1",
    "jar:javascript:x!/y",
    "\\\\evil.example\\x",
    "javascript:/*--></title></style></textarea><svg onload=pwned=1>",
)
#: The ways to write an address into a page.
FORMS = (
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "<{}>",
    "[x][r]\n\n[r]: {}",
    '<a href="{}">x</a>',
    "<a href='{}'>x</a>",
    "<a href={}>x</a>",
    '<img alt="x" src="{}">',
    "[![x](k.svg)]({})",
    '<area href="{}">',
    '<a xlink:href="{}">x</a>',
    '<form action="{}"><button>x</button></form>',
    '<iframe src="{}"></iframe>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<link rel="stylesheet" href="{}">',
    '<meta http-equiv="refresh" content="0;url={}">',
    '<base href="{}">',
    '<video poster="{}" src="{}"></video>',
    '<a ping="{}" href="#">x</a>',
    '<p style="background:url({})">x</p>',
    '<img srcset="{} 1x" src="k.svg" alt="x">',
    "[x](#){{href={}}}",
    '<blockquote cite="{}">x</blockquote>',
)
#: HTML that has run in one browser or another.
MARKUP = (
    "<script>pwned=1</script>",
    "<SCRIPT/x>pwned=1</SCRIPT>",
    "<scr<script>ipt>pwned=1</scr</script>ipt>",
    "<script\n>pwned=1",
    "</p><script>pwned=1</script>",
    '<img src="../bilder/k.svg" alt="x" onload=pwned=1>',
    '<img/src="../bilder/k.svg"/alt="x"/onload=pwned=1>',
    "<p onmouseover=pwned=1 onclick='pwned=1'>Hei</p>",
    "<svg onload=pwned=1>",
    "<svg><script>pwned=1</script></svg>",
    "<svg><animate onbegin=pwned=1 attributeName=x dur=1s></svg>",
    "<svg><style><img src=x onerror=pwned=1></style></svg>",
    "<svg><foreignObject><iframe onload=pwned=1></iframe></foreignObject></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;"></table></mtext></math>',
    '<noscript><p title="</noscript><img src=../bilder/k.svg onload=pwned=1>"></noscript>',
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<details open ontoggle=pwned=1><summary>x</summary>y</details>",
    "<input autofocus onfocus=pwned=1>",
    "<select autofocus onfocus=pwned=1>x</select>",
    "<textarea autofocus onfocus=pwned=1>x</textarea>",
    "<marquee onstart=pwned=1>x</marquee>",
    "<video><source onerror=pwned=1></video>",
    "<audio src onerror=pwned=1>",
    "<style>@import 'https://evil.example/x.css'; body{background:url(https://evil.example/x)}</style>",
    "<template><script>pwned=1</script></template>",
    "<ly-elsewhere data-src='https://evil.example/'><button>x</button></ly-elsewhere>",
    "<ly-settings data-scripts='https://evil.example/x.js'>x</ly-settings>",
    "<ly-player data-key='x'><audio src='https://evil.example/x.mp3'></audio></ly-player>",
    "<div id='ly-innhold' name='Lyttevei' data-root='https://evil.example/'>x</div>",
    "Ord {onclick=pwned=1 style=background:url(//evil.example)}",
    "[x](#tittel){onclick=pwned=1 ping=https://evil.example/}",
    '## Del {onmouseover=pwned=1 .a"onclick=pwned=1}',
    '*[HMS]: "><script>pwned=1</script>\n\nHMS er viktig.',
    'Note[^1]\n\n[^1]: <script>pwned=1</script> "onclick=pwned=1',
    '``` "><script>pwned=1</script>\n<script>pwned=1</script>\n```',
    "/// details | <img src=../bilder/k.svg onload=pwned=1>\n<script>pwned=1</script>\n///",
    "| <svg onload=pwned=1> | b |\n|---|---|\n| <script>pwned=1</script> | {{7*7}} |",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "`<script>pwned=1</script>`",
    "<!-- --!><script>pwned=1</script> -->",
    "<![CDATA[<script>pwned=1</script>]]>",
    "<?php pwned=1 ?>",
    "\u2028</script>\u2029",
    "<title></title><script>pwned=1</script>",
    "<a href='#tittel' target=_blank rel=opener>x</a>",
    "<xmp><script>pwned=1</script></xmp>",
    "<plaintext>",
)
NAMES = ("' onload=pwned=1 '", '" onload="pwned=1', "<svg onload=pwned=1>", "javascript:pwned=1", "%3Cscript%3E", "x&y=1", "{{7*7}}")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
Q = json.dumps(TEXT)
COMMON = f"""title: {Q}
summary: [{Q}, {Q}]
tags: [{Q}]
owner: {Q}
checked: {Q}
audience: [{Q}]
quality_area: {Q}
picture: {{file: ../bilder/k.svg, alt: {Q}}}
sources: [{{title: {Q}, url: "https://evil.example/?'onclick=pwned=1"}}, {Q}]
summaries: {{en: {{title: {Q}, summary: [{Q}], checked: {Q}}}}}
"""
ROADS = f"""also_called: [{Q}]
requirements: [{Q}]
roads: [{{name: {Q}, for: {Q}, proof: {Q}, note: {Q}, steps: [{{name: {Q}, note: {Q}, level: vgs, years: 1}}]}}]
"""
KINDS = {
    "yrker": ROADS + "styrk08: 2223\ninterests: [R]\nvideo: {file: ../film/f.webm, captions: ../film/f.nb.vtt, poster: ../bilder/k.svg}\n",
    "veier": ROADS,
    "programmer": f"code: {Q}\nprogramme_kind: yrkesfag\nvg2: [{{name: {Q}}}]\n",
    "tema": f"interests: [R]\nprogramme: {Q}\nlesson: [{Q}]\n",
    "hjelp": "",
    "partnere": "",
    "sider": "",
}
TEMPLATES = (
    "search/page",
    "offline/page",
    "plain/ordliste",
    "report/page",
    *(f"guidance/{name}" for name in ("cards", "compare", "mine", "sheet", "talk", "teacher", "workday")),
)
CONTACTS = f"""contacts:
  - {{id: {Q}, group: veiledning, name: {Q}, what: {Q}, channels: [{Q}], audience: [{Q}], county: {Q}, phone: {Q}, hours: {Q}, how: {Q}, owner: {Q},
     web: "https://evil.example/?'onclick=pwned=1", sources: [{{title: {Q}}}]}}
"""
CARDS = "families:\n" + "".join(
    f"  - {{letter: {each}, name: {Q}, text: {Q}, theme: tema, cards: [{{text: {Q}, reason: {Q}, picture: bilder/k.svg}}]}}\n"
    for each in "RIASEC"
)
FILES: dict[str, str | bytes] = {
    "content/index.md": "---\ntitle: Hjem\nslug: index\ntemplate: home\n---\n\nHei.",
    "content/bilder/k.svg": SVG,
    **{f"content/bilder/{name.replace('/', '')}.svg": SVG for name in NAMES},
    **{
        f"content/sider/fil-{number} {name.replace('/', '')}.md": f"---\ntitle: Fil {number}\n---\n\nTekst."
        for number, name in enumerate(NAMES)
    },
    "content/sider/lenker.md": "---\ntitle: Lenker\n---\n\n" + "\n\n".join(f"![x](../bilder/{quote(name)}.svg)" for name in NAMES),
    "content/sider/kropp.md": "---\ntitle: Kropp\n---\n\n" + "\n\n".join(MARKUP),
    **{f"content/sider/b{number}.md": f"---\ntitle: Del {number}\n---\n\n{each}\n\nSlutt." for number, each in enumerate(MARKUP)},
    **{
        f"content/{folder}/ond.md": f"---\n{COMMON.replace('title: ', f'slug: {folder}{chr(10)}title: ', 1)}{more}---\n\nSykepleier. {TEXT}"
        for folder, more in KINDS.items()
    },
    **{
        f"content/sider/t-{each.replace('/', '-')}.md": f"---\ntitle: Mal {each.replace('/', '-')}\ntemplate: {each}\n---\n\nHei."
        for each in TEMPLATES
    },
    "content/ordliste.yaml": f"words:\n  - {{term: sykepleier, forms: [sykepleier], explanation: {Q}, english: {Q}, nynorsk: {Q}}}\n",
    "content/kontakter.yaml": CONTACTS,
    "content/kort.yaml": CARDS,
    "content/malgrupper.yaml": f"audiences:\n  - {{id: elev, name: {Q}, rights: sider, words: [{Q}]}}\n",
    "content/sporsmal.yaml": f"questions: [{Q}]\n",
    "content/film/f.webm": (ROOT / "content" / "film" / "elektriker.webm").read_bytes(),
    "content/film/f.nb.vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\n<img src=x onerror=pwned=1><c.onclick>Hei</c> <script>pwned=1</script> {{7*7}}\n\n00:04.000 --> 00:08.000\n&lt;svg onload=pwned=1&gt; på deg, alle sammen.\n",
}
