#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pages of `complaint explain --format html` in a real browser, at the width of a telephone and of a desk.

    browser.py COMMAND

Needs Chromium; without one it is skipped, and says so. A page of ours loads the page in a frame and measures
it from outside: nothing may stick out sideways, every text must stand out from its ground (4.5 to 1), what is
drawn must have a size, and no message may come from the page's own policy against scripts. A picture is taken
too, and must not be blank. COMPLAINT_PICTURES=FOLDER keeps the pictures.
"""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

SKIPPED = 77
WIDTHS = (320, 390, 1100)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-extensions", "--hide-scrollbars", "--allow-file-access-from-files",
]
DARK = "--blink-settings=preferredColorScheme=0"
MEASURE = """<!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body><iframe id="page" style="border:0;width:%dpx;height:900px"
src="page.html"></iframe><pre id="found">nothing</pre><script>
const frame = document.getElementById("page");
function colour(text) { return (text.match(/[\\d.]+/g) || [0, 0, 0]).map(Number); }
function light(c) {
  const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
}
function ground(node) {
  for (; node; node = node.parentElement) {
    const c = colour(getComputedStyle(node).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c;
  }
  return [255, 255, 255];
}
frame.onload = () => {
  const page = frame.contentDocument, found = { faint: [], wide: [], drawn: [], narrow: [], rules: 0 };
  const width = page.documentElement.clientWidth;
  found.width = width;
  found.scroll = page.documentElement.scrollWidth;
  for (const node of page.querySelectorAll("body *")) {
    const own = [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1 && !node.closest(".wide") && !node.closest("svg"))
      found.wide.push(node.tagName + " " + node.textContent.slice(0, 40));
    if (!own || node.closest("title, desc, style")) continue;
    if (node.closest("svg")) {
      if (box.right > node.closest("svg").getBoundingClientRect().right + 14)
        found.wide.push("drawing: " + node.textContent);
      continue;
    }
    const a = light(colour(style.color)), b = light(ground(node));
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (contrast < 4.5) found.faint.push(contrast.toFixed(1) + " " + node.textContent.slice(0, 40));
  }
  for (const one of page.querySelectorAll("svg rect")) {
    const box = one.getBoundingClientRect();
    found.drawn.push([Math.round(box.left), Math.round(box.width)]);
  }
  for (const cell of page.querySelectorAll("tbody th, tbody td")) {
    const box = cell.getBoundingClientRect();
    if (cell.textContent.trim() && (box.width < 90 || box.right > width)) found.narrow.push(cell.textContent);
  }
  found.dark = light(ground(page.body)) < .2;
  found.rules = page.querySelectorAll("article").length;
  found.words = page.body.innerText.replace(/\\s+/g, " ");
  found.height = page.documentElement.scrollHeight;
  document.getElementById("found").textContent = JSON.stringify(found);
};
</script>"""
report = Report()


def browse(*arguments):
    with tempfile.TemporaryDirectory(prefix="complaint-browser-") as profile:
        return subprocess.run([BROWSER, *OPTIONS, f"--user-data-dir={profile}", *arguments], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)


def measure(folder, width, *options):
    (folder / "measure.html").write_text(MEASURE % width)
    done = browse(*options, "--virtual-time-budget=10000", "--dump-dom", (folder / "measure.html").as_uri())
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode("utf-8", "replace"), re.S)
    text = found[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") if found else ""
    return json.loads(text) if text.startswith("{") else None


def colours(picture):
    """How many different pixels a picture has, of those in every tenth row; its width."""
    data, at, parts = picture.read_bytes(), 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, _, _, form = struct.unpack(">IIBB", data[at + 8:at + 18])
        if kind == b"IDAT":
            parts += data[at + 8:at + 8 + size]
        at += 12 + size
    stride = width * (4 if form == 6 else 3) + 1
    lines = zlib.decompress(parts)
    return len({lines[i:i + stride] for i in range(0, len(lines), stride * 10)}), width


def check_page(name, path):
    with tempfile.TemporaryDirectory(prefix="complaint-page-") as place:
        folder = pathlib.Path(place)
        page = call(COMMAND, "explain", path, "--format", "html").out
        (folder / "page.html").write_text(page)
        for width in WIDTHS:
            found = measure(folder, width)
            report.check(f"{name} at {width}: the page loads", [] if found else ["nothing was measured"])
            if found:
                check_found(f"{name} at {width}", found, page)
                check_clauses(f"{name} at {width}", found["words"], path)
                report.check(f"{name} at {width}: by day the page is light", ["it is dark"] if found["dark"] else [])
        check_at_night(name, folder)
        for width in WIDTHS[1:]:
            check_picture(f"{name}-{width}", folder, width)


def check_clauses(name, words, path):
    """Each clause that the file cites is on the page as it is drawn, not only in its text."""
    clauses = sorted(set(re.findall(r'^ *(?:- )?clause: "([^"]*)"', path.read_text(), re.M)))
    report.check(f"{name}: {len(clauses)} clauses stand on the page",
                 [one for one in clauses if one not in words] or ([] if clauses else ["none was looked for"]))


def check_at_night(name, folder):
    found = measure(folder, WIDTHS[1], DARK)
    report.check(f"{name} at night: the page is dark", [] if found and found["dark"] else ["it is light"])
    report.check(f"{name} at night: every text stands out from its ground",
                 found["faint"][:5] if found else ["nothing was measured"])


def check_found(name, found, page):
    report.check(f"{name}: nothing sticks out sideways", found["wide"][:5] + (
        [f"{found['scroll']} pixels wide"] if found["scroll"] > found["width"] else []))
    report.check(f"{name}: every text stands out from its ground", found["faint"][:5])
    report.check(f"{name}: no column is squeezed or cut off", found["narrow"][:5])
    report.check(f"{name}: every part is there",
                 [] if found["rules"] == page.count("<article") and found["height"] > 900 else [str(found)[:200]])
    bars = [width for _, width in found["drawn"]]
    report.check(f"{name}: the stages are drawn", [] if len(bars) > 3 and max(bars) > 200 and min(bars) >= 0 else [str(bars)])


def check_picture(name, folder, width):
    picture = folder / "page.png"
    picture.unlink(missing_ok=True)
    browse(f"--window-size={width},2400", f"--screenshot={picture}", (folder / "page.html").as_uri())
    if not picture.exists():
        report.check(f"{name}: a picture", ["none was taken"])
        return
    different, wide = colours(picture)
    report.check(f"{name}: a picture", [] if different > 50 and wide == width else [f"{different} rows, {wide} wide"])
    if os.environ.get("COMPLAINT_PICTURES"):
        shutil.copy(picture, pathlib.Path(os.environ["COMPLAINT_PICTURES"]) / f"{name}.png")


if BROWSER is None:
    print("skipped: there is no Chromium here, so no page was looked at")
    sys.exit(SKIPPED)
COMMAND = sys.argv[1]
for one in ("brighter-places/2022-08", "housing-ombudsman/2024-04"):
    check_page(one.split("/")[0], ROOT / "rules" / one / "policy.yaml")
check_page("awkward", HERE / "awkward.yaml")
report.finish()
